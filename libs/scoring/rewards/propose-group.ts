import { rationalOfFixed } from '../number/fixed.js';
import { compare } from '../number/rational.js';
import type { Plan, PlanReward } from '../plan/plan.js';
import type { ClusterRanking, RewardRow, Standing } from '../result/result.js';
import { fillPlaces } from '../standings/fill-places.js';
import { compareCodes, readKeys } from '../standings/precedence.js';
import { groupByKeys } from '../standings/tie-groups.js';
import { quotaOf } from './quota.js';

/** Units proposed so far, by reward: what `excludes` looks at. */
export type Proposed = Map<string, Set<string>>;

/**
 * The row of one reward for one group of clusters: a single one, or all of them (spec, "Rewards, in order").
 * Within a cluster, walking by precedence keys is walking by rank.
 */
export function proposeGroup(
  plan: Plan,
  reward: PlanReward,
  group: readonly ClusterRanking[],
  proposed: Proposed,
): RewardRow {
  const eligible: Standing[] = [];
  let ranked = 0;
  for (const { standings } of group) {
    const size = standings.filter((standing) => standing.rank !== null).length;
    const large = reward.minClusterSize === undefined || BigInt(size) >= reward.minClusterSize;
    for (const standing of standings) {
      if (standing.rank === null || !isFor(plan, reward, standing)) continue;
      ranked++;
      if (large && meets(reward, standing, proposed)) eligible.push(standing);
    }
  }
  const isHeld = ({ unit }: Standing): boolean => plan.units.get(unit)?.held === true;
  const candidates = eligible
    .filter((standing) => !isHeld(standing))
    .map((standing) => ({ unit: standing.unit, keys: readKeys(plan.ranking.precedence, standing) }));
  const quota = quotaOf(reward.quota, ranked);
  const { placed, tieAtEdge } = fillPlaces(groupByKeys(candidates), quota);
  return {
    code: reward.code,
    cluster: reward.scope === 'campaign' ? null : (group[0]?.code ?? null),
    quota: Number(quota),
    open: Number(quota) - placed.length,
    proposed: placed.map(({ unit }) => unit),
    tieAtEdge: tieAtEdge.map(({ unit }) => unit),
    held: eligible
      .filter(isHeld)
      .map(({ unit }) => unit)
      .toSorted(compareCodes),
  };
}

const isFor = (plan: Plan, reward: PlanReward, { unit }: Standing): boolean =>
  reward.for === undefined || plan.units.get(unit)?.kind === reward.for;

function meets(reward: PlanReward, standing: Standing, proposed: Proposed): boolean {
  const { maxRank, minTotal, classes, excludes } = reward;
  if (!standing.complete || standing.rank === null) return false;
  if (maxRank !== undefined && BigInt(standing.rank) > maxRank) return false;
  if (minTotal !== undefined && compare(rationalOfFixed(standing.total), minTotal) < 0) return false;
  if (classes !== undefined && (standing.class === null || !classes.has(standing.class))) return false;
  return !excludes.some((code) => proposed.get(code)?.has(standing.unit) === true);
}
