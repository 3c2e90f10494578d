import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readCompetition, type JsonValue } from '@thidua/scoring';
import { compare, fromInteger, type Rational } from '../../libs/scoring/number/rational.js';
import { compileCondition, compileFormula } from '../../libs/scoring/rules/formula/compile.js';
import { DivisionByZero, FormulaFault } from '../../libs/scoring/rules/formula/expression.js';

const FULL = fromInteger(10n);

type Values = Record<string, Rational>;

function compute(text: string, values: Values = {}): Rational {
  return compileFormula(text, new Set(Object.keys(values)), FULL)(new Map(Object.entries(values)));
}

const isEqual = (left: Rational, right: Rational): boolean => compare(left, right) === 0;

const many = (count: number, operand: string, operator: string): string => Array(count).fill(operand).join(operator);

describe('the size of a formula', () => {
  const one = { a: fromInteger(1n) };

  it('is 1,000 characters at most', () => {
    const text = (length: number): string => `a${' '.repeat(length - 3)}+1`;
    expect(isEqual(compute(text(1000), one), fromInteger(2n))).toBe(true);
    expect(() => compute(text(1001), one)).toThrow(FormulaFault);
  });

  it('counts characters, not the units they are stored in', () => {
    const name = '𝒜'; // two units
    const text = `${name}${'+1'.repeat(99)}${' '.repeat(801)}`;
    expect(isEqual(compute(text, { [name]: fromInteger(1n) }), fromInteger(100n))).toBe(true);
    expect(() => compute(`${text} `, { [name]: fromInteger(1n) })).toThrow(/1000 characters/);
  });

  it('is 200 numbers and operations at most', () => {
    expect(isEqual(compute(`-${many(100, 'a', '+')}`, one), fromInteger(98n))).toBe(true); // 100 + 99 + 1
    expect(() => compute(`--${many(100, 'a', '+')}`, one)).toThrow(/200/);
    expect(() => compute(`round(${many(100, 'a', '+')}, 0)`, one)).toThrow(/200/); // the digits count as well
    expect(isEqual(compute(`abs(${many(100, 'a', '+')})`, one), fromInteger(100n))).toBe(true);
  });

  it('may be all parentheses', () => {
    expect(isEqual(compute(`${'('.repeat(499)}a${')'.repeat(499)}`, one), fromInteger(1n))).toBe(true);
  });

  it.each([
    '('.repeat(1000),
    '-'.repeat(1000),
    'a?'.repeat(500),
    '!'.repeat(1000),
    'min('.repeat(250),
    '1'.repeat(900),
  ])('made to exhaust the reader is refused: %.8s…', (text) => {
    expect(() => compute(text, one)).toThrow(FormulaFault);
  });

  it('keeps results and time small, whatever the inputs', () => {
    const long: Values = { a: { n: 10n ** 80n - 1n, d: 10n ** 40n }, b: { n: 10n ** 80n - 3n, d: 10n ** 39n } };
    const before = process.cpuUsage();
    for (const operator of ['*', '/', '+']) {
      const { n, d } = compute(`${many(50, 'a', operator)} / (${many(49, 'b', operator)})`, long);
      expect(n.toString().length + d.toString().length).toBeLessThan(200 * 160);
    }
    const { user, system } = process.cpuUsage(before);
    // The processor's time, in milliseconds, which other work on the machine does not lengthen.
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe('a formula computed', () => {
  it('tells a division by zero, and only where it is reached', () => {
    const zero = { a: fromInteger(0n) };
    for (const text of ['1 / a', '1 / (a * 3)', 'a == 0 ? 1 / a : 2', 'a != 0 || 1 / a > 0 ? 1 : 2', 'min(1, 2 / a)']) {
      expect(() => compute(text, zero)).toThrow(DivisionByZero);
    }
    for (const text of ['a != 0 ? 1 / a : 2', 'a == 0 || 1 / a > 0 ? 2 : 1', 'a != 0 && 1 / a > 0 ? 1 : 2']) {
      expect(isEqual(compute(text, zero), fromInteger(2n))).toBe(true);
    }
  });

  it('is exact where doubles are not', () => {
    expect(isEqual(compute('0.1 + 0.2'), { n: 3n, d: 10n })).toBe(true);
    expect(isEqual(compute('1 / 3 * 3'), fromInteger(1n))).toBe(true);
    expect(isEqual(compute('9007199254740993 - 9007199254740992'), fromInteger(1n))).toBe(true);
    expect(isEqual(compute('full / 4'), { n: 5n, d: 2n })).toBe(true);
  });

  // Whole numbers and no division: here doubles are exact as well, so the host's own reading is the measure.
  const number = fc.letrec<{ number: string; condition: string }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('a', 'b', 'full', '0', '1', '7', '2.5'),
      fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', ' - '), tie('number')).map((parts) => parts.join(' ')),
      fc
        .tuple(fc.constantFrom('(', '-(', 'abs(', 'floor(', 'ceil('), tie('number'))
        .map((parts) => `${parts.join('')})`),
      fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, x, y]) => `${f}(${x}, ${y})`),
      fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, x, y]) => `(${c} ? ${x} : ${y})`),
    ),
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc
        .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
        .map((parts) => parts.join(' ')),
      fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((parts) => parts.join(' ')),
      tie('condition').map((condition) => `!(${condition})`),
    ),
  })).number;

  it('gives what the host gives where the host is exact', () => {
    let compared = 0;
    const whole = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(number, whole, whole, (text, a, b) => {
        const scope = { a, b, full: 10, min: Math.min, max: Math.max };
        const rest = { abs: Math.abs, floor: Math.floor, ceil: Math.ceil };
        const expected = runInNewContext(text, { ...scope, ...rest }) as number;
        fc.pre([...text].length <= 1000 && Number.isSafeInteger(expected * 2 ** 20));
        let result: Rational;
        try {
          result = compute(text, { a: fromInteger(BigInt(a)), b: fromInteger(BigInt(b)) });
        } catch (error) {
          if (error instanceof FormulaFault && error.message.includes('200')) return;
          throw error;
        }
        compared += 1;
        expect([text, Number(result.n) / Number(result.d)]).toEqual([text, expected + 0]);
      }),
      { numRuns: 500, seed: 20221231 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});

describe('names of inputs', () => {
  const codes = (name: string): string[] => {
    const rule = { kind: 'formula', inputs: [name], expr: '1' };
    const criteria = [{ code: 'I.1', name: 'Tiêu chí', max: 10, rule }];
    const outcome = readCompetition({
      format: 'thidua/1',
      campaign: { code: 'c', name: 'Đợt', from: '2022-01-01', to: '2022-12-31' },
      scales: [{ code: 's', version: 1, name: 'Thang', parts: [{ code: 'I', name: 'Phần', max: 10, criteria }] }],
      clusters: [],
      entries: [],
    } as JsonValue);
    return outcome.ok ? [] : outcome.errors.map(({ code }) => code);
  };

  it.each(['a', '_x1', 'số_vụ', 'đơn_vị2', '件数', 'min', 'true', 'this', 'constructor', '__proto__', 'toString'])(
    '%s is one',
    (name) => {
      expect(codes(name)).toEqual([]);
      const value = new Map([[name, fromInteger(4n)]]);
      expect(isEqual(compileFormula(`${name} * 2`, new Set([name]), FULL)(value), fromInteger(8n))).toBe(true);
    },
  );

  it.each(['full', '1a', 'a b', 'a-b', 'a.b', '$', 'a\u00a0b', 'a²'])('%s is none', (name) => {
    expect(codes(name)).toEqual(['rule.formula.invalid']);
  });
});

describe('a condition', () => {
  const names = new Set(['a', 'b']);
  const holds = (text: string, a: bigint, b: bigint): boolean =>
    compileCondition(text, names)(new Map(Object.entries({ a: fromInteger(a), b: fromInteger(b) })));

  it('is true or false', () => {
    expect(holds('a >= 3 && !(b == 1)', 3n, 2n)).toBe(true);
    expect(holds('a >= 3 && !(b == 1)', 3n, 1n)).toBe(false);
  });

  it('computes only what it needs', () => {
    expect(holds('b != 0 && a / b > 1', 3n, 0n)).toBe(false);
    expect(() => holds('a / b > 1', 3n, 0n)).toThrow(DivisionByZero);
  });

  it.each(['a', '3', 'a + b', 'a > 1 ? a : b', 'a > full', 'c > 1', 'a >', ''])('%j is none', (text) => {
    expect(() => compileCondition(text, names)).toThrow(FormulaFault);
  });

  it('has no full, whatever names are given', () => {
    expect(() => compileCondition('full > 1', new Set(['full']))).toThrow(FormulaFault);
  });
});
