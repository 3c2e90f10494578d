import type { UnitKind } from '../file/competition.js';
import type { Plan } from '../plan/plan.js';
import type { ClusterRanking } from '../result/result.js';
import type { ClusterOrder } from '../standings/cluster-order.js';
import { TextFigures } from '../standings/text-figures.js';

type Order = Pick<ClusterOrder, 'figures' | 'order' | 'ranks' | 'ranked' | 'classes'>;

/** A ranked cluster: all that rewards are proposed from. */
export interface RankedCluster extends Order {
  readonly code: string;
  /** By index. */
  readonly units: readonly { readonly code: string; readonly kind: UnitKind | undefined; readonly held: boolean }[];
}

export const rankedCluster = (
  code: string,
  units: RankedCluster['units'],
  { figures, order, ranks, ranked, classes }: Order,
): RankedCluster => ({ code, units, figures, order, ranks, ranked, classes });

/** A cluster read back from its ranking as a result shows it. A unit the plan no longer has is of no kind. */
export function readRanked(plan: Plan, { code, standings }: ClusterRanking): RankedCluster {
  const classAt = new Map(plan.classes.map((each, index) => [each.code, index]));
  return rankedCluster(
    code,
    standings.map(({ unit }) => ({
      code: unit,
      kind: plan.units.get(unit)?.kind,
      held: plan.units.get(unit)?.held === true,
    })),
    {
      figures: new TextFigures(standings),
      order: Int32Array.from(standings, (_, index) => index),
      ranks: Int32Array.from(standings, ({ rank }) => rank ?? 0),
      ranked: standings.filter(({ rank }) => rank !== null).length,
      classes: Int32Array.from(standings, (standing) => classAt.get(standing.class ?? '') ?? -1),
    },
  );
}
