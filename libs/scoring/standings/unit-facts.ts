import type { PlanFactKind, PlanUnit } from '../plan/plan.js';
import { ConditionColumn, type ConditionFault, type ConditionValues } from './condition-column.js';

/** Which facts are in force for the units of one cluster: those listed, and those that follow (spec, "Facts"). */
export class UnitFacts {
  /** By kind: for whom it is in force. */
  private readonly inForce: readonly Uint8Array[];
  private readonly derived: readonly (ConditionColumn | undefined)[];
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(
    private readonly kinds: readonly PlanFactKind[],
    units: readonly PlanUnit[],
    values: Omit<ConditionValues, 'hasFact'>,
  ) {
    this.indexOf = new Map(kinds.map(({ code, index }) => [code, index]));
    this.derived = kinds.map(({ when }) => when && new ConditionColumn(when, { ...values, hasFact: () => false }));
    this.inForce = kinds.map(
      ({ index }) => this.derived[index]?.meets ?? Uint8Array.from(units, ({ facts }) => (facts.has(index) ? 1 : 0)),
    );
  }

  /** Derived kinds of which one unit's figures decide for others. */
  get isShared(): boolean {
    return this.derived.some((column) => column?.isShared);
  }

  /** Judges the derived kinds for the units from `from` up to `to`. */
  derive(from: number, to: number): void {
    for (const column of this.derived) column?.run(from, to);
  }

  has(unit: number, kind: string): boolean {
    return this.inForce[this.indexOf.get(kind)!]![unit] === 1;
  }

  /** The condition a derived kind follows from. */
  conditionOf(kind: PlanFactKind): ConditionColumn | undefined {
    return this.derived[kind.index];
  }

  /** Codes of the kinds in force, sorted. */
  codesOf(unit: number, sort: (codes: string[]) => string[]): string[] {
    return sort(this.kinds.filter(({ index }) => this.inForce[index]![unit] === 1).map(({ code }) => code));
  }

  /** The best class the unit may have for its facts, by index: 0 for any. */
  ceiling(unit: number): number {
    let best = 0;
    for (const { index, classAtMost } of this.kinds) {
      if (classAtMost !== undefined && this.inForce[index]![unit] === 1) best = Math.max(best, classAtMost);
    }
    return best;
  }

  isBarred(unit: number): boolean {
    return this.kinds.some(({ index, barred }) => barred && this.inForce[index]![unit] === 1);
  }

  get faults(): ConditionFault[] {
    return this.derived.flatMap((column) => column?.faults ?? []);
  }
}
