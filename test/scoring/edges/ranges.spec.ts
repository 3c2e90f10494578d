import { describe, expect, it } from '@jest/globals';
import { readDecimal } from '../../../libs/scoring/number/decimal.js';
import { divide, floor, type Rational } from '../../../libs/scoring/number/rational.js';
import * as interval from '../../../libs/scoring/warnings/interval.js';
import { expressionJudge } from '../../../libs/scoring/warnings/judge-expression.js';
import type { End, Interval } from '../../../libs/scoring/warnings/interval.js';

/* Ranges are written [low, high], −∞ and ∞ for no end; a single number is the range of it alone. */
const numberOf = (text: string): Rational => {
  const [top, bottom] = text.split('/').map((each) => readDecimal(each) as Rational);
  return bottom === undefined ? top! : divide(top!, bottom);
};
const endOf = (text: string): End => (text === '−∞' ? -1 : text === '∞' ? 1 : numberOf(text));
function rangeOf(text: string): Interval {
  const ends = /^\[(\S+), (\S+)\]$/.exec(text);
  return ends === null ? interval.exactly(numberOf(text)) : { low: endOf(ends[1]!), high: endOf(ends[2]!) };
}
const textOfEnd = (end: End): string => {
  if (typeof end === 'number') return end < 0 ? '−∞' : '∞';
  expect(end.d > 0n).toBe(true);
  return fractionText(end);
};
const fractionText = ({ n, d }: Rational): string => {
  const common = divisorOf(n < 0n ? -n : n, d);
  return d === common ? `${n / common}` : `${n / common}/${d / common}`;
};
const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));
const textOf = ({ low, high }: Interval): string =>
  textOfEnd(low) === textOfEnd(high) ? textOfEnd(low) : `[${textOfEnd(low)}, ${textOfEnd(high)}]`;

describe('what comes of two ranges', () => {
  const OPERATIONS: Record<string, (a: Interval, b: Interval) => Interval> = {
    plus: (a, b) => interval.plus(a, b),
    times: (a, b) => interval.times(a, b),
    'divided by': (a, b) => interval.dividedBy(a, b),
    'or else': (a, b) => interval.hull(a, b),
    least: (a, b) => interval.least(a, b),
    greatest: (a, b) => interval.greatest(a, b),
  };

  it.each<[string, string, string, string]>([
    ['2', 'plus', '3', '5'],
    ['2', 'plus', '[3, 4]', '[5, 6]'],
    ['[3, 4]', 'plus', '2', '[5, 6]'],
    ['[−∞, 4]', 'plus', '[1, 2]', '[−∞, 6]'],
    ['[1, 2]', 'plus', '[3, ∞]', '[4, ∞]'],
    ['2', 'times', '3', '6'],
    ['2', 'times', '[3, 4]', '[6, 8]'],
    ['[3, 4]', 'times', '-2', '[-8, -6]'],
    ['[-2, 3]', 'times', '[-5, 7]', '[-15, 21]'],
    ['[-2, 3]', 'times', '[-9, 1]', '[-27, 18]'],
    ['[2, ∞]', 'times', '[3, 4]', '[6, ∞]'],
    ['[2, ∞]', 'times', '[-4, -3]', '[−∞, -6]'],
    ['[2, ∞]', 'times', '[-4, 0]', '[−∞, 0]'],
    ['[−∞, -2]', 'times', '[3, ∞]', '[−∞, -6]'],
    ['[−∞, -2]', 'times', '[−∞, -3]', '[6, ∞]'],
    // Nothing times anything is nothing.
    ['0', 'times', '[−∞, ∞]', '0'],
    ['[0, 1]', 'times', '[5, ∞]', '[0, ∞]'],
    ['[1/2, 3]', 'times', '[−∞, 4]', '[−∞, 12]'],
    ['6', 'divided by', '3', '2'],
    ['6', 'divided by', '[2, 3]', '[2, 3]'],
    ['6', 'divided by', '[-3, -2]', '[-3, -2]'],
    ['[1, 6]', 'divided by', '-2', '[-3, -1/2]'],
    ['6', 'divided by', '[3, ∞]', '[0, 2]'],
    ['6', 'divided by', '[−∞, -3]', '[-2, 0]'],
    ['[2, ∞]', 'divided by', '4', '[1/2, ∞]'],
    // A divisor that may be zero tells nothing.
    ['6', 'divided by', '[0, 3]', '[−∞, ∞]'],
    ['6', 'divided by', '[-3, 0]', '[−∞, ∞]'],
    ['6', 'divided by', '0', '[−∞, ∞]'],
    ['6', 'divided by', '[-1, 1]', '[−∞, ∞]'],
    ['6', 'divided by', '[−∞, 1]', '[−∞, ∞]'],
    ['[1, 2]', 'or else', '[3, 4]', '[1, 4]'],
    ['[3, 4]', 'or else', '[1, 2]', '[1, 4]'],
    ['[1, 5]', 'or else', '[2, 3]', '[1, 5]'],
    ['[−∞, 0]', 'or else', '[1, 2]', '[−∞, 2]'],
    ['[1, 2]', 'or else', '[−∞, 0]', '[−∞, 2]'],
    ['[1, ∞]', 'or else', '[0, 2]', '[0, ∞]'],
    ['[0, 2]', 'or else', '[1, ∞]', '[0, ∞]'],
    ['[1, 4]', 'least', '[2, 3]', '[1, 3]'],
    ['[−∞, 4]', 'least', '[2, 5]', '[−∞, 4]'],
    ['[2, 5]', 'least', '[−∞, 4]', '[−∞, 4]'],
    ['[1, ∞]', 'least', '[2, 3]', '[1, 3]'],
    ['[2, 3]', 'least', '[1, ∞]', '[1, 3]'],
    ['[1, ∞]', 'least', '[2, ∞]', '[1, ∞]'],
    ['[−∞, ∞]', 'least', '[−∞, 3]', '[−∞, 3]'],
    ['[1, 4]', 'greatest', '[2, 3]', '[2, 4]'],
    ['[1, ∞]', 'greatest', '[2, 3]', '[2, ∞]'],
    ['[2, 3]', 'greatest', '[1, ∞]', '[2, ∞]'],
    ['[−∞, 4]', 'greatest', '[2, 3]', '[2, 4]'],
    ['[2, 3]', 'greatest', '[−∞, 4]', '[2, 4]'],
    ['[−∞, 4]', 'greatest', '[−∞, ∞]', '[−∞, ∞]'],
  ])('%s %s %s: %s', (a, operation, b, result) => {
    expect(textOf(OPERATIONS[operation]!(rangeOf(a), rangeOf(b)))).toBe(result);
  });

  it.each<[string, string, string]>([
    ['negated', '3', '-3'],
    ['negated', '[-2, 5]', '[-5, 2]'],
    ['negated', '[−∞, 5]', '[-5, ∞]'],
    ['negated', '[5, ∞]', '[−∞, -5]'],
    ['without its sign', '[2, 5]', '[2, 5]'],
    ['without its sign', '[0, 5]', '[0, 5]'],
    ['without its sign', '[-5, -2]', '[2, 5]'],
    ['without its sign', '[-5, 0]', '[0, 5]'],
    ['without its sign', '[-5, 2]', '[0, 5]'],
    ['without its sign', '[-2, 5]', '[0, 5]'],
    ['without its sign', '[−∞, 2]', '[0, ∞]'],
    ['without its sign', '[−∞, -2]', '[2, ∞]'],
    ['without its sign', '[-2, ∞]', '[0, ∞]'],
    ['rounded down', '[1/2, 7/2]', '[0, 3]'],
    ['rounded down', '[−∞, 7/2]', '[−∞, 3]'],
    ['rounded down', '[1/2, ∞]', '[0, ∞]'],
  ])('%s, %s is %s', (operation, a, result) => {
    const OF: Record<string, (a: Interval) => Interval> = {
      negated: (each) => interval.negate(each),
      'without its sign': (each) => interval.magnitudeOf(each),
      'rounded down': (each) => interval.apply(each, floor),
    };
    expect(textOf(OF[operation]!(rangeOf(a)))).toBe(result);
  });

  it.each<[string, string, number]>([
    ['−∞', '−∞', 0],
    ['∞', '∞', 0],
    ['−∞', '∞', -1],
    ['∞', '−∞', 1],
    ['−∞', '-5', -1],
    ['5', '∞', -1],
    ['∞', '5', 1],
    ['-5', '−∞', 1],
    ['4', '5', -1],
    ['5', '5', 0],
  ])('%s is to %s as %i to 0', (a, b, order) => {
    expect(Math.sign(interval.compareEnds(endOf(a), endOf(b)))).toBe(order);
  });

  it.each<[string, boolean]>([
    ['3', true],
    ['[3, 4]', false],
    ['[−∞, 3]', false],
    ['[3, ∞]', false],
    ['[−∞, ∞]', false],
  ])('%s is one number: %s', (range, isOne) => expect(interval.isPoint(rangeOf(range))).toBe(isOne));
});

/** a to 10, b to 5, c and d without bounds, p and q 3, s from a half to 2.5. */
const INPUTS: Readonly<Record<string, string>> = {
  ...{ a: '[0, 10]', b: '[0, 5]', c: '[−∞, ∞]', d: '[−∞, ∞]', p: '3', q: '3', s: '[0.5, 2.5]' },
};

describe('a condition judged for all values', () => {
  const verdictOf = (expr: string): string => {
    const { mayHold, mayFail } = expressionJudge(expr)(
      new Map(Object.entries(INPUTS).map(([name, range]) => [name, rangeOf(range)])),
    );
    return mayHold && mayFail ? 'open' : mayHold ? 'always' : mayFail ? 'never' : 'neither';
  };

  it.each<[string, string]>([
    // Both sides of every edge of each comparison.
    ['a < 0', 'never'],
    ['a < 0.01', 'open'],
    ['a < 10', 'open'],
    ['a < 10.01', 'always'],
    ['a <= -0.01', 'never'],
    ['a <= 0', 'open'],
    ['a <= 9.99', 'open'],
    ['a <= 10', 'always'],
    ['a > 10', 'never'],
    ['a > 9.99', 'open'],
    ['a > 0', 'open'],
    ['a > -0.01', 'always'],
    ['a >= 10.01', 'never'],
    ['a >= 10', 'open'],
    ['a >= 0.01', 'open'],
    ['a >= 0', 'always'],
    ['a == -1', 'never'],
    ['a == 11', 'never'],
    ['a == 0', 'open'],
    ['0 == a', 'open'],
    ['a == 10', 'open'],
    ['a == b', 'open'],
    ['p == q', 'always'],
    ['p == 4', 'never'],
    ['p != q', 'never'],
    ['p != 4', 'always'],
    ['a != 11', 'always'],
    ['a != 5', 'open'],
    // What has no bound may be more and less than whatever else has none.
    ['c < d', 'open'],
    ['c <= d', 'open'],
    ['c > d', 'open'],
    ['c == d', 'open'],
    // Of two conditions.
    ['a > 5 && b <= 5', 'open'],
    ['b <= 5 && a > 5', 'open'],
    ['b <= 5 && a >= 0', 'always'],
    ['b > 5 && a >= 0', 'never'],
    ['a > 10 || b > 5', 'never'],
    ['a > 5 || b > 5', 'open'],
    ['b > 5 || a > 5', 'open'],
    ['a > 5 || b > 2', 'open'],
    ['a > 5 || b <= 5', 'always'],
    ['!(a > 10)', 'always'],
    ['!(a >= 0)', 'never'],
    ['!(a > 5)', 'open'],
    // A choice of conditions: the one that is chosen counts, where both may be, both.
    ['c > 0 ? a > 5 : b > 5', 'open'],
    ['c > 0 ? b > 5 : a > 5', 'open'],
    ['c > 0 ? a > 5 : b <= 5', 'open'],
    ['c > 0 ? b <= 5 : a > 5', 'open'],
    ['c > 0 ? a > 10 : b <= 5', 'open'],
    ['c > 0 ? a > 10 : b > 5', 'never'],
    ['c > 0 ? a <= 10 : b <= 5', 'always'],
    ['p == 3 ? a <= 10 : a > 10', 'always'],
    ['p == 3 ? a > 10 : a <= 10', 'never'],
    ['p == 4 ? a <= 10 : a > 10', 'never'],
    ['p == 4 ? a > 10 : a <= 10', 'always'],
    ['p == 3 ? a > 5 : a > 10', 'open'],
    // A choice of numbers.
    ['(c > 0 ? a : b + 20) > 15', 'open'],
    ['(c > 0 ? b + 20 : a) > 15', 'open'],
    ['(c > 0 ? a : b + 20) <= 25', 'always'],
    ['(p == 3 ? 1 : 2) == 1', 'always'],
    ['(p == 4 ? 1 : 2) == 2', 'always'],
    // Functions.
    ['floor(s) <= 2', 'always'],
    ['floor(s) < 2', 'open'],
    ['floor(s) >= 0', 'always'],
    ['floor(s) >= 0.5', 'open'],
    ['ceil(s) >= 1', 'always'],
    ['ceil(s) > 1', 'open'],
    ['ceil(s) <= 2.5', 'open'],
    ['ceil(s) <= 3', 'always'],
    ['abs(b - 5) <= 5', 'always'],
    ['abs(b - 5) >= 0', 'always'],
    ['abs(b - 5) > 0', 'open'],
    ['round(s, 0) >= 1', 'always'],
    ['round(s, 0) <= 3', 'always'],
    ['round(s, 1) <= 2.5', 'always'],
    ['round(s, 0) <= 2.5', 'open'],
    ['min(a, b, p) <= 3', 'always'],
    ['min(a, p) < 3', 'open'],
    ['max(b, p) >= 3', 'always'],
    ['max(b, p) > 3', 'open'],
    ['max(a, b, 12) == 12', 'always'],
    // Arithmetic.
    ['a - b >= -5', 'always'],
    ['a - b > -5', 'open'],
    ['-a <= 0', 'always'],
    ['p * q == 9', 'always'],
    ['p / q == 1', 'always'],
    ['p + q == 6', 'always'],
    ['a / p <= 3.4', 'always'],
    ['p / s >= 1.2', 'always'],
    ['p / s > 1.2', 'open'],
    ['p / a >= 0', 'open'],
  ])('%s: %s', (expr, verdict) => expect(verdictOf(expr)).toBe(verdict));
});
