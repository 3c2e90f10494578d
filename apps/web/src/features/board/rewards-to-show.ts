import type { Board, BoardCluster, RewardRow } from '../../api/types.js';

/** Without those that could go to nobody here, which would only be noise: no place, or no unit of the kind it is for. */
export function rewardsToShow(rewards: readonly RewardRow[]): RewardRow[] {
  return rewards.filter(
    ({ fits, quota, proposed, tieAtEdge, held, barred }) =>
      (fits && quota > 0) || proposed.length + tieAtEdge.length + held.length + barred.length > 0,
  );
}

/** What stands where a reward names nobody: whether nobody qualifies, or somebody does whom the rule alone cannot name. */
export function nobodyText({ tieAtEdge, held, barred }: RewardRow): 'rewards.nobody' | 'rewards.noneProposed' {
  return tieAtEdge.length + held.length + barred.length > 0 ? 'rewards.noneProposed' : 'rewards.nobody';
}

/** The rewards that somebody is proposed for, each once. */
export function namesOfProposed(rewards: readonly RewardRow[]): string[] {
  return [...new Set(rewards.filter(({ proposed }) => proposed.length > 0).map(({ name }) => name))];
}

/** The rewards that units of the cluster are proposed for by the review of the whole campaign, not by that of the cluster. */
export function reviewedTogether({ campaignRewards }: Board, cluster: BoardCluster): RewardRow[] {
  const units = new Set(cluster.standings.map(({ unit }) => unit));
  return (campaignRewards?.rewards ?? []).filter(({ proposed }) => proposed.some((unit) => units.has(unit)));
}
