import type { FieldError, Sheet, SheetCriterion, SheetEntry } from '../../api/types.js';
import { emptyDraft, entryOf, type DraftError, type Drafts } from './draft.js';
import { valueFieldsOf } from './value-fields.js';

/** Errors by criterion code. */
export type ErrorsByCriterion = Readonly<Record<string, readonly DraftError[]>>;

export interface Collected {
  entries: SheetEntry[];
  errors: ErrorsByCriterion;
}

export function criteriaOf(sheet: Sheet): SheetCriterion[] {
  return sheet.parts.flatMap((part) => part.criteria);
}

/**
 * All entries of the sheet as the server wants them, in the sheet's order. Entries the page has no inputs for go back
 * as they came, because saving replaces the whole sheet.
 */
export function collectEntries(sheet: Sheet, drafts: Drafts): Collected {
  const entries: SheetEntry[] = [];
  const errors: Record<string, DraftError[]> = {};
  for (const criterion of criteriaOf(sheet)) {
    if (!criterion.open || valueFieldsOf(criterion) === null) {
      const kept = sheet.entries.find((entry) => entry.criterion === criterion.code);
      if (kept !== undefined) entries.push(kept);
      continue;
    }
    const read = entryOf(criterion, drafts[criterion.code] ?? emptyDraft);
    if (read.entry !== null) entries.push(read.entry);
    if (read.errors.length > 0) errors[criterion.code] = read.errors;
  }
  return { entries, errors };
}

/**
 * Puts the server's errors where they belong: `entries[3].actual` is the field `actual` of the criterion of the
 * fourth entry sent. What names no entry comes back in `others`.
 */
export function placeErrors(
  sent: readonly SheetEntry[],
  errors: readonly FieldError[],
): { placed: ErrorsByCriterion; others: string[] } {
  const placed: Record<string, DraftError[]> = {};
  const others: string[] = [];
  for (const { path, message } of errors) {
    const match = /^entries\[(\d+)\](?:\.(.+))?$/.exec(path);
    const criterion = match === null ? undefined : sent[Number(match[1])]?.criterion;
    if (criterion === undefined) {
      others.push(message);
      continue;
    }
    const field = (match?.[2] ?? '').replace(/\[\d+\].*$/, '');
    (placed[criterion] ??= []).push({ field, text: message });
  }
  return { placed, others };
}
