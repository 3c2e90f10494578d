import { ofAccepted } from '../entries/measure.js';
import { compare } from '../number/rational.js';
import { roundToUnits } from '../number/rounding.js';
import type { Entry } from '../plan/competition.js';
import type { PlanCriterion, PlanScale, PlanUnit } from '../plan/plan.js';
import type { Best, Measure, RelativeRule } from '../rules/rule.js';

/** One criterion whose points are measured against the best of the cluster (spec, "Rules": `relative`). */
export class RelativeCriterion {
  private readonly measures: (Measure | undefined)[];
  private best: Best;
  private current = true;

  private constructor(
    private readonly rule: RelativeRule,
    private readonly criterion: PlanCriterion,
    private readonly scale: PlanScale,
    private readonly units: readonly PlanUnit[],
  ) {
    this.measures = units.map(() => undefined);
    this.best = rule.best([]);
  }

  /** By criterion; undefined where the scale has none of the kind, which costs nothing then. */
  static listOf(scale: PlanScale, units: readonly PlanUnit[]): (RelativeCriterion | undefined)[] | undefined {
    if (scale.criteria.every(({ rule }) => rule?.relative === undefined)) return undefined;
    return scale.criteria.map((criterion) => {
      const rule = criterion.rule?.relative;
      return rule && new RelativeCriterion(rule, criterion, scale, units);
    });
  }

  /** Takes the entry of a unit that counts now. */
  set(unit: number, entry: Entry | undefined): void {
    const known = this.units[unit]!;
    this.measures[unit] = entry && ofAccepted(known, this.criterion, entry, (offer) => this.rule.measure(offer));
    this.current = false;
  }

  /** Finds the best anew; true when that moves the points of others. */
  renew(): boolean {
    if (this.current) return false;
    const before = this.best;
    this.best = this.rule.best(
      this.measures.filter((measure, unit) => measure !== undefined && this.units[unit]!.competes) as Measure[],
    );
    this.current = true;
    return !this.rule.isSame(before, this.best);
  }

  /** Of a unit with an entry, in units of 10^-digits. */
  points(unit: number): bigint {
    return roundToUnits(this.rule.points(this.measures[unit]!, this.best), this.scale.digits, this.scale.mode);
  }

  /** What the points are measured against now. */
  get against(): Best {
    this.renew();
    return this.best;
  }

  /** Codes of the competing units that have the best measure of a kind. */
  holders({ of, value: best }: Measure): string[] {
    return this.units
      .filter(({ competes }, unit) => {
        const measure = this.measures[unit];
        return competes && measure?.of === of && compare(measure.value, best) === 0;
      })
      .map(({ code }) => code);
  }
}
