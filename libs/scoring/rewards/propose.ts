import type { Plan, PlanReward } from '../plan/plan.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import { proposeInCampaign, proposeInCluster, type Proposed } from './propose-group.js';
import type { RewardRow } from './reward-row.js';

/** Rows of `plan.localRewards` for one cluster, in list order (spec, "Rewards, in order"). */
export const proposeLocally = (plan: Plan, cluster: RankedCluster): RewardRow[] =>
  proposeAll(plan, rewardsOf(plan).local, [cluster], []);

/**
 * Rows of `plan.campaignRewards`, in list order, those of scope cluster with a row a cluster. `clusters` are all, in
 * file order, with their classes settled; `local` are the rows `proposeLocally` gave for them.
 */
export const proposeWidely = (
  plan: Plan,
  clusters: readonly RankedCluster[],
  local: readonly RewardRow[],
): RewardRow[] => proposeAll(plan, rewardsOf(plan).wide, clusters, local);

interface RewardLists {
  local: readonly PlanReward[];
  wide: readonly PlanReward[];
  /** Those whose proposals some other reward rests on. */
  restedOn: ReadonlySet<string>;
}

const lists = new WeakMap<Plan, RewardLists>();

/** A plan's rewards by who settles them, sorted out once: this is asked for every cluster. */
function rewardsOf(plan: Plan): RewardLists {
  let known = lists.get(plan);
  if (known === undefined) {
    const local = new Set(plan.localRewards);
    const isLocal = ({ code }: PlanReward): boolean => local.has(code);
    known = {
      local: plan.rewards.filter(isLocal),
      wide: plan.rewards.filter((reward) => !isLocal(reward)),
      restedOn: new Set(
        plan.rewards.flatMap(({ excludes, requires, quota }) => [
          ...excludes,
          ...requires,
          ...('percent' in quota && quota.of !== undefined ? [quota.of] : []),
        ]),
      ),
    };
    lists.set(plan, known);
  }
  return known;
}

/** Where no reward rests on another. */
const NOBODY: Proposed = new Map();

function proposeAll(
  plan: Plan,
  rewards: readonly PlanReward[],
  clusters: readonly RankedCluster[],
  earlier: readonly RewardRow[],
): RewardRow[] {
  const { restedOn } = rewardsOf(plan);
  const proposed: Proposed = restedOn.size === 0 ? NOBODY : new Map();
  for (const row of earlier) note(proposed, restedOn, row);
  const rows: RewardRow[] = [];
  for (const reward of rewards) {
    const first = rows.length;
    if (reward.scope === 'campaign') rows.push(proposeInCampaign(plan, reward, clusters, proposed));
    else for (const cluster of clusters) rows.push(proposeInCluster(plan, reward, cluster, proposed));
    // Rows of one reward have no say in one another.
    for (let i = first; i < rows.length; i++) note(proposed, restedOn, rows[i]!);
  }
  return rows;
}

function note(proposed: Proposed, restedOn: ReadonlySet<string>, { code, proposed: units }: RewardRow): void {
  if (!restedOn.has(code)) return;
  const known = proposed.get(code) ?? new Set<string>();
  for (const unit of units) known.add(unit);
  proposed.set(code, known);
}
