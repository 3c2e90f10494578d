/** Who got a place, and the tie group that was too large for what was left. */
export interface Filled<T> {
  placed: T[];
  tieAtEdge: T[];
}

/**
 * Fills places group by group while they last. A group larger than what is left gets none of it and ends the
 * walk, however many places stay open: nothing may break a tie but people (spec, "Classes", "Rewards").
 */
export function fillPlaces<T>(groups: readonly (readonly T[])[], places: bigint | null): Filled<T> {
  const filled: Filled<T> = { placed: [], tieAtEdge: [] };
  let left = places;
  for (const group of groups) {
    if (group.length === 0) continue;
    if (left === 0n) break;
    if (left !== null && BigInt(group.length) > left) {
      filled.tieAtEdge.push(...group);
      break;
    }
    filled.placed.push(...group);
    if (left !== null) left -= BigInt(group.length);
  }
  return filled;
}
