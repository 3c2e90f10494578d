import type { FieldError, Sheet, SheetCriterion, SheetEntry, SheetPart } from '../../api/types.js';
import { emptyDraft, type DraftError, type Drafts } from './draft.js';
import { entryOf } from './read-draft.js';
import { canEnter } from './value-fields.js';

/** Errors by criterion code. */
export type ErrorsByCriterion = Readonly<Record<string, readonly DraftError[]>>;

export interface Collected {
  entries: SheetEntry[];
  errors: ErrorsByCriterion;
  /** Criteria of which something cannot be read: what is stored for them stands among the entries instead. */
  unread: readonly string[];
}

const within = ({ criteria, groups }: SheetPart): SheetCriterion[] => [...criteria, ...groups.flatMap(within)];

/** Every criterion of the sheet, in its order. */
export function criteriaOf(sheet: Sheet): SheetCriterion[] {
  return sheet.parts.flatMap(within);
}

/**
 * All entries of the sheet as the server wants them, in the sheet's order. What cannot be entered here goes back as it
 * came, because saving replaces the whole sheet.
 */
export function collectEntries(sheet: Sheet, drafts: Drafts): Collected {
  const entries: SheetEntry[] = [];
  const errors: Record<string, DraftError[]> = {};
  const unread: string[] = [];
  for (const criterion of criteriaOf(sheet)) {
    const read = entryOf(criterion, drafts[criterion.code] ?? emptyDraft);
    if (!canEnter(criterion) || !read.whole) {
      const kept = sheet.entries.find((entry) => entry.criterion === criterion.code);
      if (kept !== undefined) entries.push(kept);
    } else if (read.entry !== null) entries.push(read.entry);
    if (!read.whole) unread.push(criterion.code);
    if (read.errors.length > 0) errors[criterion.code] = read.errors;
  }
  return { entries, errors, unread };
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g;

/** The steps of a path as the server writes it: `entries[3].tally["đúng hạn"]`. */
function stepsOf(path: string): string[] {
  return [...path.matchAll(STEP)].map(([, index, quoted, name]) =>
    quoted === undefined ? (index ?? name ?? '') : (JSON.parse(quoted) as string),
  );
}

/**
 * Puts the server's errors where they belong: `entries[3].items[0].actual` is the field `items.0.actual` of the
 * criterion of the fourth entry sent. What names no entry comes back in `others`.
 */
export function placeErrors(
  sent: readonly SheetEntry[],
  errors: readonly FieldError[],
): { placed: ErrorsByCriterion; others: string[] } {
  const placed: Record<string, DraftError[]> = {};
  const others: string[] = [];
  for (const { path, message } of errors) {
    const [list, index, ...field] = stepsOf(path);
    const criterion = list === 'entries' ? sent[Number(index)]?.criterion : undefined;
    if (criterion === undefined) others.push(message);
    else (placed[criterion] ??= []).push({ field: field.join('.'), text: message });
  }
  return { placed, others };
}

/** What keeps a stored draft from being submitted, by criterion. */
export function errorsOfFaults(faults: Sheet['faults']): ErrorsByCriterion {
  const errors: Record<string, DraftError[]> = {};
  for (const { criterion, path, words } of faults) {
    const [, , ...field] = stepsOf(path);
    if (criterion !== null) (errors[criterion] ??= []).push({ field: field.join('.'), words });
  }
  return errors;
}
