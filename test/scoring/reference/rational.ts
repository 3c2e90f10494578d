/** An exact number: n/d in lowest terms, d > 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** A per cent may be infinite: nothing happened where nothing was to be counted. */
export type Extended = Rational | 'infinite';

export type RoundingMode = 'halfUp' | 'halfEven' | 'down' | 'up';

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const abs = (n: bigint): bigint => (n < 0n ? -n : n);

export function ratio(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const common = gcd(abs(n), abs(d)) * (d < 0n ? -1n : 1n);
  return { n: n / common, d: d / common };
}

export const whole = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });
export const ZERO = whole(0);
export const ONE = whole(1);
export const HUNDRED = whole(100);

export const add = (a: Rational, b: Rational): Rational => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => ratio(a.n * b.d, a.d * b.n);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const absolute = (a: Rational): Rational => ({ n: abs(a.n), d: a.d });
export const sum = (all: readonly Rational[]): Rational => all.reduce(add, ZERO);

/** Below 0, 0 or above 0, as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const within = (x: Rational, low: Rational, high: Rational): Rational => least(greatest(x, low), high);

export function floor(a: Rational): Rational {
  const cut = a.n / a.d;
  return whole(a.n < 0n && cut * a.d !== a.n ? cut - 1n : cut);
}

export const ceil = (a: Rational): Rational => negate(floor(negate(a)));

export function round(a: Rational, digits: number, mode: RoundingMode): Rational {
  const unit = 10n ** BigInt(digits);
  const scaled = abs(a.n) * unit;
  const cut = scaled / a.d;
  const rest = 2n * (scaled - cut * a.d);
  const up = {
    halfUp: rest >= a.d,
    halfEven: rest > a.d || (rest === a.d && cut % 2n === 1n),
    down: false,
    up: rest > 0n,
  }[mode];
  const size = up ? cut + 1n : cut;
  return ratio(a.n < 0n ? -size : size, unit);
}

/** The number that a decimal of a file writes. */
export function decimal(written: number | string): Rational {
  if (typeof written === 'number' && Number.isSafeInteger(written)) return whole(written);
  const found = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(String(written));
  if (found === null) throw new Error(`no decimal: ${written}`);
  const [, minus, front = '', back = '', exponent = '0'] = found;
  const power = Number(exponent) - back.length;
  const size = BigInt(front + back);
  const n = minus === '-' ? -size : size;
  return power >= 0 ? whole(n * 10n ** BigInt(power)) : ratio(n, 10n ** BigInt(-power));
}

/** Writes a number that has no more than that many decimals. */
export function format(a: Rational, digits: number): string {
  const scaled = String((abs(a.n) * 10n ** BigInt(digits)) / a.d).padStart(digits + 1, '0');
  const cut = scaled.length - digits;
  const text = digits === 0 ? scaled : `${scaled.slice(0, cut)}.${scaled.slice(cut)}`;
  return a.n < 0n ? `-${text}` : text;
}
