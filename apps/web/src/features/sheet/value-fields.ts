import type { FormField, SheetCriterion, Words } from '../../api/types.js';
import { rowsOf, type RowPlace } from './rows.js';

type Texts = Readonly<Record<string, string>>;

/** One thing a person fills in for a criterion. */
export interface ValueField {
  /** Where its value stands in an entry, e.g. `['tally', 'đúng hạn']`; of a row, where in the row. */
  path: readonly string[];
  /** The name its text has in a draft. */
  key: string;
  kind: 'decimal' | 'count' | 'choice' | 'day' | 'checklist' | 'name';
  label: Words;
  options?: { label: string; points: string }[];
  /** The plan given beforehand that it is measured against. */
  ofPlan?: string;
  /** What counts while nothing is entered. */
  otherwise?: string;
  /** Left empty without harm: a label of a tally that was not met counts as none. */
  optional?: boolean;
  /** Of what is entered in rows. */
  at?: RowPlace;
  /** Where the service tells of it, if not by its key: a mark by the name of who gave it. */
  told?: string;
}

/** The texts of a member's row: the name, and, where each gives one figure, the figure. */
export const NAME = 'name';
export const FIGURE = 'figure';
const NAME_WORDS: Words = { vi: 'Thành viên', en: 'Member' };

const KINDS = {
  number: 'decimal',
  count: 'count',
  date: 'day',
  choice: 'choice',
  choices: 'checklist',
} as const satisfies Partial<Record<FormField['type'], ValueField['kind']>>;

/** One input of its own, in no row. */
function single(field: FormField): ValueField[] {
  const kind = KINDS[field.type as keyof typeof KINDS];
  return [
    {
      path: field.path,
      key: field.path.join('.'),
      kind,
      label: field.label,
      ...(field.options && { options: field.options.map(({ value, points }) => ({ label: value, points })) }),
      ...(field.otherwise !== undefined && { otherwise: field.otherwise }),
      ...(field.optional && { optional: true }),
    },
  ];
}

function inRow(field: ValueField, at: RowPlace, name: string): ValueField {
  return { ...field, key: `${at.base}.${at.row}.${name}`, at };
}

/** A list of rows alike: as many as there are. */
function rows({ path, fields = [] }: FormField, texts: Texts): ValueField[] {
  const base = path.join('.');
  return Array.from({ length: rowsOf(texts, base) }, (_, row) =>
    fields.flatMap((field) => single(field).map((each) => inRow(each, { base, row }, each.key))),
  ).flat();
}

/** A row for everybody who gives a figure: the name and the figure. */
function byName({ path, fields = [], fewest = 1 }: FormField, texts: Texts): ValueField[] {
  const base = path.join('.');
  const length = Math.max(rowsOf(texts, base), fewest);
  return Array.from({ length }, (_, row): ValueField[] => {
    const at = { base, row };
    const told = `${base}.${(texts[`${base}.${row}.${NAME}`] ?? '').trim()}`;
    const name: ValueField = { path: [], key: '', kind: 'name', label: NAME_WORDS };
    return [
      inRow(name, at, NAME),
      ...fields.flatMap((field) => single(field).map((each) => ({ ...inRow(each, at, FIGURE), told }))),
    ];
  }).flat();
}

/**
 * A figure against a plan: one that is given beforehand is shown beside the figure, and asked for only where the entry
 * has one of its own all the same.
 */
function besidePlan(fields: ValueField[], texts: Texts): ValueField[] {
  const given = fields.find(({ key }) => key === 'plan')?.otherwise;
  if (given === undefined || texts['plan'] !== undefined) return fields;
  return fields
    .filter(({ key }) => key !== 'plan')
    .map((field) => (field.key === 'actual' ? { ...field, ofPlan: given } : field));
}

/** The fields of a criterion, as the service describes them, with what stands in them. */
export function valueFieldsOf({ form }: Pick<SheetCriterion, 'form'>, texts: Texts): ValueField[] {
  const fields = form.flatMap((field) => {
    if (field.type === 'rows') return rows(field, texts);
    return field.type === 'byName' ? byName(field, texts) : single(field);
  });
  return besidePlan(fields, texts);
}

/** Whether this sheet may enter the criterion: its stage may, and the page knows every kind of field it asks for. */
export function canEnter({ open, form }: SheetCriterion): boolean {
  return open && form.length > 0 && form.every(({ type }) => type === 'rows' || type === 'byName' || type in KINDS);
}

/** The field an error belongs beside: its own, the one it lies in, or the first of those it is about. */
export function fieldOfError(fields: readonly ValueField[], error: string): ValueField | undefined {
  return (
    fields.find(({ key, told }) => key === error || told === error) ??
    fields.find(({ key }) => error.startsWith(`${key}.`)) ??
    fields.find(({ key }) => key.startsWith(`${error}.`))
  );
}
