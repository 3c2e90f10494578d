/** How far places went along a walk. */
export interface Filled {
  /** The first so many of the walk got a place. */
  placed: number;
  /** The tie group that was too large for what was left goes from there up to here; there is none where the two are equal. */
  edge: number;
}

/**
 * Fills places group by group of those that are tied, best first, while they last. A group larger than what is left
 * gets none of it and ends the walk, however many places stay open: nothing may break a tie but people (spec,
 * "Classes", "Rewards"). `places` is Infinity for no limit.
 */
export function fillPlaces<T>(walk: readonly T[], areTied: (a: T, b: T) => boolean, places: number): Filled {
  let placed = 0;
  while (placed < walk.length && placed < places) {
    let end = placed + 1;
    while (end < walk.length && areTied(walk[placed]!, walk[end]!)) end++;
    if (end > places) return { placed, edge: end };
    placed = end;
  }
  return { placed, edge: placed };
}
