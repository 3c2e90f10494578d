import { exactText } from '../number/exact-text.js';
import { formatUnits } from '../number/fixed.js';
import type { Rational } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import type { ConditionSource } from '../plan/condition.js';
import type { ConditionColumn } from '../standings/condition-column.js';

/** One number a condition sees. */
export interface ConditionInput {
  /** As the expression calls it. */
  name: string;
  /** As the file writes it, e.g. `part:I`. */
  source: string;
  /** Points with the scale's digits, anything else an exact decimal or fraction; null where the unit has none. */
  value: string | null;
  /** Where stages are weighed: the highest stage, whose entry alone a `value` or `percent` is read from. */
  stage?: string;
  /** What a `mean` is made of: the units that compete and have a value. */
  mean?: { sum: string; count: number };
}

/** A condition (spec, "Conditions") of one unit: it does not hold where an input has no value. */
export interface ConditionAccount {
  expr: string;
  /** In the order of the file. */
  inputs: ConditionInput[];
  holds: boolean;
}

const ENTERED: ReadonlySet<ConditionSource['kind']> = new Set(['value', 'mean', 'percent', 'fact', 'param']);

/**
 * What a condition saw of a unit, by index, and what came of it; figures are counts of 10^-digits. Of a guest, who is
 * never judged, what would come of it.
 */
export function tellCondition(
  column: ConditionColumn,
  unit: number,
  digits: number,
  isGuest = false,
): ConditionAccount {
  const { inputs, expr } = column.condition;
  return {
    expr,
    inputs: column.inputsOf(unit).map(([name, value]) => {
      const source = inputs.get(name)!;
      const stage = column.stageOf(source, unit);
      const mean = source.kind === 'mean' ? column.meanOf(source.code) : undefined;
      return {
        ...{ name, source: textOf(source), value: value === undefined ? null : write(source, value, digits) },
        ...(stage !== undefined && { stage }),
        ...(mean !== undefined && { mean: { sum: exactText(mean.sum), count: mean.count } }),
      };
    }),
    holds: isGuest ? column.wouldHold(unit) : column.meets[unit] === 1,
  };
}

const textOf = ({ kind, code }: ConditionSource): string => (code === '' ? kind : `${kind}:${code}`);

const write = ({ kind }: ConditionSource, value: Rational, digits: number): string =>
  ENTERED.has(kind) ? exactText(value) : formatUnits(roundToUnits(value, digits, 'down'), digits);
