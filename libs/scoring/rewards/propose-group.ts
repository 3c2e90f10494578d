import type { Plan, PlanReward } from '../plan/plan.js';
import type { RewardRow } from '../result/result.js';
import { atLeast } from '../standings/assign-classes.js';
import { TOTAL } from '../standings/figures.js';
import { fillPlaces } from '../standings/fill-places.js';
import { compareCodes } from '../standings/precedence.js';
import { quotaOf } from './quota.js';
import { KIND, type RankedCluster } from './ranked-cluster.js';
import { areEqual, walkTogether, type Walker } from './walk-together.js';

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
  const { placed, tieAtEdge } = fillPlaces(candidates, (a, b) => ranks[a] === ranks[b], quota);
  const codeOf = (unit: number): string => codes[unit]!;
  return rowOf(reward.code, cluster.code, quota, placed.map(codeOf), tieAtEdge.map(codeOf), held);
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
  const { placed, tieAtEdge } = fillPlaces(walkTogether(plan, taken), areEqual, quota);
  const held = taken.flatMap((each) => each.held);
  return rowOf(reward.code, null, quota, placed.map(walkerCode), tieAtEdge.map(walkerCode), held);
}

const walkerCode = ({ code }: Walker): string => code;

/** Written out member by member: this is the order in which a result shows them. */
const rowOf = (
  code: string,
  cluster: string | null,
  quota: number,
  proposed: string[],
  tieAtEdge: string[],
  held: string[],
): RewardRow => ({
  code,
  cluster,
  quota,
  open: quota - proposed.length,
  proposed,
  tieAtEdge,
  held: held.toSorted(compareCodes),
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
  const { order, ranks, ranked } = cluster.standing;
  const kind = reward.for && KIND[reward.for];
  const meets = conditionsOf(plan, reward, cluster, proposed);
  const taken: Taken = { candidates: [], held: [] };
  for (let i = 0; i < ranked; i++) {
    const unit = order[i]!;
    if ((kind !== undefined && kinds[unit] !== kind) || !meets(unit)) continue;
    const first = taken.candidates[places];
    if (held[unit] === 1) taken.held.push(codes[unit]!);
    else if (first === undefined || ranks[unit] === ranks[first]) taken.candidates.push(unit);
  }
  return taken;
}

/** Whether a ranked unit of a cluster meets every condition of a reward. */
function conditionsOf(
  plan: Plan,
  { maxRank, minTotal, classes, minClusterSize, excludes }: PlanReward,
  { members: { codes }, standing }: RankedCluster,
  proposed: Proposed,
): (unit: number) => boolean {
  const { figures, ranks, ranked, classes: given } = standing;
  if (minClusterSize !== undefined && ranked < minClusterSize) return () => false;
  const lowest = maxRank ?? Infinity;
  const isEnough = minTotal && atLeast(figures, TOTAL, minTotal);
  const earlier = excludes.map((code) => proposed.get(code)).filter((each) => each !== undefined);
  return (unit) => {
    if (figures.lacking[unit]! > 0 || ranks[unit]! > lowest) return false;
    if (isEnough?.(unit) === false) return false;
    if (classes !== undefined && !classes.has(plan.classes[given[unit]!]?.code ?? '')) return false;
    return earlier.length === 0 || !earlier.some((units) => units.has(codes[unit]!));
  };
}
