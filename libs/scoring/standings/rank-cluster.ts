import type { Plan } from '../plan/plan.js';
import type { ClusterRanking, Standing, UnitScore } from '../result/result.js';
import { assignClasses } from './assign-classes.js';
import { compareCodes, readKeys } from './precedence.js';
import { groupByKeys } from './tie-groups.js';

/**
 * Ranks one cluster from its units' scores: ranks 1, 2, 2, 4, ties, classes; unranked units last (spec,
 * "Standings", "Classes"). `scores` must hold every unit of the cluster. Throws a RangeError otherwise.
 */
export function rankCluster(plan: Plan, cluster: string, scores: ReadonlyMap<string, UnitScore>): ClusterRanking {
  const members = plan.clusterOf.get(cluster);
  if (members === undefined) throw new RangeError(`no cluster ${cluster} in this plan`);
  const ranked: { unit: string; keys: readonly bigint[]; score: UnitScore }[] = [];
  const unranked: UnitScore[] = [];
  for (const unit of members.units) {
    const score = scores.get(unit);
    if (score === undefined) throw new RangeError(`no score of unit ${unit} to rank cluster ${cluster}`);
    if (plan.ranking.missing === 'unranked' && !score.complete) unranked.push(score);
    else ranked.push({ unit, keys: readKeys(plan.ranking.precedence, score), score });
  }
  let rank = 1;
  const groups = groupByKeys(ranked).map((group) => {
    const standings = group.map(({ score }) => standingOf(score, rank, group.length > 1));
    rank += group.length;
    return standings;
  });
  assignClasses(plan.classes, groups);
  const last = unranked.toSorted((a, b) => compareCodes(a.unit, b.unit)).map((score) => standingOf(score, null, false));
  return { code: cluster, standings: [...groups.flat(), ...last] };
}

/** Written out member by member: this is the order in which a result shows them. */
const standingOf = (score: UnitScore, rank: number | null, tied: boolean): Standing => ({
  unit: score.unit,
  rank,
  tied,
  complete: score.complete,
  total: score.total,
  base: score.base,
  bonus: score.bonus,
  penalty: score.penalty,
  parts: score.parts,
  criteria: score.criteria,
  missing: score.missing,
  class: null,
});
