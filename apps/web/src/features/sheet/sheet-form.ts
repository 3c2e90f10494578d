import type { Sheet } from '../../api/types.js';
import { errorsOfFaults, type ErrorsByCriterion } from './collect-entries.js';
import { draftsOf, emptyDraft, sameDraft, type Draft, type Drafts } from './draft.js';

/** The sheet as it was read (`sheet`, `base`) and what the person has made of it since (`drafts`). */
export interface SheetForm {
  sheet: Sheet;
  base: Drafts;
  /** What the points are of: the last submission, which `base` may be a later draft than. */
  submitted: Drafts;
  drafts: Drafts;
  errors: ErrorsByCriterion;
  /** Errors that name no criterion. */
  others: readonly string[];
  /** What the errors kept from being done; or they are of what is stored. */
  refused: Attempt | 'partly' | 'stored';
}

export type Attempt = 'saving' | 'submitting';

export type SheetFormAction =
  | { type: 'edited'; criterion: string; draft: Draft }
  | { type: 'filled'; drafts: Drafts }
  | { type: 'refused'; attempt: Attempt; errors: ErrorsByCriterion; others: readonly string[] }
  /** `unread` could not be stored: it stays as it is typed, with its errors. */
  | { type: 'stored'; sheet: Sheet; unread?: Drafts; errors?: ErrorsByCriterion }
  | { type: 'read'; sheet: Sheet }
  /** One criterion was taken back: what is typed for the others stays. */
  | { type: 'reopened'; sheet: Sheet; criterion: string }
  | { type: 'merged'; sheet: Sheet; drafts: Drafts };

export function openForm(sheet: Sheet): SheetForm {
  const base = draftsOf(sheet.entries);
  const submitted = sheet.submittedEntries === null ? base : draftsOf(sheet.submittedEntries);
  return { sheet, base, submitted, drafts: base, errors: errorsOfFaults(sheet.faults), others: [], refused: 'stored' };
}

/** Codes of the criteria that differ from what is stored. */
export function changedCriteria({ base, drafts }: SheetForm): string[] {
  const codes = new Set([...Object.keys(base), ...Object.keys(drafts)]);
  return [...codes].filter((code) => !sameDraft(base[code] ?? emptyDraft, drafts[code] ?? emptyDraft));
}

/** Errors of what is stored say nothing of what is typed since. */
function unedited(form: SheetForm, errors: ErrorsByCriterion): ErrorsByCriterion {
  const edited = new Set(changedCriteria(form));
  return Object.fromEntries(Object.entries(errors).filter(([code]) => !edited.has(code)));
}

/**
 * A newer read of the same version only brings news (points, rights) and leaves the form alone. A newer version
 * replaces the form only where nothing would be lost; otherwise saving will show both versions.
 */
function takeRead(form: SheetForm, sheet: Sheet): SheetForm {
  if (sheet.version === form.sheet.version && form.refused !== 'stored') return { ...form, sheet };
  if (sheet.version === form.sheet.version)
    return { ...form, sheet, errors: unedited(form, errorsOfFaults(sheet.faults)) };
  return changedCriteria(form).length === 0 ? openForm(sheet) : form;
}

export function reduceForm(form: SheetForm, action: SheetFormAction): SheetForm {
  switch (action.type) {
    case 'edited': {
      const { [action.criterion]: _answered, ...errors } = form.errors;
      return { ...form, errors, drafts: { ...form.drafts, [action.criterion]: action.draft } };
    }
    case 'filled':
      return { ...form, drafts: { ...form.drafts, ...action.drafts } };
    case 'refused':
      return { ...form, errors: action.errors, others: action.others, refused: action.attempt };
    case 'stored': {
      const { sheet, unread = {}, errors = {} } = action;
      const opened = openForm(sheet);
      if (Object.keys(unread).length === 0) return opened;
      return {
        ...opened,
        drafts: { ...opened.drafts, ...unread },
        errors: { ...opened.errors, ...errors },
        refused: 'partly',
      };
    }
    case 'read':
      return takeRead(form, action.sheet);
    case 'reopened': {
      const { [action.criterion]: _takenBack, ...drafts } = form.drafts;
      const opened = openForm(action.sheet);
      const own = changedCriteria(form).filter((code) => code !== action.criterion);
      return {
        ...opened,
        drafts: { ...opened.drafts, ...Object.fromEntries(own.map((code) => [code, drafts[code] ?? emptyDraft])) },
      };
    }
    case 'merged':
      return { ...openForm(action.sheet), drafts: action.drafts, errors: {} };
  }
}
