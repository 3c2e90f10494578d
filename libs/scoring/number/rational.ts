/**
 * An exact fraction n/d with d > 0. Not kept in lowest terms: a rule does a handful of operations on
 * short decimals, so reducing would cost more than it saves.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

export const fromInteger = (n: bigint): Rational => ({ n, d: 1n });

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };

export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/** a / b. The caller has made sure that b is not zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('division by zero');
  const n = a.n * b.d;
  const d = a.d * b.n;
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const isNegative = (a: Rational): boolean => a.n < 0n;
export const isPositive = (a: Rational): boolean => a.n > 0n;
export const isInteger = (a: Rational): boolean => a.n % a.d === 0n;

export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** `a` moved into [low, high]. */
export function clamp(a: Rational, low: Rational, high: Rational): Rational {
  if (compare(a, low) < 0) return low;
  return compare(a, high) > 0 ? high : a;
}
