import type { Plan, PlanReward } from '../plan/plan.js';
import type { ClusterRanking } from '../standings/standing.js';
import type { RewardRow } from './reward-row.js';
import { proposeInCampaign, proposeInCluster, type Proposed } from './propose-group.js';
import { readRanked, type RankedCluster } from './ranked-cluster.js';

/**
 * Rows of `plan.localRewards` for one cluster, in list order (spec, "Rewards, in order"). Whether the ranking is of this
 * plan is the caller's to know; there are no other errors.
 */
export function proposeLocal(plan: Plan, ranking: ClusterRanking): RewardRow[] {
  return proposeLocally(plan, readRanked(plan, ranking));
}

/** The same from a cluster ranked here. */
export const proposeLocally = (plan: Plan, cluster: RankedCluster): RewardRow[] =>
  proposeAll(plan, rewardsOf(plan).local, [cluster], []);

/**
 * Rows of `plan.campaignRewards`, in list order, those of scope cluster with a row a cluster (spec, "Rewards, in order").
 * `rankings` are every cluster's, `local` the rows `proposeLocal` gave for them. Throws a RangeError when a ranking is
 * missing.
 */
export function proposeCampaign(
  plan: Plan,
  rankings: readonly ClusterRanking[],
  local: readonly RewardRow[],
): RewardRow[] {
  const clusters = inFileOrder(plan, rankings).map((ranking) => readRanked(plan, ranking));
  return proposeWidely(plan, clusters, local);
}

/** The same from clusters ranked here, in file order. */
export const proposeWidely = (
  plan: Plan,
  clusters: readonly RankedCluster[],
  local: readonly RewardRow[],
): RewardRow[] => proposeAll(plan, rewardsOf(plan).wide, clusters, local);

/** The rankings in the file's order of clusters, all of them. */
export function inFileOrder(plan: Plan, rankings: readonly ClusterRanking[]): ClusterRanking[] {
  const byCode = new Map(rankings.map((ranking) => [ranking.code, ranking]));
  return plan.clusters.map(({ code }) => {
    const ranking = byCode.get(code);
    if (ranking === undefined) throw new RangeError(`no ranking of cluster ${code}`);
    return ranking;
  });
}

interface RewardLists {
  local: readonly PlanReward[];
  wide: readonly PlanReward[];
  /** Those that some reward excludes. */
  excluded: ReadonlySet<string>;
}

const lists = new WeakMap<Plan, RewardLists>();

/** A plan's rewards by who settles them, sorted out once: this is asked for every cluster. */
function rewardsOf(plan: Plan): RewardLists {
  let known = lists.get(plan);
  if (known === undefined) {
    const isLocal = ({ code }: PlanReward): boolean => plan.localRewards.includes(code);
    known = {
      local: plan.rewards.filter(isLocal),
      wide: plan.rewards.filter((reward) => !isLocal(reward)),
      excluded: new Set(plan.rewards.flatMap(({ excludes }) => excludes)),
    };
    lists.set(plan, known);
  }
  return known;
}

/** Where no reward excludes another. */
const NOBODY: Proposed = new Map();

function proposeAll(
  plan: Plan,
  rewards: readonly PlanReward[],
  clusters: readonly RankedCluster[],
  earlier: readonly RewardRow[],
): RewardRow[] {
  const { excluded } = rewardsOf(plan);
  const proposed: Proposed = excluded.size === 0 ? NOBODY : new Map();
  for (const row of earlier) note(proposed, excluded, row);
  const rows: RewardRow[] = [];
  for (const reward of rewards) {
    const first = rows.length;
    if (reward.scope === 'campaign') rows.push(proposeInCampaign(plan, reward, clusters, proposed));
    else for (const cluster of clusters) rows.push(proposeInCluster(plan, reward, cluster, proposed));
    // Rows of one reward have no say in one another.
    for (let i = first; i < rows.length; i++) note(proposed, excluded, rows[i]!);
  }
  return rows;
}

function note(proposed: Proposed, excluded: ReadonlySet<string>, { code, proposed: units }: RewardRow): void {
  if (!excluded.has(code)) return;
  const known = proposed.get(code) ?? new Set<string>();
  for (const unit of units) known.add(unit);
  proposed.set(code, known);
}
