import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../api/types.js';

/** How long a moved row stays marked, in milliseconds: long enough to be found, short enough to mean "just now". */
const markedFor = 8_000;

/** A unit's row as it was just before it changed. */
export type Moves = ReadonlyMap<string, { rank: number | null; total: string }>;
const none: Moves = new Map();

function rowsOf(board: Board): Moves {
  return new Map(
    board.clusters.flatMap(({ standings }) =>
      standings.map(({ unit, rank, total }) => [unit, { rank, total }] as const),
    ),
  );
}

/**
 * The units whose rank or total changed while the page is open. Compared from one read of the board to the next rather
 * than taken from the events, so that a change whose event was missed is marked as well.
 */
export function useMoved(board: Board): Moves {
  const before = useRef<{ campaign: string; rows: Moves } | null>(null);
  const [moved, setMoved] = useState(none);

  useEffect(() => {
    const rows = rowsOf(board);
    const old = before.current?.campaign === board.campaign.code ? before.current.rows : none;
    before.current = { campaign: board.campaign.code, rows };
    const changed = [...old].filter(([unit, was]) => {
      const now = rows.get(unit);
      return now !== undefined && (now.rank !== was.rank || now.total !== was.total);
    });
    if (changed.length > 0) setMoved(new Map(changed));
  }, [board]);

  useEffect(() => {
    if (moved.size === 0) return;
    const timer = setTimeout(() => setMoved(none), markedFor);
    return () => clearTimeout(timer);
  }, [moved]);

  return moved;
}
