import type { Plan, PlanReward } from '../plan/plan.js';
import { atLeast } from '../standings/class-conditions.js';
import { TOTAL } from '../standings/figures.js';
import { fillPlaces, type Filled } from '../standings/fill-places.js';
import { KIND, type RankedCluster } from '../standings/ranked-cluster.js';
import { areEqual, walkTogether } from '../standings/walk-together.js';
import { compareCodes } from '../text/codes.js';
import { quotaOf } from './quota.js';
import type { RewardRow } from './reward-row.js';

/** Units proposed so far, by reward: what `excludes`, `requires` and a share of a reward look at. */
export type Proposed = Map<string, Set<string>>;

/** The row of one reward for one cluster (spec, "Rewards, in order"). */
export function proposeInCluster(
  plan: Plan,
  reward: PlanReward,
  cluster: RankedCluster,
  proposed: Proposed,
): RewardRow {
  const { codes } = cluster.members;
  const { ranks } = cluster;
  const quota = Number(quotaOf(reward.quota, countOf(reward, [cluster], proposed)));
  const { candidates, ...apart } = takeUp(plan, reward, cluster, proposed, quota);
  // Within a cluster, walking by precedence keys is walking by rank.
  const filled = fillPlaces(candidates, (a, b) => ranks[a] === ranks[b], quota);
  const walk = candidates.map((unit) => codes[unit]!);
  return rowOf(reward.code, cluster.code, quota, walk, filled, apart);
}

/** The row of one reward for all clusters together. */
export function proposeInCampaign(
  plan: Plan,
  reward: PlanReward,
  clusters: readonly RankedCluster[],
  proposed: Proposed,
): RewardRow {
  const quota = Number(quotaOf(reward.quota, countOf(reward, clusters, proposed)));
  const taken = clusters.map((cluster) => ({ cluster, ...takeUp(plan, reward, cluster, proposed, quota) }));
  const walk = walkTogether(taken);
  const filled = fillPlaces(walk, areEqual, quota);
  const codes = walk.map(({ code }) => code);
  const held = taken.flatMap((each) => each.held);
  const barred = taken.flatMap((each) => each.barred);
  return rowOf(reward.code, null, quota, codes, filled, { held, barred });
}

/** Written out member by member: this is the order in which a result shows them. */
const rowOf = (
  code: string,
  cluster: string | null,
  quota: number,
  walk: readonly string[],
  { placed, edge }: Filled,
  { held, barred }: Pick<Taken, 'held' | 'barred'>,
): RewardRow => ({
  code,
  cluster,
  quota,
  open: quota - placed,
  proposed: walk.slice(0, placed),
  tieAtEdge: walk.slice(placed, edge),
  held: held.sort(compareCodes),
  barred: barred.sort(compareCodes),
});

/** What a quota is a share of: the ranked units of the group that the reward is for, or those proposed for another. */
export function countOf(
  { quota, for: audience }: PlanReward,
  clusters: readonly RankedCluster[],
  proposed: Proposed,
): number {
  const of = 'percent' in quota ? quota.of : undefined;
  if (of !== undefined) {
    const units = proposed.get(of) ?? NOBODY;
    return clusters.reduce((sum, { members }) => sum + members.codes.filter((code) => units.has(code)).length, 0);
  }
  return clusters.reduce((sum, { order, ranked, members: { kinds } }) => {
    if (audience === undefined) return sum + ranked;
    const kind = KIND[audience];
    return sum + order.subarray(0, ranked).reduce((count, unit) => (kinds[unit] === kind ? count + 1 : count), 0);
  }, 0);
}

const NOBODY: ReadonlySet<string> = new Set();

interface Taken {
  /** By index, in rank order. */
  candidates: number[];
  /** By code: they meet the conditions but are held. */
  held: string[];
  /** By code: they meet the conditions but a fact bars them. */
  barred: string[];
}

/**
 * Who of a cluster comes into question for a reward of so many places: no candidate beyond those who, in this cluster
 * alone, get a place or are tied with the first who gets none.
 */
function takeUp(plan: Plan, reward: PlanReward, cluster: RankedCluster, proposed: Proposed, places: number): Taken {
  const { codes, held, kinds } = cluster.members;
  const { figures, order, ranks, ranked, barred } = cluster;
  const kind = reward.for && KIND[reward.for];
  const isEnough = reward.minTotal && atLeast(figures, TOTAL, reward.minTotal);
  const taken: Taken = { candidates: [], held: [], barred: [] };
  if (reward.minClusterSize !== undefined && ranked < reward.minClusterSize) return taken;
  for (let i = 0; i < ranked; i++) {
    const unit = order[i]!;
    if (kind !== undefined && kinds[unit] !== kind) continue;
    if (isEnough?.(unit) === false || !meetsOthers(plan, reward, cluster, proposed, unit)) continue;
    const first = taken.candidates[places];
    if (barred[unit] === 1) taken.barred.push(codes[unit]!);
    else if (held[unit] === 1) taken.held.push(codes[unit]!);
    else if (first === undefined || ranks[unit] === ranks[first]) taken.candidates.push(unit);
  }
  return taken;
}

/** Whether a ranked unit is complete, high enough, of a class that counts and proposed for what it must and may be. */
function meetsOthers(
  plan: Plan,
  { index, maxRank, classes, excludes, requires }: PlanReward,
  { members: { codes }, figures, ranks, classes: given, rewardsMet }: RankedCluster,
  proposed: Proposed,
  unit: number,
): boolean {
  if (figures.lacking[unit]! > 0) return false;
  if (maxRank !== undefined && ranks[unit]! > maxRank) return false;
  if (classes !== undefined && !classes.has(plan.classes[given[unit]!]?.code ?? '')) return false;
  if (rewardsMet[index]?.[unit] === 0) return false;
  for (const code of excludes) if (proposed.get(code)?.has(codes[unit]!) === true) return false;
  for (const code of requires) if (proposed.get(code)?.has(codes[unit]!) !== true) return false;
  return true;
}
