import type { Whole } from '../number/whole.js';
import type { Plan, PlanReward } from '../plan/plan.js';
import type { RewardRow } from '../result/result.js';
import { leastUnits } from '../standings/assign-classes.js';
import { TOTAL } from '../standings/figures.js';
import { fillPlaces } from '../standings/fill-places.js';
import { compareCodes } from '../standings/precedence.js';
import { quotaOf } from './quota.js';
import type { RankedCluster } from './ranked-cluster.js';
import { walkCampaign } from './walk-campaign.js';

/** Units proposed so far, by reward: what `excludes` looks at. */
export type Proposed = Map<string, Set<string>>;

/** A unit of a ranked cluster, by index. */
export interface Candidate {
  cluster: RankedCluster;
  unit: number;
}

/** The row of one reward for one group of clusters: a single one, or all of them (spec, "Rewards, in order"). */
export function proposeGroup(
  plan: Plan,
  reward: PlanReward,
  group: readonly RankedCluster[],
  proposed: Proposed,
): RewardRow {
  const candidates: Candidate[] = [];
  const held: string[] = [];
  let ranked = 0;
  for (const cluster of group) {
    const meets = conditionsOf(plan, reward, cluster, proposed);
    for (let i = 0; i < cluster.ranked; i++) {
      const unit = cluster.order[i]!;
      const { code, kind, held: isHeld } = cluster.units[unit]!;
      if (reward.for !== undefined && kind !== reward.for) continue;
      ranked++;
      if (!meets(unit)) continue;
      if (isHeld) held.push(code);
      else candidates.push({ cluster, unit });
    }
  }
  const quota = Number(quotaOf(reward.quota, ranked));
  const { walk, areTied } =
    reward.scope === 'campaign' ? walkCampaign(plan, candidates) : { walk: candidates, areTied: haveSameRank };
  const { placed, tieAtEdge } = fillPlaces(walk, areTied, quota);
  return {
    code: reward.code,
    cluster: reward.scope === 'campaign' ? null : (group[0]?.code ?? null),
    quota,
    open: quota - placed.length,
    proposed: placed.map(codeOf),
    tieAtEdge: tieAtEdge.map(codeOf),
    held: held.sort(compareCodes),
  };
}

const codeOf = ({ cluster, unit }: Candidate): string => cluster.units[unit]!.code;

/** Within a cluster, walking by precedence keys is walking by rank. */
const haveSameRank = (a: Candidate, b: Candidate): boolean => a.cluster.ranks[a.unit] === b.cluster.ranks[b.unit];

/** Whether a ranked unit of a cluster meets every condition of a reward. */
function conditionsOf(
  plan: Plan,
  { maxRank, minTotal, classes, minClusterSize, excludes }: PlanReward,
  { units, figures, ranks, ranked, classes: given }: RankedCluster,
  proposed: Proposed,
): (unit: number) => boolean {
  if (minClusterSize !== undefined && ranked < minClusterSize) return () => false;
  const lowest: Whole = maxRank ?? Infinity;
  const total = figures.figure(TOTAL);
  const least = minTotal === undefined ? -Infinity : leastUnits(minTotal, figures.digits);
  const earlier = excludes.map((code) => proposed.get(code)).filter((each) => each !== undefined);
  return (unit) => {
    if (figures.lacking[unit]! > 0 || ranks[unit]! > lowest) return false;
    if (total.column[total.at + unit]! < least) return false;
    if (classes !== undefined && !classes.has(plan.classes[given[unit]!]?.code ?? '')) return false;
    return !earlier.some((codes) => codes.has(units[unit]!.code));
  };
}
