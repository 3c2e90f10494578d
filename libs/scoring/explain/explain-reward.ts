import { exactText } from '../number/exact-text.js';
import type { LiveStanding } from '../live/live-standing.js';
import type { ResultDocument } from '../live/result.js';
import type { Plan, PlanReward, PlanUnit } from '../plan/plan.js';
import { countOf, type Proposed } from '../rewards/propose-group.js';
import type { RewardRow } from '../rewards/reward-row.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { ClusterRanking, Standing } from '../standings/standing.js';
import { kindOf, rankedOf } from './counted-kind.js';
import { atLeast, portionOf } from './explain-class.js';
import { compareTo, orderOf, type Seat } from './explain-rank.js';
import type { Condition, FactAccount, QuotaAccount, RewardAccount, RewardOutcome } from './place-accounts.js';
import { tellCondition } from './told-condition.js';

/** What became of a unit at one reward, in the group it belongs to (spec, "Rewards, in order"). */
export function explainReward(
  live: LiveStanding,
  reward: PlanReward,
  unit: PlanUnit,
  result: ResultDocument,
  facts: readonly FactAccount[],
): RewardAccount {
  const group = reward.scope === 'campaign' ? null : unit.cluster;
  const row = result.rewards.find(({ code, cluster }) => code === reward.code && cluster === group)!;
  const ranking = result.clusters.find(({ code }) => code === unit.cluster)!;
  const own = ranking.standings.find((standing) => standing.unit === unit.code)!;
  const { standing, index } = live.seat(unit.code);
  const column = standing.conditions.ofReward(reward.index);
  const isAsked = (own.rank !== null || !unit.competes) && (reward.for === undefined || reward.for === unit.kind);
  const when =
    column === undefined || !isAsked ? null : tellCondition(column, index, standing.figures.digits, !unit.competes);
  const conditions = conditionsOf(reward, unit, ranking, own, result.rewards);
  const outcome = outcomeOf(row, unit.code, conditions.every(({ met }) => met) && when?.holds !== false);
  const last = outcome === 'places' ? row.proposed.at(-1) : undefined;
  const clusters = group === null ? live.ranked() : [standing.ranking()];
  return {
    code: reward.code,
    name: reward.name,
    cluster: group,
    outcome,
    conditions,
    missing: own.missing,
    when,
    whenUnasked: column === undefined || isAsked ? null : own.rank === null && unit.competes ? 'unranked' : 'kind',
    barredBy: facts.filter(({ inForce, barred }) => inForce && barred).map(({ code }) => code),
    holds: unit.holds.map(({ kind, from, to, reason }) => ({ kind, from, to, reason })),
    quota: row.quota,
    quotaOf: quotaOf(live.plan, reward, clusters, result.rewards),
    open: row.open,
    proposed: row.proposed,
    tieAtEdge: row.tieAtEdge,
    vote: reward.vote ?? null,
    last: last === undefined ? null : compareTo(seatOf(live, unit.code), seatOf(live, last)),
  };
}

const seatOf = (live: LiveStanding, unit: string): Seat => ({
  order: orderOf(live.plan, live.seat(unit).standing.ranking()),
  unit,
});

function outcomeOf(row: RewardRow, unit: string, isMet: boolean): RewardOutcome {
  for (const list of ['proposed', 'tieAtEdge', 'held', 'barred'] as const) if (row[list].includes(unit)) return list;
  return isMet ? 'places' : 'conditions';
}

/** The share the quota is; null for a fixed number. */
function quotaOf(
  plan: Plan,
  reward: PlanReward,
  clusters: readonly RankedCluster[],
  rows: readonly RewardRow[],
): QuotaAccount | null {
  const { quota } = reward;
  if ('count' in quota) return null;
  const { percent, of, rounding } = quota;
  const proposed: Proposed = new Map(of === undefined ? [] : [[of, proposedFor(of, rows)]]);
  const counted = countOf(reward, clusters, proposed);
  const codes = clusters.flatMap(rankedOf).filter((code) => of === undefined || proposed.get(of)!.has(code));
  return {
    percent: exactText(percent),
    of: of === undefined ? 'ranked' : `reward:${of}`,
    rounding,
    counted,
    kind: (of === undefined ? reward.for : undefined) ?? kindOf(plan, codes),
    isOnlyFor: of === undefined && reward.for !== undefined,
    exact: exactText(portionOf(percent, counted)),
  };
}

const proposedFor = (reward: string, rows: readonly RewardRow[]): Set<string> =>
  new Set(rows.filter(({ code }) => code === reward).flatMap(({ proposed }) => proposed));

function conditionsOf(
  reward: PlanReward,
  unit: PlanUnit,
  { standings }: ClusterRanking,
  own: Standing,
  rows: readonly RewardRow[],
): Condition[] {
  const size = standings.filter(({ rank }) => rank !== null).length;
  const conditions: Condition[] = [];
  const ask = (name: string, required: string, actual: string, met: boolean): void => {
    conditions.push({ name, required, actual, met });
  };
  const { maxRank, minTotal, classes, minClusterSize } = reward;
  if (reward.for !== undefined) ask('for', reward.for, unit.kind, unit.kind === reward.for);
  ask('ranked', 'true', String(own.rank !== null), own.rank !== null);
  ask('complete', 'true', String(own.complete), own.complete);
  if (maxRank !== undefined) {
    ask('maxRank', String(maxRank), String(own.rank), own.rank !== null && BigInt(own.rank) <= maxRank);
  }
  if (minTotal !== undefined) conditions.push(atLeast('minTotal', minTotal, own.total));
  if (classes !== undefined) {
    ask('classes', [...classes].join(', '), own.class ?? 'null', own.class !== null && classes.has(own.class));
  }
  if (minClusterSize !== undefined) {
    ask('minClusterSize', String(minClusterSize), String(size), BigInt(size) >= minClusterSize);
  }
  for (const code of reward.excludes) {
    const has = proposedFor(code, rows).has(unit.code);
    ask(`excludes.${code}`, 'false', String(has), !has);
  }
  for (const code of reward.requires) {
    const has = proposedFor(code, rows).has(unit.code);
    ask(`requires.${code}`, 'true', String(has), has);
  }
  return conditions;
}
