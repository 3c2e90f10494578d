import type { UnitKind } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import type { ClusterRanking } from '../standings/standing.js';
import type { ClusterOrder } from '../standings/cluster-order.js';
import { TextFigures } from '../standings/text-figures.js';

/** What the plan says of a cluster's units, as columns: one who walks them by rank jumps about. */
export interface Members {
  readonly codes: readonly string[];
  readonly held: Uint8Array;
  /** As in `KIND`; 0 for a unit the plan no longer has. */
  readonly kinds: Uint8Array;
}

export const KIND: Readonly<Record<UnitKind, number>> = { collective: 1, individual: 2 };

/** A ranked cluster: all that rewards are proposed from. */
export interface RankedCluster {
  readonly code: string;
  readonly members: Members;
  readonly standing: Pick<ClusterOrder, 'figures' | 'order' | 'ranks' | 'ranked' | 'classes'>;
}

export function membersOf(plan: Plan, codes: readonly string[]): Members {
  const units = codes.map((code) => plan.units.get(code));
  return {
    codes,
    held: Uint8Array.from(units, (unit) => (unit?.held === true ? 1 : 0)),
    kinds: Uint8Array.from(units, (unit) => (unit === undefined ? 0 : KIND[unit.kind])),
  };
}

/** A cluster read back from its ranking as a result shows it. */
export function readRanked(plan: Plan, { code, standings }: ClusterRanking): RankedCluster {
  const classAt = new Map(plan.classes.map((each, index) => [each.code, index]));
  const standing = {
    figures: new TextFigures(standings),
    order: Int32Array.from(standings, (_, index) => index),
    ranks: Int32Array.from(standings, ({ rank }) => rank ?? 0),
    ranked: standings.filter(({ rank }) => rank !== null).length,
    classes: Int32Array.from(standings, (each) => classAt.get(each.class ?? '') ?? -1),
  };
  const codes = standings.map(({ unit }) => unit);
  return { code, members: membersOf(plan, codes), standing };
}
