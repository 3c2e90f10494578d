import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../api/types.js';

/** How long a moved row stays marked, in milliseconds: long enough to be found, short enough to mean "just now". */
const markedFor = 8_000;

export interface Move {
  name: string;
  from: number | null;
  to: number | null;
}
export type Moves = ReadonlyMap<string, Move>;
const none: Moves = new Map();

function ranksOf(board: Board): Map<string, number | null> {
  return new Map(board.clusters.flatMap((cluster) => cluster.standings.map((row) => [row.unit, row.rank] as const)));
}

/**
 * The units whose rank changed while the page is open. Compared from one read of the board to the next rather than
 * taken from the events, so that a change whose event was missed is marked as well.
 */
export function useMoved(board: Board): Moves {
  const before = useRef<{ campaign: string; ranks: Map<string, number | null> } | null>(null);
  const [moved, setMoved] = useState(none);

  useEffect(() => {
    const ranks = ranksOf(board);
    const old = before.current?.campaign === board.campaign.code ? before.current.ranks : null;
    before.current = { campaign: board.campaign.code, ranks };
    if (old === null) return;
    const moves = new Map<string, Move>();
    for (const row of board.clusters.flatMap((cluster) => cluster.standings)) {
      const from = old.get(row.unit);
      if (from !== undefined && from !== row.rank) moves.set(row.unit, { name: row.name, from, to: row.rank });
    }
    if (moves.size > 0) setMoved(moves);
  }, [board]);

  useEffect(() => {
    if (moved.size === 0) return;
    const timer = setTimeout(() => setMoved(none), markedFor);
    return () => clearTimeout(timer);
  }, [moved]);

  return moved;
}
