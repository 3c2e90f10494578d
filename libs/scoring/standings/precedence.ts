import { parseMillionths } from '../number/fixed.js';
import type { PrecedenceKey } from '../plan/plan.js';
import type { UnitScore } from '../result/result.js';

/** A unit's values of the precedence keys, in millionths, turned so that higher is better in each. */
export type KeyValues = readonly bigint[];

/** Reads the keys off a score. All scales share one unit, so values of different clusters compare. */
export function readKeys(keys: readonly PrecedenceKey[], score: UnitScore): KeyValues {
  return keys.map((key) => {
    const value = parseMillionths(textOfKey(key, score));
    return key.field === 'penalty' ? -value : value;
  });
}

/** A key's value as the result writes it; 0 where the scale or the unit has none. */
export function textOfKey({ field, code }: PrecedenceKey, score: UnitScore): string {
  if (field === 'part') return Object.hasOwn(score.parts, code) ? (score.parts[code] ?? '0') : '0';
  if (field === 'criterion') return Object.hasOwn(score.criteria, code) ? (score.criteria[code]?.points ?? '0') : '0';
  return score[field];
}

/** Negative when `a` stands before `b`, zero when they are equal on all keys (spec, "Standings"). */
export function compareKeys(a: KeyValues, b: KeyValues): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? 0n;
    const right = b[i] ?? 0n;
    if (left !== right) return left > right ? -1 : 1;
  }
  return 0;
}

/** By code point. Codes are ASCII, where the order of UTF-16 units is that of code points. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
