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

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });

export const magnitude = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);

/** The greatest whole number not above `a`: towards −∞, not towards zero. */
export function floor(a: Rational): Rational {
  const quotient = a.n / a.d;
  return fromInteger(a.n < 0n && a.n % a.d !== 0n ? quotient - 1n : quotient);
}

/**
 * The sum of any number of fractions. Neighbours are added first, so that the long denominators of many unlike
 * fractions meet only in the last few additions; adding one after the other would take quadratic time.
 */
export function sum(terms: readonly Rational[]): Rational {
  if (terms.length <= 2) return add(terms[0] ?? ZERO, terms[1] ?? ZERO);
  const half = terms.length >> 1;
  return add(sum(terms.slice(0, half)), sum(terms.slice(half)));
}

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
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** `a` moved into [low, high]. */
export const clamp = (a: Rational, low: Rational, high: Rational): Rational => smaller(larger(a, low), high);
