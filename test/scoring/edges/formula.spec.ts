import { describe, expect, it } from '@jest/globals';
import { FormulaFault } from '../../../libs/scoring/rules/formula/expression.js';
import { asOperator } from '../../../libs/scoring/rules/formula/foreign-operators.js';
import { readCompetition, type JsonObject } from '@thidua/scoring';
import * as fc from 'fast-check';
import { accountOf, smallFile } from '../small-file.js';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

describe('formula', () => {
  const rule = (expr: string, ...inputs: string[]): JsonObject => kind('formula', { inputs, expr });

  it('tells its expression, its inputs and what it comes to', () => {
    expect(work(rule('p + q', 'p', 'q'), { inputs: { q: 2, p: 1 } })).toBe(
      'expr p + q, input p 1, input q 2, uncut 3, 3.00',
    );
    expect(work(rule('full + 1'), { inputs: {} })).toBe('expr full + 1, uncut 11, 10.00 max');
    expect(work(rule('-p', 'p'), { inputs: { p: 3 } })).toBe('expr -p, input p 3, uncut -3, 0.00 zero');
  });

  it('is told what is wrong with its inputs', () => {
    const two = rule('p / q', 'p', 'q');
    expect(ofValue(two, { inputs: { p: 1, q: 0 } })).toEqual(['entry.formula.divisionByZero entries[0].inputs']);
    expect(ofValue(two, { inputs: { p: 'x', more: 1 } })).toEqual([
      'entry.value.shape entries[0].inputs.more {"reason":"input","key":"more"}',
      'field.type entries[0].inputs.p {"expected":"decimal"}',
      'entry.value.shape entries[0].inputs.q {"reason":"noInput","key":"q"}',
    ]);
    const long = 'x'.repeat(90);
    expect(ofValue(rule('1'), { inputs: { [long]: 1 } })).toEqual([
      `entry.value.shape entries[0].inputs["${'x'.repeat(80)}…"] {"reason":"input","key":"${'x'.repeat(80)}"}`,
    ]);
    expect(ofValue(two, { inputs: [] })).toEqual(['field.type entries[0].inputs {"expected":"object"}']);
    expect(ofRule(rule('1', 'p', 'p'))).toEqual([`label.duplicate ${RULE}.inputs[1] {"value":"p","other":"p"}`]);
    expect(ofRule(rule('1', 'full'))).toEqual([
      `rule.formula.invalid ${RULE}.inputs[0] {"reason":"full","value":"full"}`,
    ]);
  });
});

describe('an expression', () => {
  const value = (expr: string, p: number): string => {
    const rule = kind('formula', { inputs: ['p'], expr });
    return accountOf({ rule, value: { inputs: { p } } }).points.replace('.00', '');
  };
  const refused = (expr: string): string[] => ofRule(kind('formula', { inputs: ['p'], expr }));

  it.each<[string, string]>([
    ['<', '122'],
    ['<=', '112'],
    ['>', '221'],
    ['>=', '211'],
    ['==', '212'],
    ['!=', '121'],
  ])('compares with %s below, at and above', (operator, expected) => {
    expect([2, 3, 4].map((p) => value(`p ${operator} 3 ? 1 : 2`, p)).join('')).toBe(expected);
  });

  it.each(['round(p, 0)', 'round(p, 12)', 'round(p, 7)'])('%s is one', (expr) => {
    expect(refused(expr)).toEqual([]);
  });

  it.each([
    ...['-(p > 1) ? 1 : 2', 'p + 1 ? 1 : 2', '(p + 1) ? 1 : 2', '!(p + 1) ? 1 : 2', 'p > 1', '!p', '(p, p)'],
    ...['round(p, 13)', 'round(p, 100)', 'round(p, 1, 2)', 'round()', 'round(p)', 'round(p, p)', 'round(p, 1.0)'],
    ...['min(p)', 'min()', 'abs(p, p)', 'floor()', 'p p', '2(3)', 'p !p', '(p', 'p)', 'min(p, )', ', p', '', ' '],
    ...['(, p)', '(p, )', 'p;', 'min(p p)', 'min(2 (3))', '(min)(p, p)', 'min((p, p))', 'min(p)(p)', '()', '+p', '-'],
  ])('%j is none', (expr) => {
    expect(refused(expr)).toEqual([expect.stringMatching(/^rule\.formula\.invalid \S+\.expr \{"reason":"\w+"/)]);
  });

  const told = (expr: string): string => refused(expr)[0]!.replace(/^\S+ \S+ /, '');
  it.each(['+', '**', '??', '%', '^', '<<', '//', '|', '&', '++'])('tells that there is no operator %s', (operator) => {
    const expr = operator === '+' ? '+p' : `p ${operator} 2`;
    expect(told(expr)).toBe(JSON.stringify({ reason: 'unknownOperator', text: operator }));
    expect(told(`p > 1 ? ${expr} : 1`)).toContain(['|', '&'].includes(operator) ? '"operator"' : '"unknownOperator"');
  });

  it('tells of a comparison that it gives a condition, and of a sum that it gives none', () => {
    for (const expr of ['p > 1', '!p', 'p > 1 && p < 2']) expect(told(expr)).toBe('{"reason":"number"}');
    for (const expr of ['p + 1 ? 1 : 2', '-p ? 1 : 2']) expect(told(expr)).toBe('{"reason":"condition"}');
  });

  const LONG = 'x'.repeat(90);
  const SHORT = 'x'.repeat(80);
  it.each<[expr: string, params: object]>([
    ['q', { reason: 'name', value: 'q' }],
    [LONG, { reason: 'name', value: SHORT }],
    ['foo(p)', { reason: 'function', value: 'foo' }],
    [`${LONG}(p)`, { reason: 'function', value: SHORT }],
    ['2 (3)', { reason: 'unexpected', text: '(', place: 3 }],
    ['p !p', { reason: 'unexpected', text: '!', place: 3 }],
    ['p)', { reason: 'unexpected', text: ')', place: 2 }],
    ['(p +)', { reason: 'unexpected', text: ')', place: 5 }],
    [`p ${LONG}`, { reason: 'unexpected', text: SHORT, place: 3 }],
    ['p > 1 ? 2, 3 : 4', { reason: 'choice', place: 10 }],
    [`p ${'^'.repeat(25)} 2`, { reason: 'unknownOperator', text: '^'.repeat(20) }],
    [`p ${'@'.repeat(25)}`, { reason: 'token', text: '@'.repeat(20) }],
    ['p > 1 AND p > 2 ? 1 : 2', { reason: 'operator', text: 'AND', write: '&&' }],
    // Of two faults the first is told.
    ['1,5 and p', { reason: 'comma', value: '1,5', point: '1.5' }],
    ['round(p, 13) and p', { reason: 'operator', text: 'and', write: '&&' }],
    [`p + ${'1'.repeat(100)}`, { reason: 'decimal', text: '1'.repeat(80) }],
    [Array(101).fill('p').join(' + '), { reason: 'nodes', most: 200 }],
    [`${'('.repeat(500)}p${')'.repeat(500)}`, { reason: 'long', most: 1000 }],
  ])('%s is told with what there is to say', (expr, params) => {
    expect(told(expr)).toBe(JSON.stringify(params));
  });

  it('may be as long as it may, and have as many numbers and operations', () => {
    expect(refused(Array(100).fill('p').join(' + '))).toEqual([]);
    expect(refused(`${'('.repeat(499)}p ${')'.repeat(499)}`)).toEqual([]);
  });

  it('tells in words how many values a function takes, and what a condition is', () => {
    const said = (expr: string): string => {
      const outcome = readCompetition(smallFile({ rule: kind('formula', { inputs: ['p'], expr }) }));
      return outcome.ok ? '' : outcome.errors[0]!.message;
    };
    expect(said('abs(p, p)')).toContain('abs takes one value');
    expect(said('min(p)')).toContain('min takes two or more values');
    expect(said('5 ? 1 : 2')).toContain('a condition is expected, such as a > 1, not a number');
  });

  it('may choose between conditions', () => {
    const expr = '(p > 1 ? p > 2 : p < 0) ? 1 : 2';
    expect([-1, 0, 1, 2, 3].map((p) => value(expr, p)).join('')).toBe('12221');
  });

  it.each([
    ['p − 1', '−', '-'],
    ['p–1', '–', '-'],
    ['p × 2', '×', '*'],
    ['p · 2', '·', '*'],
    ['p ÷ 2', '÷', '/'],
  ])('%s is written with the sign of the keyboard', (expr, text, write) => {
    expect(told(expr)).toBe(JSON.stringify({ reason: 'operator', text, write }));
  });

  it.each([
    ['1,5 * p', '1,5', '1.5'],
    ['p * 0,25', '0,25', '0.25'],
    ['p > 1 ? 1,5 : 2', '1,5', '1.5'],
    ['min(p > 1 ? 1,5 : 2, 3)', '1,5', '1.5'],
    ['floor(p * 1.000,5)', '1.000,5', '1000.5'],
    ['(p + 2,5)', '2,5', '2.5'],
  ])('%s has a decimal comma', (expr, comma, point) => {
    expect(told(expr)).toBe(JSON.stringify({ reason: 'comma', value: comma, point }));
  });

  it('has commas between values', () => {
    for (const expr of ['min(1,5)', 'max(p, 1,5)', 'round(1,5)']) expect(refused(expr)).toEqual([]);
    for (const expr of ['1, 5', 'p,5', '(1 ,5)', '5,p']) expect(told(expr)).toContain('"unexpected","text":","');
  });

  it.each([
    ['p > 1 ? 2', 'choice', 10],
    ['(p > 1 ? 2) : 3', 'choice', 11],
    ['min(p > 1 ? 2, 3)', 'choice', 14],
    ['p : 2', 'unexpected', 3],
    ['p > 1 ? (2 : 3)', 'unexpected', 12],
    ['p ? : 1', 'unexpected', 5],
    ['* p', 'unexpected', 1],
    ['p * * 2', 'unexpected', 5],
  ])('%s is told where it goes wrong', (expr, reason, place) => {
    expect(JSON.parse(told(expr))).toMatchObject({ reason, place });
  });

  it('never comes so far that the parser finds something in it, and tells it in its words', () => {
    const piece = fc.constantFrom(
      ...['p', '1', '2.5', 'full', 'min(', '(', ')', ',', '?', ':', '+', '-', '*', '/', '<', '>', '<=', '>=', '=='],
      ...['!=', '&&', '||', '!', ' ', 'abs(', 'this', 'true', 'null', '%', '=', '.', '|', "'", '[', '\u00e9'],
    );
    const formula = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(formula, (expr) => {
        for (const each of refused(expr)) expect([expr, each]).toEqual([expr, expect.not.stringContaining('"syntax"')]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is a text over names that are texts', () => {
    expect(refused(5 as never)).toEqual([
      `field.type ${RULE}.expr {"expected":"text","reason":"quoteText","value":"5"}`,
    ]);
    expect(ofRule(kind('formula', { inputs: [5, 6], expr: '1' }))).toEqual([
      `field.type ${RULE}.inputs[0] {"expected":"name"}`,
      `field.type ${RULE}.inputs[1] {"expected":"name"}`,
    ]);
    const long = 'x'.repeat(90);
    expect(ofRule(kind('formula', { inputs: [long, long], expr: '1' }))).toEqual([
      `label.duplicate ${RULE}.inputs[1] {"value":"${'x'.repeat(80)}","other":"${'x'.repeat(80)}"}`,
    ]);
  });
});

/** What people write for an operator, by what the format writes. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  '&&': ['and', 'và', 'VÀ', '&'],
  '||': ['or', 'hoặc', '|'],
  '!': ['not', 'không'],
  '==': ['=', '==='],
  '!=': ['<>', '≠', '!=='],
  '>=': ['≥', '=>'],
  '<=': ['≤', '=<'],
  '-': ['−', '–', '—'],
  '*': ['×', '∗', '·', '•'],
  '/': ['÷', '∕'],
};
const REASONS = [
  'token',
  'unexpected',
  'syntax',
  'name',
  'function',
  'incomplete',
  'number',
  'condition',
  'unknownOperator',
];

describe('an operator that is written otherwise', () => {
  const told = (reason: string, formula: string, names: readonly string[] = []) => {
    const fault = new FormulaFault('as it was found', { reason });
    return asOperator(fault, formula, new Set(names)).params;
  };

  it.each(Object.entries(FOREIGN))('%s is told instead', (write, texts) => {
    for (const text of texts) {
      expect(told('token', `a ${text} b > 1`)).toEqual({ reason: 'operator', text, write });
    }
  });

  it.each(REASONS)('is what a fault of the kind %s comes of', (reason) => {
    expect(told(reason, 'a × b')).toEqual({ reason: 'operator', text: '×', write: '*' });
  });

  it('is not what other faults come of, nor a name, nor what stands beyond the first two thousand signs', () => {
    expect(told('depth', 'a × b')).toEqual({ reason: 'depth' });
    expect(told('name', 'và > 1', ['và'])).toEqual({ reason: 'name' });
    expect(told('token', `${' '.repeat(2_000)}×`)).toEqual({ reason: 'token' });
    // Without a comparison it is an operator of whole numbers.
    expect(told('token', 'a & b')).toEqual({ reason: 'token' });
    for (const sign of ['<', '>', '=', '≠', '≥', '≤'])
      expect(told('token', `a & b ${sign} 1`)['reason']).toBe('operator');
  });
});
