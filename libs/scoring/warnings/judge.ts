import { exactText } from '../number/exact-text.js';
import { fromInteger, ZERO } from '../number/rational.js';
import { columnOf, type PointColumn } from '../plan/assigned-reach.js';
import type { Condition, ConditionSource } from '../plan/condition.js';
import type { CriterionSet } from '../plan/criterion-set.js';
import type { Plan, PlanUnit } from '../plan/plan.js';
import { EITHER, exactly, NOT_NEGATIVE, type Interval } from './interval.js';
import { expressionJudge, type Ranges, type Verdict } from './judge-expression.js';
import { UnitBounds } from './unit-bounds.js';

/** Units for which everything judged here is the same. */
export interface Profile {
  /** One of them. */
  unit: PlanUnit;
  bounds: UnitBounds;
  readonly verdicts: Map<Condition, Verdict>;
}

/** What can come of conditions and figures of the units of a plan, whatever is entered. */
export class Judge {
  private readonly profiles = new Map<string, Profile>();
  /** The same, found once a unit: there may be many. */
  private readonly known = new Map<PlanUnit, Profile>();
  private readonly knownLists = new WeakMap<readonly PlanUnit[], Profile[]>();

  /** Those of units of one scale to which the same is assigned, where no section asks for a param. */
  private readonly bounds = new Map<string, UnitBounds>();
  private readonly reaches: ReadonlyMap<string, PointColumn>;
  private readonly numbers = new Map<CriterionSet, number>();
  private readonly expressions = new Map<Condition, (ranges: Ranges) => Verdict>();

  /** Who can have a rank. */
  readonly competing: readonly PlanUnit[];

  /** `reaches` are, by scale, the most points each criterion can give, by index. */
  constructor(
    readonly plan: Plan,
    reaches: ReadonlyMap<string, readonly bigint[]>,
  ) {
    this.reaches = new Map(
      [...reaches].map(([code, points]) => [code, columnOf(plan.scales.get(code)!, points)] as const),
    );
    this.competing = [...plan.units.values()].filter(({ competes }) => competes);
  }

  profileOf(unit: PlanUnit): Profile {
    let profile = this.known.get(unit);
    if (profile === undefined) this.known.set(unit, (profile = this.makeProfile(unit)));
    return profile;
  }

  private makeProfile(unit: PlanUnit): Profile {
    const params = [...unit.params].map(([name, value]) => `${name}=${exactText(value)}`);
    const assigned = `${unit.scale.code} ${this.numberOf(unit.notAssigned)}`;
    const key = `${assigned} ${JSON.stringify(params)}`;
    let known = this.profiles.get(key);
    if (known === undefined) {
      const asks = unit.scale.sections.some(({ when }) => when !== undefined);
      known = { unit, bounds: this.boundsOf(unit, asks ? key : assigned), verdicts: new Map() };
      this.profiles.set(key, known);
    }
    return known;
  }

  /** Units to which the same criteria are not assigned share one set. */
  private numberOf(set: CriterionSet): number {
    let known = this.numbers.get(set);
    if (known === undefined) this.numbers.set(set, (known = this.numbers.size));
    return known;
  }

  private boundsOf(unit: PlanUnit, key: string): UnitBounds {
    let known = this.bounds.get(key);
    if (known === undefined) {
      const { scale } = unit;
      const mayHold = (when: Condition, bounds: UnitBounds): boolean => this.judge(when, unit, bounds, true).mayHold;
      known = new UnitBounds(scale, unit, this.reaches.get(scale.code)!, this.plan.rounds, mayHold);
      this.bounds.set(key, known);
    }
    return known;
  }

  /** The different profiles of some units. */
  profilesOf(units: readonly PlanUnit[]): readonly Profile[] {
    let known = this.knownLists.get(units);
    if (known === undefined) {
      this.knownLists.set(units, (known = [...new Set(units.map((unit) => this.profileOf(unit)))]));
    }
    return known;
  }

  /** What can come of a condition; `alone`: of one round, as `bonus.when` and `penalty.when` are judged. */
  verdict(condition: Condition, { unit, bounds, verdicts }: Profile, alone = false): Verdict {
    let known = verdicts.get(condition);
    if (known === undefined) verdicts.set(condition, (known = this.judge(condition, unit, bounds, alone)));
    return known;
  }

  /** Whether it may hold for some of them, and fail for some; no more are judged than it takes to know. */
  verdictOfAll(condition: Condition, profiles: readonly Profile[], alone: boolean): Verdict {
    const all: Verdict = { mayHold: false, mayFail: false };
    for (const profile of profiles) {
      const { mayHold, mayFail } = this.verdict(condition, profile, alone);
      all.mayHold ||= mayHold;
      all.mayFail ||= mayFail;
      if (all.mayHold && all.mayFail) break;
    }
    return all;
  }

  private judge(condition: Condition, unit: PlanUnit, bounds: UnitBounds, alone: boolean): Verdict {
    const ranges = new Map<string, Interval>();
    let mayLack = false;
    for (const [name, source] of condition.inputs) {
      const range = this.rangeOf(source, unit, bounds, alone);
      if (range === undefined) return { mayHold: false, mayFail: true };
      if (ENTERED.has(source.kind)) mayLack = true;
      ranges.set(name, range);
    }
    const { mayHold, mayFail } = this.expression(condition)(ranges);
    return { mayHold, mayFail: mayFail || mayLack };
  }

  /** The condition, read once. */
  private expression(condition: Condition): (ranges: Ranges) => Verdict {
    let known = this.expressions.get(condition);
    if (known === undefined) this.expressions.set(condition, (known = expressionJudge(condition.expr)));
    return known;
  }

  /** All that a source can be; undefined for one that never has a value. */
  private rangeOf(source: ConditionSource, unit: PlanUnit, bounds: UnitBounds, alone: boolean): Interval | undefined {
    const { kind, code } = source;
    switch (kind) {
      case 'param': {
        const value = unit.params.get(code);
        return value && exactly(value);
      }
      case 'fact':
        return this.rangeOfFact(code, unit, bounds);
      case 'value':
      case 'percent':
      case 'mean': {
        const { index, rule, maxUnits } = unit.scale.byCode.get(code)!;
        if (kind !== 'mean' && unit.notAssigned.has(index)) return undefined;
        const max = { n: maxUnits, d: 10n ** BigInt(unit.scale.digits) };
        return rule!.value === 'points' ? { low: ZERO, high: max } : NOT_NEGATIVE;
      }
      default:
        return bounds.figure(kind, code, alone);
    }
  }

  /** Rows of facts come and go; what is derived follows from what can be. */
  private rangeOfFact(code: string, unit: PlanUnit, bounds: UnitBounds): Interval {
    const when = this.plan.factKinds.find((each) => each.code === code)!.when;
    if (when === undefined) return EITHER;
    const { mayHold, mayFail } = this.judge(when, unit, bounds, false);
    return mayHold && mayFail ? EITHER : exactly(mayHold ? fromInteger(1n) : ZERO);
  }
}

const ENTERED: ReadonlySet<ConditionSource['kind']> = new Set(['value', 'percent', 'mean']);
