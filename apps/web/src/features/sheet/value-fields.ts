import type { SheetCriterion } from '../../api/types.js';

/** One thing a person fills in for a criterion. `key` is the name its text has in a draft. */
export interface ValueField {
  key: 'points' | 'actual' | 'plan' | 'count' | 'choice' | `tally.${string}`;
  kind: 'decimal' | 'count' | 'choice';
  /** As in the competition file: of a tally, the label counted. */
  label?: string;
  options?: { label: string; points: string }[];
  /** Left empty without harm: a label of a tally that was not met counts as none. */
  optional?: boolean;
}

type Rule = SheetCriterion['rule'];

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A figure against a plan: the plan itself is asked for only where neither a decision nor the scale gives one. */
function againstPlan({ rule, plan }: SheetCriterion): ValueField[] {
  const actual: ValueField = { key: 'actual', kind: 'decimal' };
  const given = plan !== null || rule['plan'] !== undefined;
  return given ? [actual] : [actual, { key: 'plan', kind: 'decimal' }];
}

function choices(rule: Rule): ValueField[] {
  const options = Object.entries(recordOf(rule['options'])).map(([label, points]) => ({
    label,
    points: String(points),
  }));
  return [{ key: 'choice', kind: 'choice', options }];
}

/** By kind of rule, what an entry consists of. A kind that is missing here cannot be entered on the page. */
const fieldsByKind: Record<string, (criterion: SheetCriterion) => ValueField[]> = {
  direct: () => [{ key: 'points', kind: 'decimal' }],
  ratio: againstPlan,
  increment: againstPlan,
  bands: (criterion) =>
    criterion.rule['on'] === 'percent' ? againstPlan(criterion) : [{ key: 'actual', kind: 'decimal' }],
  count: () => [{ key: 'count', kind: 'count' }],
  choice: ({ rule }) => choices(rule),
  tally: ({ rule }) =>
    Object.keys(recordOf(rule['weights'])).map((label) => ({
      key: `tally.${label}`,
      kind: 'count',
      label,
      optional: true,
    })),
};

/** The fields of a criterion, or null where its kind of rule is entered by file only. */
export function valueFieldsOf(criterion: SheetCriterion): ValueField[] | null {
  return fieldsByKind[String(criterion.rule['kind'])]?.(criterion) ?? null;
}

/** The plan a figure is measured against, where one was given beforehand. */
export function givenPlanOf({ plan, rule }: SheetCriterion): string | null {
  return plan ?? (rule['plan'] === undefined ? null : String(rule['plan']));
}
