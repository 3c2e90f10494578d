import type { Plan } from '../plan/plan.js';
import type { ClusterRanking, Standing, UnitScore } from './standing.js';
import type { ClusterOrder } from './cluster-order.js';

/** A cluster's order as the result shows it; `scoreOf` gives what a unit, by index, has. */
export function writeRanking(
  plan: Plan,
  code: string,
  { order, ranks, classes }: ClusterOrder,
  scoreOf: (unit: number) => UnitScore,
): ClusterRanking {
  const standings: Standing[] = [];
  for (let i = 0; i < order.length; i++) {
    const unit = order[i]!;
    const rank = ranks[unit]!;
    const tied = rank > 0 && (ranks[order[i - 1]!] === rank || ranks[order[i + 1]!] === rank);
    standings.push(standingOf(scoreOf(unit), rank, tied, plan.classes[classes[unit]!]?.code));
  }
  return { code, standings };
}

/** Written out member by member: this is the order in which a result shows them. */
const standingOf = (score: UnitScore, rank: number, tied: boolean, given: string | undefined): Standing => ({
  unit: score.unit,
  rank: rank === 0 ? null : rank,
  tied,
  complete: score.complete,
  total: score.total,
  base: score.base,
  bonus: score.bonus,
  penalty: score.penalty,
  parts: score.parts,
  criteria: score.criteria,
  missing: score.missing,
  class: given ?? null,
});
