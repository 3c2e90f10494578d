import type { SheetCriterion, SheetEntry } from '../../api/types.js';
import { parseCount, parseDecimal, toInputText } from '../../format/decimal.js';
import { valueFieldsOf, type ValueField } from './value-fields.js';

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
  id?: 'field.required' | 'field.notANumber' | 'field.dotDecimal' | 'field.tooLong' | 'field.notACount';
  text?: string;
}

export const emptyDraft: Draft = { texts: {}, evidence: [], reason: '' };

export function draftOf(entry: SheetEntry | undefined): Draft {
  if (entry === undefined) return emptyDraft;
  const texts: Record<string, string> = {};
  for (const key of ['points', 'actual', 'plan', 'count'] as const) {
    const value = entry[key];
    if (value !== undefined && value !== null) texts[key] = toInputText(value);
  }
  if (entry.choice) texts['choice'] = entry.choice;
  for (const [label, n] of Object.entries(entry.tally ?? {})) texts[`tally.${label}`] = String(n);
  return { texts, evidence: entry.evidence ?? [], reason: entry.reason ?? '' };
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

function readField(field: ValueField, text: string): { value: string | number } | DraftError {
  if (field.kind === 'choice') return { value: text };
  const parsed = field.kind === 'count' ? parseCount(text) : parseDecimal(text);
  return parsed.ok ? { value: parsed.value } : { field: field.key, id: `field.${parsed.reason}` };
}

/**
 * The entry that a draft stands for: null where nothing was filled in. Texts that are not figures, and evidence or a
 * reason without a figure, are errors: dropped silently, they would be lost on saving.
 */
export function entryOf(criterion: SheetCriterion, draft: Draft): { entry: SheetEntry | null; errors: DraftError[] } {
  const fields = valueFieldsOf(criterion);
  if (fields === null || isEmpty(draft)) return { entry: null, errors: [] };

  const errors: DraftError[] = [];
  const entry: SheetEntry = { criterion: criterion.code };
  const tally: Record<string, number> = {};
  let filled = 0;
  for (const field of fields) {
    const text = (draft.texts[field.key] ?? '').trim();
    if (text === '') {
      if (!field.optional) errors.push({ field: field.key, id: 'field.required' });
      continue;
    }
    filled += 1;
    const read = readField(field, text);
    if ('field' in read) errors.push(read);
    else if (field.label !== undefined) tally[field.label] = Number(read.value);
    else Object.assign(entry, { [field.key]: read.value });
  }
  if (filled === 0 && errors.length === 0) errors.push({ field: fields[0]?.key ?? 'value', id: 'field.required' });
  if (Object.keys(tally).length > 0) entry.tally = tally;
  const evidence = evidenceOf(draft);
  if (evidence.length > 0) entry.evidence = evidence;
  if (draft.reason.trim() !== '') entry.reason = draft.reason.trim();
  return { entry, errors };
}
