/** Who got a place, and the tie group that was too large for what was left. */
export interface Filled<T> {
  placed: T[];
  tieAtEdge: T[];
}

/**
 * Fills places group by group of those that are tied, best first, while they last. A group larger than what is left
 * gets none of it and ends the walk, however many places stay open: nothing may break a tie but people (spec,
 * "Classes", "Rewards"). `places` is Infinity for no limit.
 */
export function fillPlaces<T>(walk: readonly T[], areTied: (a: T, b: T) => boolean, places: number): Filled<T> {
  let first = 0;
  while (first < walk.length && first < places) {
    let end = first + 1;
    while (end < walk.length && areTied(walk[first]!, walk[end]!)) end++;
    if (end > places) return { placed: walk.slice(0, first), tieAtEdge: walk.slice(first, end) };
    first = end;
  }
  return { placed: walk.slice(0, first), tieAtEdge: [] };
}
