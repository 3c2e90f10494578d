import type { SheetCriterion } from '../../api/types.js';
import { formatInputName } from '../../format/formula.js';

type Texts = Readonly<Record<string, string>>;

/** One thing a person fills in for a criterion. */
export interface ValueField {
  /** Where its value stands in an entry, e.g. `['items', 0, 'actual']`. */
  path: readonly (string | number)[];
  /** The path joined by dots: the name its text has in a draft. */
  key: string;
  kind: 'decimal' | 'count' | 'choice' | 'day' | 'checklist';
  /** As in the competition file: of a tally, the label counted; of a formula, the input. */
  label?: string;
  options?: { label: string; points: string }[];
  /** The plan given beforehand that it is measured against. */
  ofPlan?: string;
  /** What counts while nothing is entered. */
  otherwise?: string;
  /** Left empty without harm: a label of a tally that was not met counts as none. */
  optional?: boolean;
  /** Of what is entered in rows, as many as there are: the number of the row, from 0. */
  row?: number;
}

function field(path: ValueField['path'], kind: ValueField['kind'], more: Partial<ValueField> = {}): ValueField {
  return { path, key: path.join('.'), kind, ...more };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/**
 * A figure against a plan: the plan is asked for where neither a decision nor the scale gives one, and shown where an
 * entry has one of its own all the same.
 */
function againstPlan({ plan: target, rule }: SheetCriterion, texts: Texts): ValueField[] {
  const given = target ?? (rule['plan'] === undefined ? null : String(rule['plan']));
  const own = (more?: Partial<ValueField>) => [field(['actual'], 'decimal'), field(['plan'], 'decimal', more)];
  if (given === null) return own();
  return texts['plan'] === undefined
    ? [field(['actual'], 'decimal', { ofPlan: given })]
    : own({ otherwise: given, optional: true });
}

/** What is worth points by its label: the options of a choice, the items of a checklist. */
function worth(points: unknown): ValueField['options'] {
  return Object.entries(recordOf(points)).map(([label, value]) => ({ label, points: String(value) }));
}

const itemKey = /^items\.(\d+)\./;

/** The rows of a draft, empty ones at its end included: somebody has just asked for them. */
export function rowsOf(texts: Texts): number {
  const rows = Object.keys(texts).map((key) => Number(itemKey.exec(key)?.[1] ?? 0) + 1);
  return Math.max(1, ...rows);
}

/** The texts with one more row, still empty. */
export function addRow(texts: Texts): Texts {
  return { ...texts, [`items.${rowsOf(texts)}.actual`]: '' };
}

/** The texts without one row; those below move up. */
export function removeRow(texts: Texts, row: number): Texts {
  const kept = Object.entries(texts).flatMap(([key, text]) => {
    const at = Number(itemKey.exec(key)?.[1] ?? -1);
    if (at === row) return [];
    return [[at > row ? key.replace(itemKey, `items.${at - 1}.`) : key, text] as const];
  });
  return Object.fromEntries(kept);
}

/** By kind of rule, what an entry consists of. A kind that is missing here cannot be entered on the page. */
const fieldsByKind: Record<string, (criterion: SheetCriterion, texts: Texts) => ValueField[]> = {
  direct: () => [field(['points'], 'decimal')],
  ratio: againstPlan,
  increment: againstPlan,
  bands: (criterion, texts) =>
    criterion.rule['on'] === 'percent' ? againstPlan(criterion, texts) : [field(['actual'], 'decimal')],
  count: () => [field(['count'], 'count')],
  choice: ({ rule }) => [field(['choice'], 'choice', { options: worth(rule['options']) })],
  deadline: () => [field(['on'], 'day')],
  checklist: ({ rule }) => [field(['done'], 'checklist', { options: worth(rule['items']) })],
  mean: (_, texts) =>
    Array.from({ length: rowsOf(texts) }, (_row, row) =>
      ['actual', 'plan'].map((name) => field(['items', row, name], 'decimal', { row })),
    ).flat(),
  tally: ({ rule }) =>
    [...new Set([...Object.keys(recordOf(rule['weights'])), ...listOf(rule['exempt'])])].map((label) =>
      field(['tally', label], 'count', { label, optional: true }),
    ),
  formula: ({ rule }) =>
    listOf(rule['inputs']).map((name) => field(['inputs', name], 'decimal', { label: formatInputName(name) })),
};

/** The fields of a criterion with what stands in them; none where the page does not know its kind of rule. */
export function valueFieldsOf(criterion: SheetCriterion, texts: Texts): ValueField[] {
  return fieldsByKind[String(criterion.rule['kind'])]?.(criterion, texts) ?? [];
}

/** Whether this sheet may enter the criterion: its stage may, and the page knows the kind of rule. */
export function canEnter(criterion: SheetCriterion): boolean {
  return criterion.open && Object.hasOwn(fieldsByKind, String(criterion.rule['kind']));
}

/** The field an error belongs beside: its own, the one it lies in, or the first of those it is about. */
export function fieldOfError(fields: readonly ValueField[], error: string): ValueField | undefined {
  return (
    fields.find(({ key }) => key === error) ??
    fields.find(({ key }) => error.startsWith(`${key}.`)) ??
    fields.find(({ key }) => key.startsWith(`${error}.`))
  );
}
