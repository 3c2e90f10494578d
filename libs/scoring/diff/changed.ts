import { canonicalJson } from '../text/canonical-json.js';
import type { JsonValue } from '../text/json-value.js';
import type { Changed } from './result-diff.js';

/** The change of a value of plain JSON, or undefined when there is none. */
export function changed<T>(before: T, after: T): Changed<T> | undefined {
  return before === after || textOf(before) === textOf(after) ? undefined : { before, after };
}

const textOf = (value: unknown): string => canonicalJson(value as JsonValue);

/** Items of two lists matched by key: those of `after` in its order, then those gone. */
export function match<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): { before: T | undefined; after: T | undefined }[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  return [
    ...after.map((item) => ({ before: old.get(keyOf(item)), after: item })),
    ...before.filter((item) => !now.has(keyOf(item))).map((item) => ({ before: item, after: undefined })),
  ];
}

export const presenceOf = (before: unknown, after: unknown): 'both' | 'added' | 'removed' =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'both';
