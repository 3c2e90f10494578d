import { powerOfTen } from './decimal.js';
import type { Rational } from './rational.js';
import type { Whole } from './whole.js';

/** The most decimals a scale may have; keys of scales with different digits are compared at this one. */
export const MAX_SCALE_DIGITS = 6;

/** Units of 10^-digits, a safe integer or a bigint, as a decimal text with exactly `digits` decimals: (-5n, 2) → "-0.05". */
export function formatUnits(units: bigint | number, digits: number): string {
  if (digits === 0) return units.toString();
  const negative = units < 0;
  const text = (negative ? -units : units).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${negative ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}`;
}

/** A text written by `formatUnits`, in millionths. Throws on anything else: such text is ours, not a user's. */
export const parseMillionths = (text: string): bigint => BigInt(millionths(text));

/** The same as a number of the engine's columns. */
export function wholeMillionths(text: string): Whole {
  const digits = millionths(text);
  const short = Number(digits);
  return Number.isSafeInteger(short) ? short : BigInt(digits);
}

function millionths(text: string): string {
  const match = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) throw new TypeError(`not a fixed decimal: ${text}`);
  return match[1] + (match[2] ?? '').padEnd(MAX_SCALE_DIGITS, '0');
}

/** Such a text as a fraction. */
export function rationalOfFixed(text: string): Rational {
  return { n: parseMillionths(text), d: powerOfTen(MAX_SCALE_DIGITS) };
}

/** A decimal known to have at most `digits` decimals, in units of 10^-digits; null when it has more. */
export function exactUnits(value: Rational, digits: number): bigint | null {
  const scaled = value.n * powerOfTen(digits);
  return scaled % value.d === 0n ? scaled / value.d : null;
}
