import { readDecimal } from './decimal.js';
import type { Rational } from './rational.js';

/**
 * Below this bound the doubles are exactly the whole numbers that bigints are, sums and products included. All
 * quick arithmetic of the engine rests on staying at or below it.
 */
export const SAFE = 2 ** 53;

/**
 * A whole number: a double where it is safe, else a bigint. JavaScript orders the two by their exact values, so
 * `<` and `>` may mix them; `===` must not.
 */
export type Whole = number | bigint;

export const wholeOf = (value: bigint): Whole =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : value;

/** A fraction of safe whole numbers, `d` a power of ten. */
export interface ShortDecimal {
  n: number;
  d: number;
}

/** A decimal as two safe whole numbers; undefined when it is none, or too long for that. */
export function readShort(value: unknown): ShortDecimal | undefined {
  // Minus zero is zero: as a double it would be written or compared as something else.
  if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e15) return { n: value + 0, d: 1 };
  const exact = readDecimal(value);
  return typeof exact === 'string' ? undefined : shorten(exact);
}

/** A whole number ≥ 0; undefined when it is none, or too long for a safe one. */
export function readShortCount(value: unknown): number | undefined {
  const short = readShort(value);
  return short === undefined || short.n < 0 || short.n % short.d !== 0 ? undefined : short.n / short.d;
}

export function shorten({ n, d }: Rational): ShortDecimal | undefined {
  const short = { n: Number(n), d: Number(d) };
  return Number.isSafeInteger(short.n) && Number.isSafeInteger(short.d) ? short : undefined;
}

/** The least common denominator of decimals, whose denominators are powers of ten. */
export function commonTens(decimals: Iterable<Rational>): bigint {
  let most = 1n;
  for (const { d } of decimals) if (d > most) most = d;
  return most;
}

/** `value` in units of 1/tens, a multiple of its denominator; NaN when that is not safe, and so fails every bound. */
export function inUnits({ n, d }: Rational, tens: bigint): number {
  const units = Number(n * (tens / d));
  return Number.isSafeInteger(units) ? units : Number.NaN;
}
