import type { Plan, PlanReward } from '../plan/plan.js';
import type { RewardRow } from './reward-row.js';
import { atLeast } from '../standings/assign-classes.js';
import { TOTAL } from '../standings/figures.js';
import { fillPlaces, type Filled } from '../standings/fill-places.js';
import { compareCodes } from '../standings/precedence.js';
import { quotaOf } from './quota.js';
import { KIND, type RankedCluster } from './ranked-cluster.js';
import { areEqual, walkTogether } from './walk-together.js';

/** Units proposed so far, by reward: what `excludes` looks at. */
export type Proposed = Map<string, Set<string>>;

/** The row of one reward for one cluster (spec, "Rewards, in order"). */
export function proposeInCluster(
  plan: Plan,
  reward: PlanReward,
  cluster: RankedCluster,
  proposed: Proposed,
): RewardRow {
  const { codes } = cluster.members;
  const { ranks } = cluster.standing;
  const quota = Number(quotaOf(reward.quota, countRanked(reward, cluster)));
  const { candidates, held } = takeUp(plan, reward, cluster, proposed, quota);
  // Within a cluster, walking by precedence keys is walking by rank.
  const filled = fillPlaces(candidates, (a, b) => ranks[a] === ranks[b], quota);
  const walk = candidates.map((unit) => codes[unit]!);
  return rowOf(reward.code, cluster.code, quota, walk, filled, held);
}

/** The row of one reward for all clusters together. */
export function proposeInCampaign(
  plan: Plan,
  reward: PlanReward,
  clusters: readonly RankedCluster[],
  proposed: Proposed,
): RewardRow {
  const ranked = clusters.reduce((sum, cluster) => sum + countRanked(reward, cluster), 0);
  const quota = Number(quotaOf(reward.quota, ranked));
  const taken = clusters.map((cluster) => ({ cluster, ...takeUp(plan, reward, cluster, proposed, quota) }));
  const walk = walkTogether(plan, taken);
  const filled = fillPlaces(walk, areEqual, quota);
  const codes = walk.map(({ code }) => code);
  const held = taken.flatMap((each) => each.held);
  return rowOf(reward.code, null, quota, codes, filled, held);
}

/** Written out member by member: this is the order in which a result shows them. */
const rowOf = (
  code: string,
  cluster: string | null,
  quota: number,
  walk: readonly string[],
  { placed, edge }: Filled,
  held: string[],
): RewardRow => ({
  code,
  cluster,
  quota,
  open: quota - placed,
  proposed: walk.slice(0, placed),
  tieAtEdge: walk.slice(placed, edge),
  held: held.sort(compareCodes),
});

/** How many ranked units of a cluster a reward is for. */
function countRanked(reward: PlanReward, { members: { kinds }, standing: { order, ranked } }: RankedCluster): number {
  if (reward.for === undefined) return ranked;
  const kind = KIND[reward.for];
  return order.subarray(0, ranked).reduce((count, unit) => (kinds[unit] === kind ? count + 1 : count), 0);
}

interface Taken {
  /** By index, in rank order. */
  candidates: number[];
  /** By code: they meet the conditions but are held. */
  held: string[];
}

/**
 * Who of a cluster comes into question for a reward of so many places: no candidate beyond those who, in this cluster
 * alone, get a place or are tied with the first who gets none.
 */
function takeUp(plan: Plan, reward: PlanReward, cluster: RankedCluster, proposed: Proposed, places: number): Taken {
  const { codes, held, kinds } = cluster.members;
  const { figures, order, ranks, ranked } = cluster.standing;
  const kind = reward.for && KIND[reward.for];
  const isEnough = reward.minTotal && atLeast(figures, TOTAL, reward.minTotal);
  const taken: Taken = { candidates: [], held: [] };
  if (reward.minClusterSize !== undefined && ranked < reward.minClusterSize) return taken;
  for (let i = 0; i < ranked; i++) {
    const unit = order[i]!;
    if (kind !== undefined && kinds[unit] !== kind) continue;
    if (isEnough?.(unit) === false || !meetsOthers(plan, reward, cluster, proposed, unit)) continue;
    const first = taken.candidates[places];
    if (held[unit] === 1) taken.held.push(codes[unit]!);
    else if (first === undefined || ranks[unit] === ranks[first]) taken.candidates.push(unit);
  }
  return taken;
}

/** Whether a ranked unit is complete, high enough, of a class that counts and not proposed for what excludes it. */
function meetsOthers(
  plan: Plan,
  { maxRank, classes, excludes }: PlanReward,
  { members: { codes }, standing }: RankedCluster,
  proposed: Proposed,
  unit: number,
): boolean {
  if (standing.figures.lacking[unit]! > 0) return false;
  if (maxRank !== undefined && standing.ranks[unit]! > maxRank) return false;
  if (classes !== undefined && !classes.has(plan.classes[standing.classes[unit]!]?.code ?? '')) return false;
  for (const code of excludes) if (proposed.get(code)?.has(codes[unit]!) === true) return false;
  return true;
}
