import type { Plan } from '../plan/plan.js';
import { proposeWidely } from '../rewards/propose.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { readRanked } from '../standings/ranked-cluster.js';
import { settleClasses } from '../standings/settle-classes.js';
import type { ClusterRanking, SettlementBasis } from '../standings/standing.js';
import { inFileOrder } from './assemble-result.js';

/** A cluster ranked by itself, as it is stored until all can be settled. */
export interface UnsettledCluster {
  ranking: ClusterRanking;
  basis: SettlementBasis;
  /** The rows of rewards that the cluster settled. */
  rewards: readonly RewardRow[];
}

/** What only all clusters together can tell. */
export interface Settlement {
  /** By unit of the clusters whose classes are settled: its class, or null. */
  classes: Record<string, string | null>;
  /** Rows of `plan.campaignRewards`, in list order, those of scope cluster with a row a cluster. */
  rewards: RewardRow[];
}

/**
 * Settles the classes and rewards that need every cluster (spec, "Classes", "Rewards, in order"). Throws a RangeError
 * when a cluster is missing.
 */
export function settle(plan: Plan, unsettled: readonly UnsettledCluster[]): Settlement {
  const basisOf = new Map(unsettled.map(({ ranking, basis }) => [ranking.code, basis]));
  const rankings = inFileOrder(
    plan,
    unsettled.map(({ ranking }) => ranking),
  );
  const clusters = rankings.map((ranking) => readRanked(plan, ranking, basisOf.get(ranking.code)!));
  settleClasses(plan, clusters);
  const classes: Settlement['classes'] = {};
  for (const { settled, members, classes: given } of clusters) {
    if (settled) members.codes.forEach((code, unit) => (classes[code] = plan.classes[given[unit]!]?.code ?? null));
  }
  const local = unsettled.flatMap(({ rewards }) => rewards);
  return { classes, rewards: proposeWidely(plan, clusters, local) };
}

/**
 * A ranking with the classes a settlement gives its units (spec, "Classes"); the others keep theirs. Neither is changed,
 * and nothing throws.
 */
export const withClasses = (ranking: ClusterRanking, { classes }: Pick<Settlement, 'classes'>): ClusterRanking => ({
  ...ranking,
  standings: ranking.standings.map((standing) =>
    Object.hasOwn(classes, standing.unit) ? { ...standing, class: classes[standing.unit]! } : standing,
  ),
});
