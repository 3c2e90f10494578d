import { add, compare, larger, multiply, negate as negated, smaller, type Rational } from '../number/rational.js';

/** A bound: a number, or none downwards (−1) or upwards (1). */
export type End = Rational | -1 | 1;

/** All that a number can be: from `low` to `high`, both included. */
export interface Interval {
  low: End;
  high: End;
}

export const ANYTHING: Interval = { low: -1, high: 1 };
export const NOT_NEGATIVE: Interval = { low: { n: 0n, d: 1n }, high: 1 };
/** Of a fact that may be in force or not. */
export const EITHER: Interval = { low: { n: 0n, d: 1n }, high: { n: 1n, d: 1n } };

export const exactly = (value: Rational): Interval => point(value);

export function compareEnds(a: End, b: End): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : a;
  return typeof b === 'number' ? -b : compare(a, b);
}

export const isPoint = ({ low, high }: Interval): boolean => compareEnds(low, high) === 0;

/** The smallest interval with all of both in it. */
export const hull = (a: Interval, b: Interval): Interval => ({
  low: compareEnds(a.low, b.low) <= 0 ? a.low : b.low,
  high: compareEnds(a.high, b.high) >= 0 ? a.high : b.high,
});

const addEnds = (a: End, b: End): End => (typeof a === 'number' ? a : typeof b === 'number' ? b : add(a, b));

const negateEnd = (end: End): End => (typeof end === 'number' ? (-end as -1 | 1) : negated(end));

/** Of one value: its ends are the same object, so that nothing is worked out twice. */
const point = (end: End): Interval => ({ low: end, high: end });

export function plus(a: Interval, b: Interval): Interval {
  const low = addEnds(a.low, b.low);
  return a.low === a.high && b.low === b.high ? point(low) : { low, high: addEnds(a.high, b.high) };
}

export function negate({ low, high }: Interval): Interval {
  const end = negateEnd(high);
  return low === high ? point(end) : { low: end, high: negateEnd(low) };
}

/** No end is ever taken on beyond all bounds, so that nothing times anything is nothing. */
function multiplyEnds(a: End, b: End): End {
  if (typeof a !== 'number' && typeof b !== 'number') return multiply(a, b);
  const sign = signOf(a) * signOf(b);
  return sign === 0 ? { n: 0n, d: 1n } : sign > 0 ? 1 : -1;
}

const signOf = (end: End): number => (typeof end === 'number' ? end : end.n > 0n ? 1 : end.n < 0n ? -1 : 0);

export function times(a: Interval, b: Interval): Interval {
  if (a.low === a.high && b.low === b.high) return point(multiplyEnds(a.low, b.low));
  const products = [
    multiplyEnds(a.low, b.low),
    multiplyEnds(a.low, b.high),
    multiplyEnds(a.high, b.low),
    multiplyEnds(a.high, b.high),
  ];
  return products.map(point).reduce(hull);
}

/** Whatever a quotient can be; a divisor that may be zero tells nothing. */
export function dividedBy(a: Interval, b: Interval): Interval {
  if (signOf(b.low) * signOf(b.high) <= 0) return ANYTHING;
  const low = invert(b.high);
  return times(a, { low, high: b.low === b.high ? low : invert(b.low) });
}

/** 1/end; what lies beyond all bounds comes as near to zero as one likes. */
const invert = (end: End): End =>
  typeof end === 'number' ? { n: 0n, d: 1n } : end.n < 0n ? { n: -end.d, d: -end.n } : { n: end.d, d: end.n };

/** What a function that never falls makes of it. */
export const apply = ({ low, high }: Interval, of: (value: Rational) => Rational): Interval => ({
  low: typeof low === 'number' ? low : of(low),
  high: typeof high === 'number' ? high : of(high),
});

export function magnitudeOf(a: Interval): Interval {
  if (signOf(a.low) >= 0) return a;
  const turned = negate(a);
  return signOf(a.high) <= 0 ? turned : { low: { n: 0n, d: 1n }, high: hull(a, turned).high };
}

const pick = (a: End, b: End, take: (a: Rational, b: Rational) => Rational, wins: -1 | 1): End => {
  if (typeof a !== 'number' && typeof b !== 'number') return take(a, b);
  if (a === wins || b === wins) return wins;
  return typeof a === 'number' ? b : a;
};

export const least = (a: Interval, b: Interval): Interval => ({
  low: pick(a.low, b.low, smaller, -1),
  high: pick(a.high, b.high, smaller, -1),
});

export const greatest = (a: Interval, b: Interval): Interval => ({
  low: pick(a.low, b.low, larger, 1),
  high: pick(a.high, b.high, larger, 1),
});
