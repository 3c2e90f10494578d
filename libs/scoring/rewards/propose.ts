import type { Plan, PlanReward } from '../plan/plan.js';
import type { ClusterRanking, RewardRow } from '../result/result.js';
import { proposeGroup, type Proposed } from './propose-group.js';

/** Rows of `plan.localRewards` for one cluster, in list order. */
export function proposeLocal(plan: Plan, ranking: ClusterRanking): RewardRow[] {
  return proposeAll(plan, rewardsOf(plan, plan.localRewards), [ranking], []);
}

/**
 * Rows of `plan.campaignRewards`, in list order, those of scope cluster with a row a cluster. `rankings` are
 * every cluster's, `local` the rows `proposeLocal` gave for them. Throws a RangeError when a ranking is missing.
 */
export function proposeCampaign(
  plan: Plan,
  rankings: readonly ClusterRanking[],
  local: readonly RewardRow[],
): RewardRow[] {
  return proposeAll(plan, rewardsOf(plan, plan.campaignRewards), inFileOrder(plan, rankings), local);
}

/** The rankings in the file's order of clusters, all of them. */
export function inFileOrder(plan: Plan, rankings: readonly ClusterRanking[]): ClusterRanking[] {
  const byCode = new Map(rankings.map((ranking) => [ranking.code, ranking]));
  return plan.clusters.map(({ code }) => {
    const ranking = byCode.get(code);
    if (ranking === undefined) throw new RangeError(`no ranking of cluster ${code}`);
    return ranking;
  });
}

function rewardsOf(plan: Plan, codes: readonly string[]): PlanReward[] {
  const wanted = new Set(codes);
  return plan.rewards.filter((reward) => wanted.has(reward.code));
}

function proposeAll(
  plan: Plan,
  rewards: readonly PlanReward[],
  rankings: readonly ClusterRanking[],
  earlier: readonly RewardRow[],
): RewardRow[] {
  const proposed: Proposed = new Map();
  const note = (row: RewardRow): void => {
    const units = proposed.get(row.code) ?? new Set<string>();
    for (const unit of row.proposed) units.add(unit);
    proposed.set(row.code, units);
  };
  earlier.forEach(note);
  const rows: RewardRow[] = [];
  for (const reward of rewards) {
    const groups = reward.scope === 'campaign' ? [rankings] : rankings.map((ranking) => [ranking]);
    for (const group of groups) {
      const row = proposeGroup(plan, reward, group, proposed);
      note(row);
      rows.push(row);
    }
  }
  return rows;
}
