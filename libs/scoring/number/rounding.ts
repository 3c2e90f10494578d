import { powerOfTen } from './decimal.js';
import type { Rational } from './rational.js';

export const ROUNDING_MODES = ['halfUp', 'halfEven', 'down', 'up'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Whether a magnitude moves one away from zero, given its whole part, its remainder (never 0) and the divisor. */
type Away = (whole: bigint, remainder: bigint, divisor: bigint) => boolean;

const halfUp: Away = (_whole, remainder, divisor) => remainder * 2n >= divisor;

const halfEven: Away = (whole, remainder, divisor) => {
  const twice = remainder * 2n;
  return twice > divisor || (twice === divisor && whole % 2n === 1n);
};

const down: Away = () => false;

const up: Away = () => true;

const MODES: Record<RoundingMode, Away> = { halfUp, halfEven, down, up };

/**
 * `value` rounded once to `digits` decimals, as a count of units of 10^-digits
 * (958.495 to 2 digits → 95850n). Modes work on the magnitude: spec, "Numbers".
 */
export function roundToUnits(value: Rational, digits: number, mode: RoundingMode): bigint {
  const scaled = value.n * powerOfTen(digits);
  const negative = scaled < 0n;
  const magnitude = negative ? -scaled : scaled;
  let whole = magnitude / value.d;
  const remainder = magnitude - whole * value.d;
  if (remainder !== 0n && MODES[mode](whole, remainder, value.d)) whole += 1n;
  return negative ? -whole : whole;
}
