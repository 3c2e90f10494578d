import type { UnitKind } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import type { KeyFigure, UnitFigures } from './figures.js';
import type { ClusterRanking, SettlementBasis } from './standing.js';
import { columnOf, TextFigures } from './text-figures.js';
import { MAX_SCALE_DIGITS } from '../number/fixed.js';

/** What the plan says of a cluster's units, as columns: one who walks them by rank jumps about. */
export interface Members {
  readonly codes: readonly string[];
  readonly held: Uint8Array;
  /** As in `KIND`; 0 for a unit the plan no longer has. */
  readonly kinds: Uint8Array;
}

export const KIND: Readonly<Record<UnitKind, number>> = { collective: 1, individual: 2 };

/** A ranked cluster: all that classes and rewards are given by. Units go by index, and indices follow their codes. */
export interface RankedCluster {
  readonly code: string;
  /** True when its classes follow from other clusters. */
  readonly settled: boolean;
  readonly members: Members;
  readonly figures: UnitFigures;
  /** The precedence. */
  readonly keys: readonly KeyFigure[];
  /** Units as they are listed: the ranked ones, then the others. */
  readonly order: Int32Array;
  /** By unit: 1, 2, 2, 4; 0 for a unit without a rank. */
  readonly ranks: Int32Array;
  /** How many units have a rank. */
  readonly ranked: number;
  /** By unit: the index of its class in the plan, -1 for none. */
  readonly classes: Int32Array;
  /** By unit: the best class its facts allow, by index. */
  readonly ceilings: Int32Array;
  /** By unit: 1 for one that a fact bars from every reward. */
  readonly barred: Uint8Array;
  /** For whom the `when` of each class and reward holds; undefined for one that has none. */
  readonly classesMet: readonly (Uint8Array | undefined)[];
  readonly rewardsMet: readonly (Uint8Array | undefined)[];
}

export function membersOf(plan: Plan, codes: readonly string[]): Members {
  const units = codes.map((code) => plan.units.get(code));
  return {
    codes,
    held: Uint8Array.from(units, (unit) => (unit?.held === true ? 1 : 0)),
    kinds: Uint8Array.from(units, (unit) => (unit === undefined ? 0 : KIND[unit.kind])),
  };
}

/** A cluster read back from its ranking as a result shows it, and from what no ranking shows. */
export function readRanked(plan: Plan, { code, standings }: ClusterRanking, basis: SettlementBasis): RankedCluster {
  const classAt = new Map(plan.classes.map((each, index) => [each.code, index]));
  const codes = standings.map(({ unit }) => unit);
  const kindsOf = standings.map(({ facts }) => plan.factKinds.filter((kind) => facts.includes(kind.code)));
  const columns = (
    lists: Readonly<Record<string, readonly string[]>>,
    all: readonly { code: string; when: unknown }[],
  ) => {
    // A code may be called as something that every object has.
    const byCode = new Map(Object.entries(lists));
    return all.map(({ code: own, when }) => {
      const units = new Set(byCode.get(own));
      return when === undefined ? undefined : Uint8Array.from(codes, (unit) => (units.has(unit) ? 1 : 0));
    });
  };
  return {
    code,
    settled: plan.clusterOf.get(code)?.settled ?? false,
    members: membersOf(plan, codes),
    figures: new TextFigures(standings),
    keys: plan.ranking.precedence.map(({ field }, index) =>
      keyOf(
        codes.map((unit) => basis.keys[unit]![index]!),
        field,
      ),
    ),
    order: Int32Array.from(standings, (_, index) => index),
    ranks: Int32Array.from(standings, ({ rank }) => rank ?? 0),
    ranked: standings.filter(({ rank }) => rank !== null).length,
    classes: Int32Array.from(standings, (each) => classAt.get(each.class ?? '') ?? -1),
    ceilings: Int32Array.from(kindsOf, (kinds) => Math.max(0, ...kinds.map(({ classAtMost }) => classAtMost ?? 0))),
    barred: Uint8Array.from(kindsOf, (kinds) => (kinds.some(({ barred }) => barred) ? 1 : 0)),
    classesMet: columns(basis.classes, plan.classes),
    rewardsMet: columns(basis.rewards, plan.rewards),
  };
}

const keyOf = (texts: readonly string[], field: string): KeyFigure => ({
  column: columnOf(texts),
  at: 0,
  digits: MAX_SCALE_DIGITS,
  lowerIsBetter: field === 'penalty',
});
