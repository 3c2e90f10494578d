import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { readDecimal } from '../../../libs/scoring/number/decimal.js';
import { exactText } from '../../../libs/scoring/number/exact-text.js';
import type { Rational } from '../../../libs/scoring/number/rational.js';
import { bindRule } from '../../../libs/scoring/rules/registry.js';
import type { Best, BoundRule, Measure, Offer } from '../../../libs/scoring/rules/rule.js';
import { Problems } from '../../../libs/scoring/text/problems.js';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

const rational = (text: string | number): Rational => readDecimal(text) as Rational;
const bound = (fields: JsonObject): BoundRule =>
  bindRule(kind('relative', fields), { up: null, key: 'rule' }, new Problems(), rational(10))!;
const offerOf = (entry: JsonObject, target?: number): Offer => ({
  entry,
  target: target === undefined ? undefined : rational(target),
  params: new Map(),
  path: null,
  problems: new Problems(),
});
const measureOf = (rule: BoundRule, entry: JsonObject): Measure => rule.relative!.measure(offerOf(entry))!;

/** The points of the entries of competing units, and of those of others measured against them; max 10. */
function points(fields: JsonObject, competing: JsonObject[], others: JsonObject[] = []): string[] {
  const rule = bound(fields);
  const best = rule.relative!.best(competing.map((entry) => measureOf(rule, entry)));
  return [...competing, ...others].map((entry) => exactText(rule.relative!.points(measureOf(rule, entry), best)));
}
const actuals = (...values: (number | string)[]): JsonObject[] => values.map((actual) => ({ actual }));
const planned = (...pairs: [actual: number, plan: number][]): JsonObject[] =>
  pairs.map(([actual, plan]) => ({ actual, plan }));

describe('relative without a plan', () => {
  it('is the share of the largest actual', () => {
    expect(points({}, actuals(8, 4, 0, '2.5'))).toEqual(['10', '5', '0', '3.125']);
    expect(points({ direction: 'higher' }, actuals(3, 1))).toEqual(['10', '10/3']);
  });

  it('is nothing where nobody has anything', () => {
    expect(points({}, actuals(0, 0), actuals(5))).toEqual(['0', '0', '0']);
  });

  it('is what the smallest actual is of it where less is better', () => {
    expect(points({ direction: 'lower' }, actuals(2, 4, 5))).toEqual(['10', '5', '4']);
    expect(points({ direction: 'lower' }, actuals(0, 4, 0))).toEqual(['10', '0', '10']);
  });

  it('cuts a unit that does not compete to [0, max], and gives it nothing where nobody competes', () => {
    expect(points({}, actuals(4), actuals(8, 2))).toEqual(['10', '10', '5']);
    expect(points({ direction: 'lower' }, actuals(4), actuals(2, 8, 0))).toEqual(['10', '10', '5', '10']);
    expect(points({}, [], actuals(8))).toEqual(['0']);
    expect(points({ direction: 'lower' }, [], actuals(8, 0))).toEqual(['0', '0']);
  });
});

describe('relative from the plan on', () => {
  it('gives s of max at the plan, and the rest to who is furthest above it', () => {
    // r = 0.5, 1, 1.5, 2 = R: 10·0.5·0.5; 10·0.5; 10·(0.5 + 0.5·0.5/1); 10
    expect(points({ atPlan: '0.5' }, planned([5, 10], [3, 3], [6, 4], [8, 4]))).toEqual(['2.5', '5', '7.5', '10']);
  });

  it('gives nobody more than s where nobody is above the plan', () => {
    expect(points({ atPlan: '0.6' }, planned([9, 10], [10, 10], [0, 10]))).toEqual(['5.4', '6', '0']);
  });

  it('takes every share from 0 to 1', () => {
    expect(points({ atPlan: 0 }, planned([9, 10], [15, 10], [20, 10]))).toEqual(['0', '5', '10']);
    expect(points({ atPlan: 1 }, planned([9, 10], [15, 10], [20, 10]))).toEqual(['9', '10', '10']);
  });

  it('takes the plan of the rule where there is no other', () => {
    expect(points({ atPlan: '0.5', plan: 4 }, [...actuals(4, 8), ...planned([3, 6])])).toEqual(['5', '10', '2.5']);
    expect(bound({ atPlan: '0.5', plan: 4 }).plan).toEqual({ direction: 'higher', fallback: rational(4) });
    expect(bound({}).plan).toBeUndefined();
  });

  it('measures a unit that does not compete against the same R', () => {
    expect(points({ atPlan: '0.5' }, planned([8, 10]), planned([12, 10], [10, 10]))).toEqual(['4', '10', '5']);
    expect(points({ atPlan: '0.5' }, planned([15, 10]), planned([30, 10]))).toEqual(['10', '10']);
    expect(points({ atPlan: '0.5' }, [], planned([30, 10], [5, 10]))).toEqual(['0', '0']);
  });

  it('measures entries without a plan among themselves where it may', () => {
    const fields = { atPlan: '0.5', withoutPlan: 'relative' };
    expect(points(fields, [...planned([8, 10], [20, 10]), ...actuals(4, 1)])).toEqual(['4', '10', '10', '2.5']);
    expect(points(fields, planned([20, 10]), actuals(4))).toEqual(['10', '0']);
    expect(points(fields, actuals(4), planned([20, 10]))).toEqual(['10', '0']);
    const rule = bound(fields);
    expect(rule.relative!.measure(offerOf({ actual: 5 }, 10))).toMatchObject({ of: 'plan' });
    expect(rule.relative!.measure(offerOf({ actual: 5 }))).toMatchObject({ of: 'actual' });
  });
});

describe('two bests', () => {
  const { isSame } = bound({ atPlan: '0.5' }).relative!;
  const best = (plan?: string, actual?: string): Best => ({
    plan: plan === undefined ? undefined : rational(plan),
    actual: actual === undefined ? undefined : rational(actual),
  });

  it('are the same where they are equal, or where no ratio is above the plan', () => {
    expect(isSame(best('2.0', '3'), best('2', '3.0'))).toBe(true);
    expect(isSame(best('0.5'), best('1'))).toBe(true);
    expect(isSame(best('1'), best('0.5'))).toBe(true);
    expect(isSame(best(), best())).toBe(true);
  });

  it('differ where anybody could get other points', () => {
    expect(isSame(best('1'), best('1.5'))).toBe(false);
    expect(isSame(best('1.5'), best('1'))).toBe(false);
    expect(isSame(best('1'), best())).toBe(false);
    expect(isSame(best(undefined, '0.5'), best(undefined, '1'))).toBe(false);
    expect(isSame(best(undefined, '0'), best())).toBe(false);
  });
});

describe('relative of one unit by itself', () => {
  it('tells its working', () => {
    expect(work(kind('relative'), { actual: 4 })).toBe('actual 4, best 4, uncut 10, 10.00');
    expect(work(kind('relative', { atPlan: '0.5' }), { actual: 6, plan: 8 })).toBe(
      'actual 6, plan 8, planFrom entry, percent 75, ratio 0.75, atPlan 0.5, uncut 3.75, 3.75',
    );
    expect(work(kind('relative', { atPlan: '0.5' }), { actual: 6 }, 4)).toBe(
      'actual 6, plan 4, planFrom target, percent 150, ratio 1.5, atPlan 0.5, bestRatio 1.5, uncut 10, 10.00',
    );
  });

  it('is told what is wrong with an entry', () => {
    expect(ofValue(kind('relative'), { actual: -1 })).toEqual([
      'field.range entries[0].actual {"reason":"min","least":"0"}',
    ]);
    expect(ofValue(kind('relative'), { actual: 1, plan: 1 })).toEqual([
      'entry.value.shape entries[0].plan {"reason":"extra","key":"plan"}',
    ]);
    const refuse = kind('relative', { atPlan: '0.5' });
    expect(ofValue(refuse, { actual: 1 })).toEqual(['entry.plan.missing entries[0].plan']);
    const may = kind('relative', { atPlan: '0.5', withoutPlan: 'relative' });
    expect(ofValue(may, { actual: 1 })).toEqual([]);
    expect(ofValue(may, { actual: 1, plan: 0 })).toEqual(['entry.plan.notPositive entries[0].plan {"plan":"0"}']);
  });

  it('is told which of its fields mean nothing', () => {
    const of = (fields: JsonObject): string[] =>
      ofRule(kind('relative', fields)).map((each) => each.replace(`${RULE}.`, ''));
    expect([of({ atPlan: 0 }), of({ atPlan: 1 })]).toEqual([[], []]);
    for (const atPlan of [-1, '-0.01', '1.01']) {
      expect(of({ atPlan })).toEqual(['field.range atPlan {"reason":"between","least":"0","most":"1"}']);
    }
    expect(of({ atPlan: 1, direction: 'lower' })).toEqual(['field.range atPlan {"reason":"lower"}']);
    expect(of({ withoutPlan: 'refuse', plan: 1 })).toEqual([
      'field.range withoutPlan {"reason":"withoutAtPlan","key":"withoutPlan"}',
      'field.range plan {"reason":"withoutAtPlan","key":"plan"}',
    ]);
  });

  it('has a kernel never, for its points are those of a whole cluster', () => {
    expect(bound({}).kernel).toBeUndefined();
  });
});
