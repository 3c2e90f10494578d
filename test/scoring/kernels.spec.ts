import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import * as fc from 'fast-check';
import { Problems } from '../../libs/scoring/text/problems.js';
import { powerOfTen, readDecimal } from '../../libs/scoring/number/decimal.js';
import type { Rational } from '../../libs/scoring/number/rational.js';
import { ROUNDING_MODES, roundToUnits } from '../../libs/scoring/number/rounding.js';
import { divideRounded, largestDivisor, SHAPES } from '../../libs/scoring/rules/kernels/kernel.js';
import { bindRule } from '../../libs/scoring/rules/registry.js';
import { arbitraryRule, KERNEL_KINDS, type RuleCase } from './laws/arbitrary-rule.js';

const PATH = { up: null, key: 'x' };
const NO_PARAMS: ReadonlyMap<string, Rational> = new Map();
const RUNS = 800;

const rational = (text: string): Rational => readDecimal(text) as Rational;

/** What became of the entries of a case, in every rounding mode. */
function compare({ digits, max, rule, target, entries }: RuleCase): { bound: boolean; loaded: number; seen: number } {
  const bound = bindRule(rule, PATH, new Problems(), rational(max));
  const seen = { bound: bound !== undefined, loaded: 0, seen: 0 };
  if (bound === undefined) return seen;
  const assigned = target === undefined || bound.plan === undefined ? undefined : rational(target);
  for (const mode of ROUNDING_MODES) {
    const kernel = bound.kernel?.({ digits, mode });
    const values = new Float64Array(entries.length + 2);
    const wholes = new Float64Array(entries.length + 2);
    const points = new Float64Array(entries.length + 2).fill(-7);
    const wanted: (number | undefined)[] = entries.map((entry, index) => {
      const offer = { entry, target: assigned, params: NO_PARAMS, path: PATH, problems: new Problems() };
      const exact = bound.points(offer);
      const cell = { value: 0, whole: 0 };
      seen.seen++;
      if (kernel?.load(entry, assigned, cell) !== true) return undefined;
      seen.loaded++;
      // Nothing is loaded that the rule refuses, so a cell is proof that the entry is right.
      expect({ entry, errors: offer.problems.errors }).toEqual({ entry, errors: [] });
      values[index + 1] = cell.value;
      wholes[index + 1] = cell.whole;
      return Number(roundToUnits(exact!, digits, mode));
    });
    kernel?.run(values, wholes, points, 1, entries.length + 1);
    wanted.forEach((units, index) => {
      if (units === undefined) return;
      if (points[index + 1] !== units)
        expect({ mode, entry: entries[index], points: points[index + 1] }).toEqual({
          mode,
          entry: entries[index],
          points: units,
        });
      // One cell by itself is what a change runs.
      points[index + 1] = -7;
      kernel?.run(values, wholes, points, index + 1, index + 2);
      expect(points[index + 1]).toBe(units);
    });
    expect([points[0], points.at(-1)]).toEqual([-7, -7]);
  }
  return seen;
}

describe('kernels', () => {
  it.each(KERNEL_KINDS)('give the points of %s that the exact way gives, in every mode, up to their bounds', (kind) => {
    const all = { cases: 0, bound: 0, loaded: 0, seen: 0 };
    fc.assert(
      fc.property(arbitraryRule(kind), (drawn) => {
        const { bound, loaded, seen } = compare(drawn);
        all.cases++;
        if (bound) all.bound++;
        all.loaded += loaded;
        all.seen += seen;
      }),
      { numRuns: RUNS },
    );
    // A law over cases of which few reach the kernels would show little.
    expect(all.bound / all.cases).toBeGreaterThan(0.4);
    expect(all.loaded / all.seen).toBeGreaterThan(0.2);
  });

  it('read the figures that people enter', () => {
    const usual: [JsonObject & { kind: string }, JsonObject][] = [
      [{ kind: 'direct', step: 0.25 }, { points: 12.75 }],
      [{ kind: 'ratio', plan: 6500 }, { actual: 5830.25 }],
      [
        { kind: 'ratio', threshold: 50 },
        { actual: '65.33', plan: 100 },
      ],
      [{ kind: 'ratio', direction: 'lower', plan: 3 }, { actual: 4 }],
      [
        { kind: 'increment', base: 10, per: 5, gain: '0.5', loss: 1 },
        { actual: 889, plan: 100 },
      ],
      [{ kind: 'increment', base: 10, gain: '0.1', steps: 'proportional', plan: 120 }, { actual: '99.52' }],
      [
        {
          kind: 'bands',
          bands: [
            { to: 50, points: 0 },
            { from: 50, points: 30 },
          ],
        },
        { actual: '1234567890123.5' },
      ],
      [
        {
          kind: 'bands',
          on: 'percent',
          plan: 7,
          bands: [
            { to: '99.5', points: 0 },
            { from: '99.5', points: 30 },
          ],
        },
        { actual: 6.97 },
      ],
      [{ kind: 'count', each: 0.5 }, { count: 143 }],
      [{ kind: 'choice', options: { tốt: 30 } }, { choice: 'tốt' }],
      [{ kind: 'deadline', due: '2022-06-30', perDay: '0.25' }, { on: '2022-07-04' }],
      [{ kind: 'checklist', items: { a: 7.5, b: 30 } }, { done: ['b', 'a'] }],
      [{ kind: 'tally', weights: { đạt: 1, hụt: '0.5' } }, { tally: { đạt: 24, hụt: 2 } }],
      [{ kind: 'panel', outOf: 10, step: '0.25', drop: 1 }, { marks: { An: 8.25, Bình: 9, Chi: '7.75', Dũng: 10 } }],
      [{ kind: 'panel', how: 'median' }, { marks: { An: 28.5, Bình: 30 } }],
    ];
    for (const [rule, entry] of usual) {
      const seen = compare({ digits: 2, max: '30', rule, target: undefined, entries: [entry] });
      expect({ rule, ...seen }).toEqual({ rule, bound: true, loaded: 4, seen: 4 });
    }
  });

  it.each<[string, RuleCase['rule'], JsonObject, string, number]>([
    [
      'a step short of the seventh by a hair',
      { kind: 'increment', base: 0, gain: 1 },
      { actual: '4818851601286374', plan: '4503599627370443' },
      '10',
      6,
    ],
    [
      'a loss short of a half by a hair',
      { kind: 'increment', base: 100, loss: 1, steps: 'proportional' },
      { actual: '87560000000198', plan: '88000000000199' },
      '100',
      99,
    ],
    [
      'a share short of its threshold by a hair',
      { kind: 'ratio', threshold: '99.99999' },
      { actual: '999999899999999', plan: '999999999999999' },
      '1',
      0,
    ],
  ])('leave to the exact way %s', (_, rule, entry, max, points) => {
    const exact = bindRule(rule, PATH, new Problems(), rational(max))!.points({
      entry,
      target: undefined,
      params: NO_PARAMS,
      path: PATH,
      problems: new Problems(),
    })!;
    expect(roundToUnits(exact, 0, rule['steps'] === 'proportional' ? 'halfUp' : 'down')).toBe(BigInt(points));
    expect(compare({ digits: 0, max, rule, target: undefined, entries: [entry] })).toMatchObject({
      loaded: 0,
      seen: 4,
    });
  });

  it('divide exactly, whatever lies a hair beside a whole or a half', () => {
    const most = fc.oneof(fc.nat(1000), fc.nat({ max: 2 ** 51 })).map((drawn) => drawn + 1);
    fc.assert(
      fc.property(
        most,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(3),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -3, max: 3 }),
        (max, at, low, where, off) => {
          const largest = largestDivisor(max);
          fc.pre(largest > 0);
          const d = Math.max(1, Math.min(largest, Math.ceil(largest * at)) - low);
          const quotient = Math.floor(max * where);
          for (const half of [0, Math.floor(d / 2)]) {
            const n = Math.min(max * d, Math.max(0, quotient * d + half + off));
            for (const mode of ROUNDING_MODES) {
              const wanted = roundToUnits({ n: BigInt(n), d: BigInt(d) }, 0, mode);
              expect({ n, d, mode, units: divideRounded(n, d, SHAPES[mode]) }).toEqual({
                n,
                d,
                mode,
                units: Number(wanted),
              });
            }
          }
        },
      ),
      { numRuns: 8_000 },
    );
  });

  it('would be wrong beyond the bound they are held to', () => {
    // 3·d - 1 over d lies below 3 by less than doubles can say once d is large enough.
    const d = 2 ** 53 - 1;
    expect(d).toBeGreaterThan(largestDivisor(3));
    expect(divideRounded(3 * d - 1, d, SHAPES.down)).toBe(3);
    expect(roundToUnits({ n: 3n * BigInt(d) - 1n, d: BigInt(d) }, 0, 'down')).toBe(2n);
    expect(powerOfTen(2)).toBe(100n);
  });
});
