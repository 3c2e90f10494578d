import { formatUnits } from '../number/fixed.js';
import type { Plan, PlanUnit } from '../plan/plan.js';
import { ConditionColumn, type ConditionFault, type ConditionValues } from '../standings/condition-column.js';
import { classTest } from '../standings/class-conditions.js';
import type { EntryValues } from '../standings/entry-values.js';
import type { UnitFigures } from '../standings/figures.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { SettlementBasis } from '../standings/standing.js';
import { UnitFacts } from '../standings/unit-facts.js';
import { compareCodes } from '../text/codes.js';

/** What the conditions of a cluster's units rest on. */
export interface ConditionScope {
  entries: EntryValues | undefined;
  /** Whether a unit gets a rank. */
  counts(unit: number): boolean;
  /** Present where classes are given before ranks. */
  classKey: Float64Array | undefined;
}

/** Facts, and the conditions of classes and rewards, for the units of one cluster (spec, "Facts", "Conditions"). */
export class ClusterConditions {
  /** By unit: the index of its class in the plan, -1 for none. */
  readonly classes: Int32Array;
  readonly ceilings: Int32Array;
  readonly barred: Uint8Array;
  readonly classesMet: readonly (Uint8Array | undefined)[];
  readonly rewardsMet: readonly (Uint8Array | undefined)[];
  readonly facts: UnitFacts | undefined;
  private readonly ofClasses: readonly (ConditionColumn | undefined)[];
  private readonly ofRewards: readonly (ConditionColumn | undefined)[];
  /** Where classes are given before ranks. */
  private readonly classTests: readonly ((unit: number) => boolean)[];
  /** Whether there is nothing to judge. */
  private readonly isEmpty: boolean;
  /** Whether one unit's figures can change what holds for another. */
  readonly isShared: boolean;

  constructor(
    private readonly plan: Plan,
    private readonly units: readonly PlanUnit[],
    figures: UnitFigures,
    private readonly scope: ConditionScope,
  ) {
    const { size } = figures;
    this.classes = new Int32Array(size).fill(-1);
    this.ceilings = new Int32Array(size);
    this.barred = new Uint8Array(size);
    const params = (unit: number) => units[unit]!.params;
    this.facts =
      plan.factKinds.length === 0
        ? undefined
        : new UnitFacts(plan.factKinds, units, { figures, entries: scope.entries, params });
    const values: ConditionValues = {
      figures,
      entries: scope.entries,
      params,
      hasFact: (unit, kind) => this.facts!.has(unit, kind),
    };
    this.ofClasses = plan.classes.map(({ when }) => when && new ConditionColumn(when, values));
    this.ofRewards = plan.rewards.map(({ when }) => when && new ConditionColumn(when, values));
    this.classesMet = this.ofClasses.map((column) => column?.meets);
    this.rewardsMet = this.ofRewards.map((column) => column?.meets);
    const columns = [...this.ofClasses, ...this.ofRewards].filter((column) => column !== undefined);
    this.isShared = columns.some((column) => column.isShared) || this.facts?.isShared === true;
    this.isEmpty = columns.length === 0 && this.facts === undefined && scope.classKey === undefined;
    this.classTests =
      scope.classKey === undefined ? [] : plan.classes.map((rule) => classTest(rule, figures, this.classesMet));
  }

  /** Judges everything for the units from `from` up to `to`, whose figures are current. */
  renew(from: number, to: number): void {
    if (this.isEmpty) return;
    this.scope.entries?.forgetMeans();
    const { counts, classKey } = this.scope;
    if (this.facts !== undefined) {
      this.facts.derive(from, to);
      for (let unit = from; unit < to; unit++) {
        this.ceilings[unit] = this.facts.ceiling(unit);
        this.barred[unit] = this.facts.isBarred(unit) ? 1 : 0;
      }
    }
    for (const column of this.ofClasses) column?.run(from, to, counts);
    this.ofRewards.forEach((column, index) => {
      const audience = this.plan.rewards[index]!.for;
      column?.run(from, to, (unit) => counts(unit) && (audience === undefined || this.units[unit]!.kind === audience));
    });
    if (classKey !== undefined) for (let unit = from; unit < to; unit++) this.giveClass(unit, classKey);
  }

  /** The `when` of a class or a reward, by index, with what it sees of each unit. */
  ofClass(index: number): ConditionColumn | undefined {
    return this.ofClasses[index];
  }

  ofReward(index: number): ConditionColumn | undefined {
    return this.ofRewards[index];
  }

  factsOf(unit: number): string[] {
    return this.facts?.codesOf(unit, (codes) => codes.sort(compareCodes)) ?? [];
  }

  /** What a later settlement needs to know of the cluster, ranked as it is now. */
  basis({ members: { codes }, keys }: RankedCluster): SettlementBasis {
    const met = (rules: readonly { code: string }[], columns: readonly (ConditionColumn | undefined)[]) =>
      Object.fromEntries(
        columns.flatMap((column, index) =>
          column === undefined ? [] : [[rules[index]!.code, codes.filter((_, unit) => column.meets[unit] === 1)]],
        ),
      );
    return {
      classes: met(this.plan.classes, this.ofClasses),
      rewards: met(this.plan.rewards, this.ofRewards),
      keys: Object.fromEntries(
        codes.map((code, unit) => [
          code,
          keys.map(({ column, at, digits }) => formatUnits(column[at + unit]!, digits)),
        ]),
      ),
    };
  }

  get faults(): ConditionFault[] {
    return [...(this.facts?.faults ?? []), ...[...this.ofClasses, ...this.ofRewards].flatMap((c) => c?.faults ?? [])];
  }

  /** Where classes have no shares, a unit's is the first it meets, whatever the others have. */
  private giveClass(unit: number, classKey: Float64Array): void {
    const found = this.scope.counts(unit)
      ? this.classTests.findIndex((meets, index) => index >= this.ceilings[unit]! && meets(unit))
      : -1;
    this.classes[unit] = found;
    classKey[unit] = -(found < 0 ? this.classTests.length : found);
  }
}
