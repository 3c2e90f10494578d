import type { Board, BoardCluster, Score, Standing } from '../../api/types.js';

/** A row of a ranking: of the whole, or of one round, which gives neither class nor reward. */
export type RankingRow = Score & Partial<Omit<Standing, keyof Score>>;

/** What is on screen: the whole (`''`) or one round. */
export function rowsOf(cluster: BoardCluster, round: string): RankingRow[] {
  return cluster.rounds.find(({ code }) => code === round)?.standings ?? cluster.standings;
}

/**
 * The round that a row is of, where it does not count for the unit: it has not begun, or the unit has nothing in it and
 * such rounds are left out. Of what counts the whole misses the same criteria.
 */
export function uncountedRound(
  row: RankingRow,
  { rounds }: Pick<Board, 'rounds'>,
  cluster: Pick<BoardCluster, 'rounds' | 'standings'>,
): Board['rounds'][number] | undefined {
  const code = cluster.rounds.find(({ standings }) => standings.includes(row))?.code;
  const whole = cluster.standings.find(({ unit }) => unit === row.unit);
  if (code === undefined || row.complete || whole?.missing.some((each) => each.startsWith(`${code}/`)))
    return undefined;
  return rounds.find((round) => round.code === code);
}

/** Whether a ranking says nothing yet: nobody has any figure, so that all stand level at the top, which is no rank. */
export function isBlank(rows: readonly Pick<Score, 'complete' | 'total' | 'base' | 'bonus' | 'penalty'>[]): boolean {
  return rows.every(
    ({ complete, total, base, bonus, penalty }) =>
      !complete && [total, base, bonus, penalty].every((points) => Number(points) === 0),
  );
}
