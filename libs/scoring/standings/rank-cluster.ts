import type { Plan } from '../plan/plan.js';
import type { ClusterRanking, UnitScore } from './standing.js';
import { ClusterOrder } from './cluster-order.js';
import { compareCodes } from './precedence.js';
import { TextFigures } from './text-figures.js';
import { writeRanking } from './write-ranking.js';

/**
 * Ranks one cluster from its units' scores: ranks 1, 2, 2, 4, ties, classes; unranked units last (spec,
 * "Standings", "Classes"). `scores` must hold every unit of the cluster. Throws a RangeError otherwise.
 */
export function rankCluster(plan: Plan, cluster: string, scores: ReadonlyMap<string, UnitScore>): ClusterRanking {
  const members = plan.clusterOf.get(cluster);
  if (members === undefined) throw new RangeError(`no cluster ${cluster} in this plan`);
  const known = [...members.units].sort(compareCodes).map((unit) => {
    const score = scores.get(unit);
    if (score === undefined) throw new RangeError(`no score of unit ${unit} to rank cluster ${cluster}`);
    return score;
  });
  const order = new ClusterOrder(plan, new TextFigures(known));
  order.renew();
  return writeRanking(plan, cluster, order, (unit) => known[unit]!);
}
