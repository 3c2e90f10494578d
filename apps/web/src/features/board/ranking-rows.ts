import type { BoardCluster, Score, Standing } from '../../api/types.js';

/** A row of a ranking: of the whole, or of one round, which gives neither class nor reward. */
export type RankingRow = Score & Partial<Omit<Standing, keyof Score>>;

/** What is on screen: the whole (`''`) or one round. */
export function rowsOf(cluster: BoardCluster, round: string): RankingRow[] {
  return cluster.rounds.find(({ code }) => code === round)?.standings ?? cluster.standings;
}
