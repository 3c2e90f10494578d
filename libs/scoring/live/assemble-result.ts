import type { Plan } from '../plan/plan.js';
import type { ClusterRanking } from '../standings/standing.js';
import type { ResultDocument } from './result.js';
import type { RewardRow } from '../rewards/reward-row.js';

/** Name and version of the engine: what a stored result says it was computed with. */
export const ENGINE = 'thidua@0.2.0';

/**
 * The result document (spec, "The result"): clusters in file order, reward rows in the order of the rewards,
 * then of the clusters. `input` is `sha256:…` of the file's canonical JSON; hashing is the caller's. Throws a
 * RangeError when a cluster's ranking is missing.
 */
export function assembleResult(
  plan: Plan,
  input: string,
  rankings: readonly ClusterRanking[],
  rows: readonly RewardRow[],
): ResultDocument {
  const rewardAt = new Map(plan.rewards.map((reward, index) => [reward.code, index]));
  const clusterAt = new Map(plan.clusters.map((cluster, index) => [cluster.code, index]));
  const order = (row: RewardRow): [number, number] => [
    rewardAt.get(row.code) ?? -1,
    row.cluster === null ? 0 : (clusterAt.get(row.cluster) ?? -1),
  ];
  const rewards = [...rows].sort((a, b) => {
    const [rewardA, clusterA] = order(a);
    const [rewardB, clusterB] = order(b);
    return rewardA - rewardB || clusterA - clusterB;
  });
  return { format: 'thidua-result/1', engine: ENGINE, input, clusters: inFileOrder(plan, rankings), rewards };
}

/** The rankings in the file's order of clusters, all of them. Throws a RangeError when one is missing. */
export function inFileOrder(plan: Plan, rankings: readonly ClusterRanking[]): ClusterRanking[] {
  const byCode = new Map(rankings.map((ranking) => [ranking.code, ranking]));
  return plan.clusters.map(({ code }) => {
    const ranking = byCode.get(code);
    if (ranking === undefined) throw new RangeError(`no ranking of cluster ${code}`);
    return ranking;
  });
}
