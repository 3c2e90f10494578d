import type { Plan, PlanReward, PlanUnit } from '../plan/plan.js';
import type { ClusterRanking, Standing } from '../standings/standing.js';
import type { ResultDocument } from '../live/result.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { atLeast } from './explain-class.js';
import { compareTo } from './explain-rank.js';
import type { Condition, RewardAccount, RewardOutcome } from './explanation.js';

/** What became of a unit at one reward, in the group it belongs to (spec, "Rewards, in order"). */
export function explainReward(plan: Plan, reward: PlanReward, unit: PlanUnit, result: ResultDocument): RewardAccount {
  const group = reward.scope === 'campaign' ? null : unit.cluster;
  const row = result.rewards.find(({ code, cluster }) => code === reward.code && cluster === group)!;
  const ranking = result.clusters.find(({ code }) => code === unit.cluster)!;
  const own = ranking.standings.find((standing) => standing.unit === unit.code)!;
  const conditions = conditionsOf(reward, unit, ranking, own, result.rewards);
  const outcome = outcomeOf(row, unit.code, conditions);
  const lastCode = row.proposed.at(-1);
  const last = result.clusters
    .flatMap(({ standings }) => standings)
    .find((standing) => outcome === 'places' && standing.unit === lastCode);
  return {
    code: reward.code,
    name: reward.name,
    cluster: group,
    outcome,
    conditions,
    quota: row.quota,
    open: row.open,
    proposed: row.proposed,
    tieAtEdge: row.tieAtEdge,
    last: last === undefined ? null : compareTo(plan, own, last),
  };
}

function outcomeOf(row: RewardRow, unit: string, conditions: readonly Condition[]): RewardOutcome {
  for (const list of ['proposed', 'tieAtEdge', 'held'] as const) if (row[list].includes(unit)) return list;
  return conditions.every(({ met }) => met) ? 'places' : 'conditions';
}

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
    const has = rows.some((row) => row.code === code && row.proposed.includes(unit.code));
    ask(`excludes.${code}`, 'false', String(has), !has);
  }
  return conditions;
}
