import { describe, expect, it } from '@jest/globals';
import {
  diff,
  explain,
  openStanding,
  parseText,
  readCompetition,
  score,
  type Competition,
  type ResultDocument,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { accountOf, errorsOf, pointsOf, smallFile, told } from '../small-file.js';

const digits = (count: number, digit = '1'): string => digit.repeat(count);

/** The least total a class asks for, written out exactly: any decimal there is may be one. */
function exactly(minTotal: number | string): string {
  const file = smallFile({ file: { classes: [{ code: 'k', name: 'k', minTotal }] } });
  const account = explain(openStanding(valueOf<Competition>(readCompetition(file))), 'U');
  return account.classes[0]!.conditions[0]!.required;
}
const refused = (minTotal: unknown): string[] =>
  errorsOf(smallFile({ file: { classes: [{ code: 'k', name: 'k', minTotal: minTotal as number }] } }));

const PATH = 'classes[0].minTotal';
const TOO_LONG = [`field.range ${PATH} {"reason":"size","most":40}`];
const TOO_EXACT = [`field.range ${PATH} {"reason":"digits","most":15}`];
const NO_DECIMAL = [`field.type ${PATH} {"expected":"decimal"}`];

describe('a decimal', () => {
  it.each<[number | string, string]>([
    [0, '0'],
    [-0, '0'],
    [7.5, '7.5'],
    [-0.25, '-0.25'],
    [0.125, '0.125'],
    [0.0001, '0.0001'],
    [-0.0625, '-0.0625'],
    [-1.5e-7, '-0.00000015'],
    [1e15, '1000000000000000'],
    [-1e15, '-1000000000000000'],
    [123_456_789_012_340, '123456789012340'],
    [1.5e21, '1500000000000000000000'],
    ['12.50', '12.5'],
    ['007', '7'],
    ['1234567890123456.789', '1234567890123456.789'],
    [digits(40), digits(40)],
    [`0.${digits(40)}`, `0.${digits(40)}`],
    [`-${digits(40)}.${digits(40)}`, `-${digits(40)}.${digits(40)}`],
  ])('%s is taken as it is written', (written, exact) => {
    expect(exactly(written)).toBe(exact);
  });

  it('has at most 40 digits on either side of the point', () => {
    for (const text of [digits(41), `0.${digits(41)}`, `-${digits(41)}`, digits(90), digits(100_000)]) {
      expect(refused(text)).toEqual(TOO_LONG);
    }
    // A long text is judged by its beginning.
    expect(refused(`${digits(80)}xxxxx`)).toEqual(TOO_LONG);
    expect(refused('x'.repeat(90))).toEqual(NO_DECIMAL);
  });

  it('is a number only where a double holds all its digits', () => {
    for (const value of [1_234_567_890_123_456, -1_234_567_890_123_456, 0.1234567890123456, 9_007_199_254_740.123]) {
      expect(refused(value)).toEqual(TOO_EXACT);
    }
    for (const value of [1e41, 1e-41, Infinity, -Infinity, Number.NaN]) expect(refused(value)).toEqual(TOO_LONG);
  });

  it('is nothing else', () => {
    const others = [true, false, null, [], {}, '', ' 1', '1 ', '1,', '.5', '5.', '+5', '1e3', '--1', '١', '1.2.3'];
    for (const other of others) expect(refused(other)).toEqual(NO_DECIMAL);
  });

  it.each([
    ['7,5', '7.5'],
    ['-0,25', '-0.25'],
    ['1.234,56', '1234.56'],
    ['-12.345.678,9', '-12345678.9'],
  ])('with a comma is told to be written with a point: %s', (value, point) => {
    const params = { expected: 'decimal', reason: 'comma', value, point };
    expect(refused(value)).toEqual([`field.type ${PATH} ${JSON.stringify(params)}`]);
  });

  it('with other commas is none', () => {
    for (const other of ['1,5,5', ',5', '1.2,5', '1234.567,8', 'a,5']) {
      expect(refused(other)).toEqual(NO_DECIMAL);
    }
  });
});

describe('the token of a number', () => {
  const read = (token: string): unknown => {
    const outcome = parseText(`[${token}]`, 'json');
    return outcome.ok ? (outcome.value as unknown[])[0] : told(outcome.errors);
  };
  const SIZE = ['field.range [0] {"reason":"size","most":40}'];
  const EXACT = ['field.range [0] {"reason":"digits","most":15}'];

  it('may have an exponent of either sign', () => {
    expect([read('1e+21'), read('1E21'), read('25e-1'), read('-2.5e+1')]).toEqual([1e21, 1e21, 2.5, -25]);
  });

  it('reaches 40 digits before and after the point, whichever way it is written', () => {
    const tiny = `0.${digits(39, '0')}1`;
    expect([read(tiny), read('1e-40'), read(`1${digits(39, '0')}`), read('1e39')]).toEqual([1e-40, 1e-40, 1e39, 1e39]);
    expect(read('100000e34')).toBe(1e39);
    for (const token of [`0.${digits(40, '0')}1`, '1e-41', `1${digits(40, '0')}`, '1e40', '100000e35', '0.01e42']) {
      expect(read(token)).toEqual(SIZE);
    }
  });

  it('counts significant digits only', () => {
    expect([read('100000000000000000000'), read('0.0123456789012345'), read('1.50000000000000000')]).toEqual([
      1e20, 0.0123456789012345, 1.5,
    ]);
    for (const token of ['1234567890123456', '1.234567890123456', '1000000000000001', '-0.1234567890123456']) {
      expect(read(token)).toEqual(EXACT);
    }
  });

  it('takes zero whatever its exponent', () => {
    expect([read('0e999999'), read('-0.000e-99999999'), read('0.00')]).toEqual([0, -0, 0]);
  });

  it('is refused by its size, however long its exponent', () => {
    for (const token of ['1e1000', '1e99999999999999', '1e-99999999999999']) expect(read(token)).toEqual(SIZE);
  });
});

describe('arithmetic', () => {
  const formula = (expr: string, inputs: Record<string, number | string>, max = 10): ReturnType<typeof accountOf> =>
    accountOf({ rule: { kind: 'formula', inputs: Object.keys(inputs), expr }, value: { inputs }, max });
  const uncut = (expr: string, inputs: Record<string, number | string>): string | undefined =>
    formula(expr, inputs).steps.find(({ term }) => term === 'uncut')?.value;

  it('keeps signs in their place through a division', () => {
    expect(formula('p / q', { p: -6, q: -2 }).points).toBe('3.00');
    expect(formula('p / q + 5', { p: 6, q: -2 }).points).toBe('2.00');
    expect(formula('max(p / q, 1)', { p: -6, q: -2 }).points).toBe('3.00');
  });

  it('writes fractions in lowest terms, their sign before them', () => {
    expect(uncut('p / q', { p: -4, q: 12 })).toBe('-1/3');
    expect(uncut('p / q', { p: 6, q: 4 })).toBe('1.5');
    expect(uncut('p / q', { p: 35, q: 14 })).toBe('2.5');
    expect(uncut('p / q', { p: 10, q: 4 })).toBe('2.5');
    expect(uncut('p / 7', { p: 22 })).toBe('22/7');
    expect(uncut('p - q', { p: '0.5', q: '0.50' })).toBe('0');
  });

  it('rounds in a formula half up, away from zero, on either side of it', () => {
    expect(uncut('round(p, 0)', { p: '-2.5' })).toBe('-3');
    expect(uncut('round(p, 0)', { p: '2.5' })).toBe('3');
    expect(uncut('round(p, 1)', { p: '-2.549' })).toBe('-2.5');
  });

  it('takes the greatest whole number below, and the least above', () => {
    expect([uncut('floor(p)', { p: '-2.5' }), uncut('ceil(p)', { p: '-2.5' })]).toEqual(['-3', '-2']);
    expect([uncut('floor(p)', { p: '-2' }), uncut('floor(p)', { p: '2.5' })]).toEqual(['-2', '2']);
    expect([uncut('abs(p)', { p: '-2.5' }), uncut('abs(p)', { p: '2.5' })]).toEqual(['2.5', '2.5']);
  });

  it('adds fractions that have nothing in common', () => {
    const items = [1, 2, 3, 5, 7].map((plan) => ({ actual: 1, plan: 2 * plan }));
    // 50 + 25 + 50/3 + 10 + 50/7 = 10*(5 + 2.5 + 5/3 + 1 + 5/7) = 2285/21; a fifth of it, of 10: 457/210
    expect(accountOf({ rule: { kind: 'mean' }, value: { items } }).exact).toBe('457/210');
  });
});

describe('the points of a criterion', () => {
  const rounded = (mode: string, points: string, count = 2): string =>
    pointsOf({ value: { points }, rounding: { digits: count, mode } });

  it.each([
    ['halfUp', ['1.00', '1.00', '1.01', '1.01', '1.02']],
    ['halfEven', ['1.00', '1.00', '1.00', '1.01', '1.02']],
    ['down', ['1.00', '1.00', '1.00', '1.00', '1.01']],
    ['up', ['1.00', '1.01', '1.01', '1.01', '1.02']],
  ])('are rounded %s', (mode, expected) => {
    expect(['1', '1.004', '1.005', '1.006', '1.015'].map((points) => rounded(mode, points))).toEqual(expected);
  });

  it('are rounded to as many digits as the scale has', () => {
    expect([0, 1, 3, 6].map((count) => rounded('halfUp', '2.3456789', count))).toEqual([
      '2',
      '2.3',
      '2.346',
      '2.345679',
    ]);
    expect(rounded('up', '0.0000001', 6)).toBe('0.000001');
  });

  it('are of a count, with whatever noughts after the point it is written', () => {
    const counted = (count: number | string) => pointsOf({ rule: { kind: 'count', each: 1 }, value: { count } });
    expect([2, '2', '2.0', '2.00', '0.0', -0].map(counted)).toEqual(['2.00', '2.00', '2.00', '2.00', '0.00', '0.00']);
    const tallied = (good: number | string) =>
      pointsOf({ rule: { kind: 'tally', weights: { good: 1, bad: 0 } }, value: { tally: { good, bad: '3.0' } } });
    expect([2, '2.0', 0].map(tallied)).toEqual(['4.00', '4.00', '0.00']);
  });

  it('are cut to a max with decimals', () => {
    const rule = { kind: 'count', each: 1 };
    expect(pointsOf({ rule, value: { count: 40 }, max: 12.5 })).toBe('12.50');
    expect(pointsOf({ rule, value: { count: 40 }, max: '12.50' })).toBe('12.50');
    expect(pointsOf({ rule, value: { count: 12 }, max: '12.50' })).toBe('12.00');
  });
});

describe('the decimals of a result', () => {
  const result = () => score(valueOf<Competition>(readCompetition(smallFile({ value: { points: 5 } }))), 'sha256:-');
  const changed = (total: string): ResultDocument => {
    const copy = result();
    Object.assign(copy.clusters[0]!.standings[0]!, { total, rank: 2 });
    return copy;
  };

  it('are compared by what they say', () => {
    expect(diff(result(), changed('5.000000')).clusters[0]!.units[0]).toMatchObject({ because: ['others'] });
    expect(diff(result(), changed('5.000001')).clusters[0]!.units[0]).toMatchObject({ because: ['score'] });
  });

  it.each(['x5.00', '5.00x', '5.0000000', '5,00', ''])('%j is none', (total) => {
    expect(() => diff(result(), changed(total))).toThrow('not a fixed decimal');
  });
});
