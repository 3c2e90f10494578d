import { compareCodes, compareKeys, type KeyValues } from './precedence.js';

/** Something that stands in an order: a unit with its precedence values. */
export interface Placed {
  unit: string;
  keys: KeyValues;
}

/** Best first, equals by unit code; each inner list is one tie group. */
export function groupByKeys<T extends Placed>(items: readonly T[]): T[][] {
  const sorted = items.toSorted((a, b) => compareKeys(a.keys, b.keys) || compareCodes(a.unit, b.unit));
  const groups: T[][] = [];
  for (const item of sorted) {
    const last = groups[groups.length - 1];
    if (last?.[0] !== undefined && compareKeys(last[0].keys, item.keys) === 0) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
