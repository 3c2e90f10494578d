import type { SheetCriterion, SheetEntry, Stage } from '../../api/types.js';
import { formatDay, parseDay } from '../../format/date.js';
import { parseCount, parseDecimal, toInputText } from '../../format/decimal.js';
import { canEnter, valueFieldsOf, type ValueField } from './value-fields.js';

/** What stands in the inputs of one criterion, as typed: nothing is lost while it is not yet a figure. */
export interface Draft {
  texts: Readonly<Record<string, string>>;
  evidence: readonly string[];
  reason: string;
}
export type Drafts = Readonly<Record<string, Draft>>;

/** Where in a criterion an error belongs, and the message's key or the server's own sentence. */
export interface DraftError {
  field: string;
  id?: 'field.required' | `field.${Refusal['reason']}`;
  text?: string;
}

type Refusal = Extract<ReturnType<(typeof readers)[ValueField['kind']]>, { ok: false }>;

export const emptyDraft: Draft = { texts: {}, evidence: [], reason: '' };

/** What stands for a checklist of which nothing was done; no code of an item looks like it. */
export const NOTHING_DONE = '-';

/** The codes of the items done, as the one text of a checklist; no code has a blank in it. */
export function doneText(codes: readonly string[]): string {
  return codes.join(' ') || NOTHING_DONE;
}

export function doneOf(text: string): string[] {
  return text.split(' ').filter((code) => code !== '' && code !== NOTHING_DONE);
}

/** How a text becomes the value in an entry, by kind of field. */
const readers = {
  decimal: parseDecimal,
  count: parseCount,
  day: parseDay,
  choice: (text: string) => ({ ok: true as const, value: text }),
  checklist: (text: string) => ({ ok: true as const, value: doneOf(text) }),
};

/** The texts of a value of an entry: one for each figure in it. */
function textsOf(key: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (key === 'choice') return [[key, String(value)]];
  if (key === 'on') return [[key, formatDay(String(value))]];
  if (key === 'done') return [[key, doneText(value as string[])]];
  if (typeof value !== 'object') return [[key, toInputText(value as string | number)]];
  return Object.entries(value).flatMap(([step, part]) => textsOf(`${key}.${step}`, part));
}

/** What an entry says, without what tells its place. */
export function draftOf(entry: (SheetEntry & { unit?: string; stage?: Stage }) | undefined): Draft {
  if (entry === undefined) return emptyDraft;
  const { unit: _unit, criterion: _criterion, stage: _stage, evidence = [], reason = '', ...values } = entry;
  return {
    texts: Object.fromEntries(Object.entries(values).flatMap(([key, value]) => textsOf(key, value))),
    evidence,
    reason,
  };
}

export function draftsOf(entries: readonly SheetEntry[]): Drafts {
  return Object.fromEntries(entries.map((entry) => [entry.criterion, draftOf(entry)]));
}

/** Whether two drafts say the same: blanks around texts and empty lines of evidence make no difference. */
export function sameDraft(a: Draft, b: Draft): boolean {
  const keys = new Set([...Object.keys(a.texts), ...Object.keys(b.texts)]);
  return (
    [...keys].every((key) => (a.texts[key] ?? '').trim() === (b.texts[key] ?? '').trim()) &&
    a.reason.trim() === b.reason.trim() &&
    JSON.stringify(evidenceOf(a)) === JSON.stringify(evidenceOf(b))
  );
}

export function isEmpty(draft: Draft): boolean {
  return sameDraft(draft, emptyDraft);
}

function evidenceOf(draft: Draft): string[] {
  return draft.evidence.map((text) => text.trim()).filter((text) => text !== '');
}

/** Puts a value into an entry, with the lists and objects on the way to it. */
function put(into: Record<string | number, unknown>, [step, ...rest]: ValueField['path'], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) into[step] = value;
  else put((into[step] ??= typeof rest[0] === 'number' ? [] : {}) as Record<string | number, unknown>, rest, value);
}

/**
 * The entry that a draft stands for: null where nothing was filled in. Texts that are not figures, and evidence or a
 * reason without a figure, are errors: dropped silently, they would be lost on saving.
 */
export function entryOf(criterion: SheetCriterion, draft: Draft): { entry: SheetEntry | null; errors: DraftError[] } {
  if (!canEnter(criterion) || isEmpty(draft)) return { entry: null, errors: [] };

  const textOf = ({ key }: ValueField) => (draft.texts[key] ?? '').trim();
  const all = valueFieldsOf(criterion, draft.texts);
  // Rows that were asked for and never begun are no errors; one that is empty between others is.
  const lastRow = Math.max(0, ...all.filter((field) => textOf(field) !== '').map(({ row = 0 }) => row));
  const fields = all.filter(({ row = 0 }) => row <= lastRow);

  const errors: DraftError[] = [];
  const entry: SheetEntry = { criterion: criterion.code };
  for (const field of fields) {
    const text = textOf(field);
    if (text === '') {
      if (!field.optional) errors.push({ field: field.key, id: 'field.required' });
      continue;
    }
    const read = readers[field.kind](text);
    if (read.ok) put(entry as never, field.path, read.value);
    else errors.push({ field: field.key, id: `field.${read.reason}` });
  }
  if (fields.every((field) => textOf(field) === '') && errors.length === 0) {
    errors.push({ field: fields[0]?.key ?? '', id: 'field.required' });
  }
  const evidence = evidenceOf(draft);
  if (evidence.length > 0) entry.evidence = evidence;
  if (draft.reason.trim() !== '') entry.reason = draft.reason.trim();
  return { entry, errors };
}
