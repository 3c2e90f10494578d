import type { SheetCriterion, SheetEntry } from '../../api/types.js';
import { parseDay } from '../../format/date.js';
import { parseCount, parseDecimal } from '../../format/decimal.js';
import { doneOf, evidenceOf, isEmpty, type Draft, type DraftError } from './draft.js';
import { canEnter, valueFieldsOf, type ValueField } from './value-fields.js';

const asTyped = (text: string) => ({ ok: true as const, value: text });

/** How a text becomes the value in an entry, by kind of field. */
const readers = {
  decimal: parseDecimal,
  count: parseCount,
  day: parseDay,
  choice: asTyped,
  name: asTyped,
  checklist: (text: string) => ({ ok: true as const, value: doneOf(text) }),
};

type Values = Record<string | number, unknown>;

/** Puts a value into an entry, with the lists and objects on the way to it. */
function put(into: Values, [step, ...rest]: readonly (string | number)[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) into[step] = value;
  else put((into[step] ??= typeof rest[0] === 'number' ? [] : {}) as Values, rest, value);
}

/** Two names that look alike are one. */
const sameName = (name: string): string => name.normalize('NFC').trim();

/** Reads the fields of one criterion and collects what is wrong with them. */
class Reading {
  readonly errors: DraftError[] = [];
  private readonly values: Values = {};
  /** Figures by who gave them, by where they stand in the entry. */
  private readonly byName = new Map<string, Map<string, unknown>>();

  constructor(private readonly texts: Draft['texts']) {}

  textOf({ key }: ValueField): string {
    return (this.texts[key] ?? '').trim();
  }

  take(field: ValueField, name: ValueField | undefined): void {
    const text = this.textOf(field);
    if (text === '') {
      if (!field.optional) this.errors.push({ field: field.key, id: 'field.required' });
      return;
    }
    const read = readers[field.kind](text);
    if (!read.ok) this.errors.push({ field: field.key, id: `field.${read.reason}` });
    else if (field.at === undefined) put(this.values, field.path, read.value);
    else if (name === undefined) put(this.values, [field.at.base, field.at.row, ...field.path], read.value);
    else if (field.kind !== 'name') this.takeNamed(field.at.base, name, read.value);
  }

  private takeNamed(base: string, field: ValueField, value: unknown): void {
    const name = sameName(this.textOf(field));
    const known = this.byName.get(base) ?? new Map<string, unknown>();
    this.byName.set(base, known);
    if (name === '') return;
    if (known.has(name)) this.errors.push({ field: field.key, id: 'field.twice' });
    known.set(name, value);
  }

  result(): Values {
    return {
      ...this.values,
      ...Object.fromEntries([...this.byName].map(([base, named]) => [base, Object.fromEntries(named)])),
    };
  }
}

/** The fields that count: rows that were asked for and never begun do not, but for one that lies between others. */
function begun(fields: readonly ValueField[], reading: Reading): ValueField[] {
  const isFilled = (field: ValueField) => reading.textOf(field) !== '';
  const filledRows = fields.filter(isFilled).map(({ at }) => at?.row ?? 0);
  const last = Math.max(0, ...filledRows);
  return fields.filter(({ at, told, kind }) => {
    if (at === undefined) return true;
    const isNamed = told !== undefined || kind === 'name';
    return isNamed ? filledRows.includes(at.row) : at.row <= last;
  });
}

export interface ReadEntry {
  entry: SheetEntry | null;
  /** What is still to be put right before it can be submitted. */
  errors: DraftError[];
  /** Whether all that was typed is in `entry`, complete or not: else saving that would lose some of it. */
  whole: boolean;
}

/**
 * The entry that a draft stands for: null where nothing was filled in. Texts that are not figures, and evidence or a
 * reason without a figure, are errors.
 */
export function entryOf(criterion: SheetCriterion, draft: Draft): ReadEntry {
  if (!canEnter(criterion) || isEmpty(draft)) return { entry: null, errors: [], whole: true };
  const reading = new Reading(draft.texts);
  const all = valueFieldsOf(criterion, draft.texts);
  const fields = begun(all, reading);
  for (const field of fields) {
    const name = fields.find(({ kind, at }) => kind === 'name' && at!.row === field.at?.row);
    reading.take(field, name);
  }
  const { errors } = reading;
  const hasNoFigure = fields.every((field) => reading.textOf(field) === '');
  // Without one of its fields a row cannot be told from none.
  const isInRow = (key: string) => fields.some((field) => field.key === key && field.at !== undefined);
  const whole = errors.every(({ id, field }) => id === 'field.required' && (hasNoFigure || !isInRow(field)));
  if (hasNoFigure && errors.length === 0) {
    errors.push({ field: all[0]?.key ?? '', id: 'field.required' });
  }
  const entry: SheetEntry = { criterion: criterion.code, ...reading.result() };
  const evidence = evidenceOf(draft);
  if (evidence.length > 0) entry.evidence = evidence;
  if (draft.reason.trim() !== '') entry.reason = draft.reason.trim();
  return { entry, errors, whole };
}
