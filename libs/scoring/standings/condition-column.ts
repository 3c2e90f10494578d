import { powerOfTen } from '../number/decimal.js';
import { fromInteger, type Rational } from '../number/rational.js';
import type { Condition, ConditionSource } from '../plan/condition.js';
import { DivisionByZero } from '../rules/formula/expression.js';
import type { EntryValues } from './entry-values.js';
import type { FigureKey, UnitFigures } from './figures.js';

/** Where the conditions of the units of one cluster find their numbers (spec, "Conditions"). */
export interface ConditionValues {
  figures: UnitFigures;
  /** Absent where units have no entries of their own, as the whole of several rounds. */
  entries: EntryValues | undefined;
  params(unit: number): ReadonlyMap<string, Rational>;
  /** Whether a fact of that kind is in force. */
  hasFact(unit: number, kind: string): boolean;
}

/** A condition divided by zero for a unit. */
export interface ConditionFault {
  condition: Condition;
  /** By index. */
  unit: number;
}

type Reader = (unit: number) => Rational | undefined;

/** One condition over the units of a cluster: for whom it holds. */
export class ConditionColumn {
  /** By unit: 1 where it holds. */
  readonly meets: Uint8Array;
  /** Whether one unit's figures can change what holds for another. */
  readonly isShared: boolean;
  private readonly readers: readonly (readonly [string, Reader])[];
  /** By index; most conditions never divide by zero, and there may be many columns. */
  private divided: Set<number> | undefined;

  constructor(
    readonly condition: Condition,
    private readonly values: ConditionValues,
  ) {
    this.meets = new Uint8Array(values.figures.size);
    this.readers = [...condition.inputs].map(([name, source]) => [name, readerOf(source, values)] as const);
    this.isShared = [...condition.inputs.values()].some(({ kind }) => kind === 'mean');
  }

  /** Judges the units from `from` up to `to`; for those that do not count it does not hold. */
  run(from: number, to: number, counts?: (unit: number) => boolean): void {
    for (let unit = from; unit < to; unit++) {
      const judged = counts === undefined || counts(unit);
      this.divided?.delete(unit);
      this.meets[unit] = judged && this.holds(unit) ? 1 : 0;
    }
  }

  get faults(): ConditionFault[] {
    return [...(this.divided ?? [])].map((unit) => ({ condition: this.condition, unit }));
  }

  /** The numbers the condition sees for a unit, by input; undefined for one it lacks. */
  inputsOf(unit: number): [string, Rational | undefined][] {
    return this.readers.map(([name, read]) => [name, read(unit)]);
  }

  /** The stage that an entered figure comes from, where that is another matter than the points. */
  stageOf({ kind, code }: ConditionSource, unit: number): string | undefined {
    return kind === 'value' || kind === 'percent' ? this.values.entries?.stageBehind(unit, code) : undefined;
  }

  /** What the mean of a criterion is made of. */
  meanOf(code: string): { sum: Rational; count: number } | undefined {
    return this.values.entries?.summed(code);
  }

  /** Whether it would hold for a unit that does not count; that it divides by zero for such a one is no fault. */
  wouldHold(unit: number): boolean {
    const holds = this.holds(unit);
    this.divided?.delete(unit);
    return holds;
  }

  private holds(unit: number): boolean {
    for (const [name, read] of this.readers) {
      const value = read(unit);
      if (value === undefined) return false;
      INPUTS.set(name, value);
    }
    try {
      return this.condition.evaluate(INPUTS);
    } catch (error) {
      if (!(error instanceof DivisionByZero)) throw error;
      (this.divided ??= new Set()).add(unit);
      return false;
    }
  }
}

/** What a condition sees of one unit; filled anew for each. */
const INPUTS = new Map<string, Rational>();

const ONE = fromInteger(1n);
const NONE = fromInteger(0n);

function readerOf({ kind, code }: ConditionSource, values: ConditionValues): Reader {
  if (kind === 'fact') return (unit) => (values.hasFact(unit, code) ? ONE : NONE);
  if (kind === 'param') return (unit) => values.params(unit).get(code);
  if (kind === 'value' || kind === 'mean' || kind === 'percent') {
    const { entries } = values;
    // Checked with the rules: with rounds, the whole has none of these.
    if (entries === undefined) throw new RangeError(`no ${kind} of ${code} here`);
    return kind === 'value'
      ? (unit) => entries.value(unit, code)
      : kind === 'mean'
        ? () => entries.mean(code)
        : (unit) => entries.percent(unit, code);
  }
  return figureReader(values.figures, { field: kind, code });
}

function figureReader(figures: UnitFigures, key: FigureKey): Reader {
  const { column, at } = figures.figure(key);
  const d = powerOfTen(figures.digits);
  return (unit) => ({ n: BigInt(column[at + unit]!), d });
}
