/** Where a class stands beside what else is told of a unit, from 1 for the first; none is 0. */
export const CLASS_BITS = 8;
export const RANK_BITS = 16;
