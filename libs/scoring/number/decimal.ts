import type { Rational } from './rational.js';

/** Beyond this many digits on either side of the point a decimal is refused before any arithmetic on it. */
export const MAX_DIGITS = 40;
/** A double keeps every decimal of up to this many significant digits apart from its neighbours. */
export const MAX_NUMBER_DIGITS = 15;

/** Why a value is not a decimal: not one at all, a number with digits a double cannot hold, or too long. */
export type DecimalFault = 'type' | 'digits' | 'size';

const POWERS: bigint[] = [];
for (let i = 0; i <= 2 * MAX_DIGITS; i++) POWERS.push(10n ** BigInt(i));

/** 10^exponent for 0 ≤ exponent ≤ 80. */
export function powerOfTen(exponent: number): bigint {
  const power = POWERS[exponent];
  if (power === undefined) throw new RangeError(`no power of ten ${exponent}`);
  return power;
}

const SHORT_FRACTIONS = [
  [10, 10n],
  [100, 100n],
  [1000, 1000n],
] as const;

const TEXT = /^(-?)(\d+)(?:\.(\d+))?$/;
const NUMBER_TEXT = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

/** A decimal as the file writes it: a JSON number or a string of digits (spec, "Numbers"). Exact. */
export function readDecimal(value: unknown): Rational | DecimalFault {
  if (typeof value === 'number') return readNumber(value);
  return typeof value === 'string' ? readDigits(value) : 'type';
}

function readNumber(value: number): Rational | DecimalFault {
  if (Number.isSafeInteger(value)) {
    // Safe integers of 16 digits exist; the file still has to write them as strings.
    return Math.abs(value) < 1e15 ? { n: BigInt(value), d: 1n } : judgeOrExpand(String(value));
  }
  return readShortFraction(value) ?? (Number.isFinite(value) ? judgeOrExpand(String(value)) : 'size');
}

/**
 * The quick way for the usual few decimals. Two different decimals of at most 15 significant digits are never
 * the same double, so a quotient that gives the double back is the decimal that was written.
 */
function readShortFraction(value: number): Rational | undefined {
  if (!(Math.abs(value) < 1e9)) return undefined;
  for (const [power, divisor] of SHORT_FRACTIONS) {
    const units = Math.round(value * power);
    if (units / power === value) return { n: BigInt(units), d: divisor };
  }
  return undefined;
}

function readDigits(text: string): Rational | DecimalFault {
  if (text.length > 2 * MAX_DIGITS + 2) return TEXT.test(text.slice(0, 2 * MAX_DIGITS)) ? 'size' : 'type';
  const match = TEXT.exec(text);
  if (match === null) return 'type';
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  if (whole.length > MAX_DIGITS || fraction.length > MAX_DIGITS) return 'size';
  const n = BigInt(whole + fraction);
  return { n: match[1] === '-' ? -n : n, d: powerOfTen(fraction.length) };
}

function judgeOrExpand(text: string): Rational | DecimalFault {
  const fault = judgeNumberText(text);
  if (fault !== null) return fault;
  const [, sign, whole, fraction = '', exponentText = 0] = NUMBER_TEXT.exec(text)!;
  const exponent = Number(exponentText) - fraction.length;
  const digits = BigInt(whole + fraction);
  const n = sign === '-' ? -digits : digits;
  return { n: n * powerOfTen(Math.max(exponent, 0)), d: powerOfTen(Math.max(-exponent, 0)) };
}

/**
 * Judges the source text of a number token before it becomes a double: more than 15 significant
 * digits or a magnitude outside ±40 digits are faults. `null` = the double says exactly what is written.
 */
export function judgeNumberText(text: string): DecimalFault | null {
  const match = NUMBER_TEXT.exec(text);
  if (match === null) return 'type';
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  if (first < 0) return null; // zero, whatever its exponent
  let last = digits.length - 1;
  while (digits.charCodeAt(last) === 48) last--;
  if (last - first + 1 > MAX_NUMBER_DIGITS) return 'digits';
  const shift = Number(match[4] ?? 0);
  const highest = whole.length - first + shift; // digits before the point
  const lowest = last + 1 - whole.length - shift; // digits after it
  return highest > MAX_DIGITS || lowest > MAX_DIGITS ? 'size' : null;
}
