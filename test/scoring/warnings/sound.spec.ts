import { describe, expect, it } from '@jest/globals';
import { openStanding, warningsOf, type Competition } from '@thidua/scoring';
import * as fc from 'fast-check';
import { powerOfTen } from '../../../libs/scoring/number/decimal.js';
import { compare, type Rational } from '../../../libs/scoring/number/rational.js';
import type { FigureField } from '../../../libs/scoring/plan/condition.js';
import { compileCondition } from '../../../libs/scoring/rules/formula/compile.js';
import { DivisionByZero } from '../../../libs/scoring/rules/formula/expression.js';
import { compareEnds, type End, type Interval } from '../../../libs/scoring/warnings/interval.js';
import { expressionJudge } from '../../../libs/scoring/warnings/judge-expression.js';
import { Judge } from '../../../libs/scoring/warnings/judge.js';
import { warnOfScales } from '../../../libs/scoring/warnings/warn-of-scales.js';
import { Warnings } from '../../../libs/scoring/warnings/warning.js';
import { FILES } from '../explain/files.js';
import { arbitraryCompetition } from '../laws/arbitrary-competition.js';
import { checkFile, listFiles, valueOf } from '../read-file.js';

const NAMES = ['a', 'b', 'c'] as const;

const { condition } = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...NAMES, '0', '1', '2.5', '7'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie('number').map((each) => `-(${each})`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number'))
      .map(([name, left, right]) => `${name}(${left}, ${right})`),
    fc.tuple(fc.constantFrom('floor', 'ceil', 'abs'), tie('number')).map(([name, each]) => `${name}(${each})`),
    tie('number').map((each) => `round(${each}, 1)`),
    fc
      .tuple(tie('condition'), tie('number'), tie('number'))
      .map(([test, left, right]) => `(${test} ? ${left} : ${right})`),
  ),
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie('condition').map((each) => `!(${each})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([test, left, right]) => `(${test} ? ${left} : ${right})`),
  ),
}));

const half = (n: number): Rational => ({ n: BigInt(n), d: 2n });

/** An interval and numbers of it; one in four has no end. */
const ranged = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9), fc.nat(3), fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }))
  .map(([from, length, open, draws]): { range: Interval; values: Rational[] } => {
    const low: End = open === 1 ? -1 : half(from);
    const high: End = open === 2 ? 1 : half(from + length);
    const values = draws.map((draw) => {
      if (open === 1) return half(from + length - draw);
      return open === 2 ? half(from + draw) : half(from + (draw % (length + 1)));
    });
    return { range: { low, high }, values };
  });

/** A formula has so many nodes at most. */
const isShort = (expr: string): boolean => (expr.match(/[\w.]+|[^\s\w(),.]+/g) ?? []).length <= 200;

describe('judging conditions', () => {
  it('rules out nothing that happens', () => {
    const seen = { never: 0, always: 0 };
    fc.assert(
      fc.property(condition.filter(isShort), fc.tuple(ranged, ranged, ranged), (expr, inputs) => {
        const verdict = expressionJudge(expr)(new Map(NAMES.map((name, index) => [name, inputs[index]!.range])));
        if (!verdict.mayHold) seen.never++;
        if (!verdict.mayFail) seen.always++;
        const evaluate = compileCondition(expr, new Set(NAMES));
        for (let draw = 0; draw < 27; draw++) {
          const picked = [draw % 3, Math.floor(draw / 3) % 3, Math.floor(draw / 9)];
          const values = new Map(NAMES.map((name, index) => [name, inputs[index]!.values[picked[index]!]!]));
          try {
            const holds = evaluate(values);
            expect(holds ? verdict.mayHold : verdict.mayFail).toBe(true);
          } catch (error) {
            if (!(error instanceof DivisionByZero)) throw error;
          }
        }
      }),
      { numRuns: 2_000, seed: 20_221_231 },
    );
    expect(seen.never).toBeGreaterThan(100);
    expect(seen.always).toBeGreaterThan(100);
  });

  it.each<[string, boolean, boolean]>([
    ['a > 10', false, true],
    ['a >= 10', true, true],
    ['a >= 0', true, false],
    ['a * 2 + b <= 25', true, false],
    ['a * 2 + b < 25', true, true],
    ['a - b > 10', false, true],
    ['a / (b + 1) > 10', false, true],
    ['1 / a >= 0', true, true],
    ['b == 7', false, true],
    ['a > 10 || b != 7', true, false],
    ['a > 10 && c > 0', false, true],
    ['c >= -1', true, true],
    ['max(a, 12) > 11 && min(b, 3) <= 3', true, false],
    ['(a > 10 ? 0 : 5) == 5', true, false],
    ['a > 10 ? c > 0 : b <= 5', true, false],
    ['c > 0 ? a > 10 : b > 5', false, true],
    ['!(abs(a - 10) > 10)', true, false],
    ['round(b / 3, 0) <= 2 && ceil(b) < 6 && floor(-b) >= -5', true, false],
  ])('%s: may hold %s, may fail %s', (expr, mayHold, mayFail) => {
    const range = (low: number, high: number): Interval => ({ low: half(2 * low), high: half(2 * high) });
    const ranges = new Map([
      ['a', range(0, 10)],
      ['b', range(0, 5)],
      ['c', { low: -1, high: 1 } as Interval],
    ]);
    expect(expressionJudge(expr)(ranges)).toEqual({ mayHold, mayFail });
  });
});

const files = (): Competition[] => [
  ...Object.values(FILES).map((file) => file()),
  ...listFiles('golden')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => valueOf(checkFile(`golden/${name}`))),
  ...listFiles('golden/examples')
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => valueOf(checkFile(`golden/examples/${name}`))),
];

/** Every figure of every unit lies within what is judged to be possible. */
function expectWithinBounds(competition: Competition): void {
  const { plan, ...standing } = openWith(competition);
  const judge = new Judge(plan, warnOfScales(plan, competition.scales, new Warnings()));
  for (const unit of plan.units.values()) {
    const { bounds } = judge.profileOf(unit);
    const { figures, index } = standing.of(unit.code);
    const { digits, sections, criteria } = unit.scale;
    const keys: { field: FigureField; code: string }[] = [
      ...(['total', 'base', 'bonus', 'penalty'] as const).map((field) => ({ field, code: '' })),
      ...sections.flatMap(({ kind, code }) => (kind === 'part' || kind === 'group' ? [{ field: kind, code }] : [])),
      ...criteria.map(({ code }) => ({ field: 'criterion', code }) as const),
    ];
    for (const key of keys) {
      const { column, at } = figures.figure(key);
      const value = { n: BigInt(column[at + index]!), d: powerOfTen(digits) };
      const { low, high } = bounds.figure(key.field, key.code);
      expect([key, compareEnds(low, value) <= 0 && compareEnds(value, high) <= 0]).toEqual([key, true]);
      if (key.field === 'total') expect(compare(bounds.most('total'), value)).toBeGreaterThanOrEqual(0);
    }
  }
}

function openWith(competition: Competition) {
  const live = openStanding(competition);
  const of = (unit: string) => {
    const { standing, index } = live.seat(unit);
    standing.ranking();
    return { figures: standing.figures, index };
  };
  return { plan: live.plan, of };
}

/** No warning says of a result what is not so. */
function expectTrue(competition: Competition): void {
  const result = openStanding(competition).result('');
  const standings = result.clusters.flatMap((cluster) => cluster.standings);
  for (const { code, path } of warningsOf(competition)) {
    const [, list, index] = /^(classes|rewards|factKinds)\[(\d+)\]/.exec(path) ?? [];
    const named = (competition[list as 'classes'] ?? [])[Number(index)]?.code;
    const isNever = ['class.unreachable', 'class.share.none', 'class.shadowed', 'condition.never'].includes(code);
    if (list === 'classes' && isNever) expect(standings.filter((each) => each.class === named)).toEqual([]);
    if (code === 'fact.unreachable') expect(standings.filter(({ facts }) => facts.includes(named!))).toEqual([]);
    const isNobody = [
      'reward.unreachable',
      'reward.requires.excluded',
      'reward.quota.none',
      'condition.never',
    ].includes(code);
    if (list === 'rewards' && isNobody) {
      expect(result.rewards.filter((row) => row.code === named && row.proposed.length > 0)).toEqual([]);
    }
  }
}

describe('what is judged to be possible', () => {
  it('is what happens in every file there is', () => {
    for (const competition of files()) {
      expectWithinBounds(competition);
      expectTrue(competition);
    }
  });

  it('is what happens in any competition', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        expectWithinBounds(competition);
        expectTrue(competition);
      }),
      { numRuns: 150, seed: 20_221_231 },
    );
  });
});
