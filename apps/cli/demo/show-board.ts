import { rankingTable } from '../output/ranking-table.js';
import { rewardTable } from '../output/reward-table.js';
import { TABLE_WORDS } from '../output/words.js';
import { printable, say } from '../output/write.js';
import type { Board, ClusterBoard, Reward, Standing } from './views.js';

/** Prints every cluster's ranking and what it proposes; beside an earlier board, also what moved. */
export function showBoard(board: Board, earlier?: Board): void {
  for (const cluster of board.clusters) showCluster(board, cluster, earlier);
  say(`${TABLE_WORDS.vi.rewards}\n\n${rewardTable(allRewards(board), namesOn(board))}\n`);
}

export function allRewards({ clusters, campaignRewards }: Board): Reward[] {
  return [...clusters.flatMap(({ rewards }) => rewards), ...(campaignRewards?.rewards ?? [])];
}

/** `reward/unit` of everything that the board proposes. */
export function proposedOn(board: Board): Set<string> {
  return new Set(allRewards(board).flatMap(({ code, proposed }) => proposed.map((unit) => `${code}/${unit}`)));
}

export function unitNames({ clusters }: Board): Map<string, string> {
  return new Map(clusters.flatMap(({ standings }) => standings.map(({ unit, name }) => [unit, name])));
}

function showCluster({ classes }: Board, cluster: ClusterBoard, earlier: Board | undefined): void {
  const classNames = new Map(classes.map(({ code, name }) => [code, name]));
  const past = earlier?.clusters.find(({ code }) => code === cluster.code);
  const lines = cluster.standings.map((standing) => {
    const before = past?.standings.find(({ unit }) => unit === standing.unit);
    const className = standing.class === null ? null : (classNames.get(standing.class) ?? standing.class);
    return {
      ...standing,
      className,
      ...(before && past?.revision !== cluster.revision && { before: placeOf(before) }),
    };
  });
  say(
    `${printable(cluster.name)} (revision ${cluster.revision}${past?.revision === cluster.revision ? ', unchanged' : ''})`,
  );
  say(`\n${rankingTable(lines)}\n`);
}

function placeOf({ rank, total }: Standing): { rank: number | null; total: string } {
  return { rank, total };
}

function namesOn(board: Board) {
  const units = unitNames(board);
  const clusters = new Map(board.clusters.map(({ code, name }) => [code, name]));
  const rewards = new Map(allRewards(board).map(({ code, name }) => [code, name]));
  return {
    reward: (code: string) => rewards.get(code)!,
    cluster: (code: string) => clusters.get(code) ?? code,
    unit: (code: string) => units.get(code) ?? code,
  };
}
