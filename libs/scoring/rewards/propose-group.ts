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
  if (audience === undefined) return clusters.reduce((sum, { ranked }) => sum + ranked, 0);
  return clusters.reduce((sum, { order, ranked, members: { kinds } }) => {
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
  const { codes, held } = cluster.members;
  const { figures, order, ranks, ranked, barred } = cluster;
  const { lacking } = figures;
  const taken: Taken = { candidates: [], held: [], barred: [] };
  if (reward.minClusterSize !== undefined && ranked < reward.minClusterSize) return taken;
  const tests = testsOf(plan, reward, cluster, proposed);
  for (let i = 0; i < ranked; i++) {
    const unit = order[i]!;
    if (lacking[unit]! > 0 || !meetsAll(tests, unit)) continue;
    const first = taken.candidates[places];
    if (barred[unit] === 1) taken.barred.push(codes[unit]!);
    else if (held[unit] === 1) taken.held.push(codes[unit]!);
    else if (first === undefined || ranks[unit] === ranks[first]) taken.candidates.push(unit);
  }
  return taken;
}

type Test = (unit: number) => boolean;

function meetsAll(tests: readonly Test[], unit: number): boolean {
  for (let i = 0; i < tests.length; i++) if (!tests[i]!(unit)) return false;
  return true;
}

/** What a ranked and complete unit must meet besides; most rewards ask for little of it. */
function testsOf(plan: Plan, reward: PlanReward, cluster: RankedCluster, proposed: Proposed): Test[] {
  const { members, figures, ranks, classes: given, rewardsMet } = cluster;
  const { maxRank, minTotal, classes } = reward;
  const tests: Test[] = [];
  if (reward.for !== undefined) {
    const kind = KIND[reward.for];
    tests.push((unit) => members.kinds[unit] === kind);
  }
  if (minTotal !== undefined) tests.push(atLeast(figures, TOTAL, minTotal));
  if (maxRank !== undefined) tests.push((unit) => ranks[unit]! <= maxRank);
  if (classes !== undefined) tests.push((unit) => classes.has(plan.classes[given[unit]!]?.code ?? ''));
  const when = rewardsMet[reward.index];
  if (when !== undefined) tests.push((unit) => when[unit] === 1);
  for (const code of reward.excludes) tests.push((unit) => proposed.get(code)?.has(members.codes[unit]!) !== true);
  for (const code of reward.requires) tests.push((unit) => proposed.get(code)?.has(members.codes[unit]!) === true);
  return tests;
}
