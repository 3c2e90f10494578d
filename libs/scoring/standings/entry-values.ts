import { ofAccepted } from '../entries/measure.js';
import { readDecimal } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import { commonTens } from '../number/whole.js';
import type { Percent } from '../rules/rule.js';
import type { JsonObject } from '../text/json-value.js';
import type { Entry } from '../plan/competition.js';
import type { PlanScale, PlanUnit } from '../plan/plan.js';

/** The entries of some units of one scale, by index of unit and criterion. */
export interface EntryCells {
  readonly scale: PlanScale;
  readonly units: readonly PlanUnit[];
  readonly size: number;
  /** Whether the points are made of several stages by their weights. */
  readonly isWeighed: boolean;
  /** Whether anything counts for the criterion. */
  counts(unit: number, index: number): boolean;
  /** The entry of the highest stage that counts. */
  effective(unit: number, index: number): Entry | undefined;
}

/** What was entered, as conditions read it (spec, "Conditions": `value:`, `mean:`, `percent:`). */
export class EntryValues {
  private readonly means = new Map<string, Rational | undefined>();

  constructor(private readonly columns: EntryCells) {}

  /** The number of the entry that counts; undefined without one. */
  value(unit: number, code: string): Rational | undefined {
    const { scale } = this.columns;
    const criterion = scale.byCode.get(code)!;
    if (!this.columns.counts(unit, criterion.index)) return undefined;
    const entry = this.columns.effective(unit, criterion.index) as unknown as JsonObject;
    const value = readDecimal(entry[criterion.rule!.value!]);
    if (typeof value === 'string') throw new TypeError(`criterion ${code}: an entry never accepted`);
    return value;
  }

  /** The mean over the units that compete and have one. */
  mean(code: string): Rational | undefined {
    if (this.means.has(code)) return this.means.get(code);
    const all = this.summed(code);
    const mean = all && { n: all.sum.n, d: all.sum.d * BigInt(all.count) };
    this.means.set(code, mean);
    return mean;
  }

  /** What the mean is made of; undefined where no unit that competes has a value. */
  summed(code: string): { sum: Rational; count: number } | undefined {
    const values: Rational[] = [];
    for (let unit = 0; unit < this.columns.size; unit++) {
      const value = this.columns.units[unit]!.competes ? this.value(unit, code) : undefined;
      if (value !== undefined) values.push(value);
    }
    if (values.length === 0) return undefined;
    // All in the same parts, so that the sum is no longer than the longest of them.
    const tens = commonTens(values);
    return { sum: { n: values.reduce((all, { n, d }) => all + n * (tens / d), 0n), d: tens }, count: values.length };
  }

  /** The stage that the value and the per cent are read from, where the points are made of several. */
  stageBehind(unit: number, code: string): string | undefined {
    const { index } = this.columns.scale.byCode.get(code)!;
    const { isWeighed } = this.columns;
    return isWeighed && this.columns.counts(unit, index) ? this.columns.effective(unit, index)?.stage : undefined;
  }

  /** Means are worked out again: some entry has changed. */
  forgetMeans(): void {
    this.means.clear();
  }

  /** The per cent of plan; undefined without an entry, and where it is infinite. */
  percent(unit: number, code: string): Rational | undefined {
    const criterion = this.columns.scale.byCode.get(code)!;
    if (!this.columns.counts(unit, criterion.index)) return undefined;
    const entry = this.columns.effective(unit, criterion.index);
    const known = this.columns.units[unit]!;
    const percent: Percent = ofAccepted(known, criterion, entry, (offer) => criterion.rule!.percent!(offer));
    return percent === 'infinite' ? undefined : percent;
  }
}
