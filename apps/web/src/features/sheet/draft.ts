import type { SheetEntry, Words } from '../../api/types.js';
import { formatDay } from '../../format/date.js';
import { toInputText, ungrouped } from '../../format/decimal.js';
import { FIGURE, NAME } from './value-fields.js';

/** What stands in the inputs of one criterion, as typed: nothing is lost while it is not yet a figure. */
export interface Draft {
  texts: Readonly<Record<string, string>>;
  evidence: readonly string[];
  reason: string;
}
export type Drafts = Readonly<Record<string, Draft>>;

/** Where in a criterion an error belongs, and the message's key or the server's own sentence, in one language or both. */
export interface DraftError {
  field: string;
  id?: 'field.required' | 'field.twice' | `field.${Refusal}`;
  text?: string;
  words?: Words;
}

type Refusal = 'notANumber' | 'dotDecimal' | 'tooLong' | 'notACount' | 'notADate';

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

/** The texts of a value of an entry: one for each figure in it. */
function textsOf(key: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (key === 'choice') return [[key, String(value)]];
  if (key === 'on') return [[key, formatDay(String(value))]];
  if (key === 'done') return [[key, doneText(value as string[])]];
  if (key === 'marks') return textsByName(key, value as Record<string, string | number>);
  if (typeof value !== 'object') return [[key, toInputText(value as string | number)]];
  return Object.entries(value).flatMap(([step, part]) => textsOf(`${key}.${step}`, part));
}

/** Figures by who gave them, a row each. */
function textsByName(key: string, figures: Record<string, string | number>): [string, string][] {
  return Object.entries(figures).flatMap(([name, figure], row): [string, string][] => [
    [`${key}.${row}.${NAME}`, name],
    [`${key}.${row}.${FIGURE}`, toInputText(figure)],
  ]);
}

export type PlacedEntry = SheetEntry & { unit?: string; stage?: string; round?: string };

/** What an entry says, without what tells its place. */
export function draftOf(entry: PlacedEntry | undefined): Draft {
  if (entry === undefined) return emptyDraft;
  const {
    unit: _unit,
    criterion: _criterion,
    stage: _stage,
    round: _round,
    evidence = [],
    reason = '',
    ...values
  } = entry;
  return {
    texts: Object.fromEntries(Object.entries(values).flatMap(([key, value]) => textsOf(key, value))),
    evidence,
    reason,
  };
}

export function draftsOf(entries: readonly SheetEntry[]): Drafts {
  return Object.fromEntries(entries.map((entry) => [entry.criterion, draftOf(entry)]));
}

/** Whether two drafts have the same figures: blanks around them and marks between thousands make no difference. */
export function sameTexts(a: Draft, b: Draft): boolean {
  const keys = new Set([...Object.keys(a.texts), ...Object.keys(b.texts)]);
  return [...keys].every((key) => ungrouped(a.texts[key] ?? '') === ungrouped(b.texts[key] ?? ''));
}

/** Whether two drafts say the same: nor do empty lines of evidence. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    sameTexts(a, b) &&
    a.reason.trim() === b.reason.trim() &&
    JSON.stringify(evidenceOf(a)) === JSON.stringify(evidenceOf(b))
  );
}

export function isEmpty(draft: Draft): boolean {
  return sameDraft(draft, emptyDraft);
}

/** The lines of evidence that say something. */
export function evidenceOf(draft: Draft): string[] {
  return draft.evidence.map((text) => text.trim()).filter((text) => text !== '');
}
