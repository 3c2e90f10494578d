import type { ClusterOrder } from './cluster-order.js';
import type { RoundStanding, Standing, UnitScore } from './standing.js';

/** An order as the result shows it; `scoreOf` gives what a unit, by index, has, `classOf` its class. */
export const writeStandings = (
  order: ClusterOrder,
  scoreOf: (unit: number) => UnitScore,
  classOf: (unit: number) => string | null,
): Standing[] =>
  writeInOrder(order, (unit, rank, tied) => ({ ...placed(scoreOf(unit), rank, tied), class: classOf(unit) }));

/** The same of one round, in which no classes are given. */
export const writeRound = (order: ClusterOrder, scoreOf: (unit: number) => UnitScore): RoundStanding[] =>
  writeInOrder(order, (unit, rank, tied) => placed(scoreOf(unit), rank, tied));

function writeInOrder<T>({ order, ranks }: ClusterOrder, write: (unit: number, rank: number, tied: boolean) => T): T[] {
  const standings: T[] = [];
  for (let i = 0; i < order.length; i++) {
    const unit = order[i]!;
    const rank = ranks[unit]!;
    const tied = rank > 0 && (ranks[order[i - 1]!] === rank || ranks[order[i + 1]!] === rank);
    standings.push(write(unit, rank, tied));
  }
  return standings;
}

/** Written out member by member: this is the order in which a result shows them. */
const placed = (score: UnitScore, rank: number, tied: boolean): RoundStanding => ({
  unit: score.unit,
  rank: rank === 0 ? null : rank,
  tied,
  complete: score.complete,
  total: score.total,
  base: score.base,
  bonus: score.bonus,
  penalty: score.penalty,
  parts: score.parts,
  groups: score.groups,
  attainable: score.attainable,
  facts: score.facts,
  criteria: score.criteria,
  missing: score.missing,
});
