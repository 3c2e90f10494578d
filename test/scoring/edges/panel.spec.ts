import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

const marks = (...values: (number | string)[]): JsonObject => ({
  marks: Object.fromEntries(values.map((value, index) => [`m${index}`, value])),
});
const points = (rule: JsonObject, value: JsonObject): string => work(kind('panel', rule), value).split(', ').at(-1)!;

describe('panel', () => {
  it('tells which marks count and which are left out', () => {
    expect(work(kind('panel', { drop: 1 }), { marks: { An: 9, Bình: 7, Chi: 8 } })).toBe(
      'markDropped An 9, markDropped Bình 7, markCounted Chi 8, markMean 8, outOf 10, 8.00',
    );
    expect(work(kind('panel', { how: 'median', outOf: 20 }), { marks: { An: 9, Bình: 7 } })).toBe(
      'markCounted An 9, markCounted Bình 7, markMedian 8, outOf 20, 4.00',
    );
  });

  it('is the mean of what is left, brought to max', () => {
    expect(points({}, marks('9.5'))).toBe('9.50');
    expect(points({}, marks(10, 9, 9))).toBe('9.33');
    expect(points({ outOf: 100 }, marks(100, 0))).toBe('5.00');
    expect(points({ drop: 2 }, marks(0, 1, 5, 9, 10))).toBe('5.00');
    expect(points({ drop: 1 }, marks(5, 5, 5, 10))).toBe('5.00'); // of equal marks one is left out
  });

  it('is the middle mark, or the mean of the middle two', () => {
    expect(points({ how: 'median' }, marks(10, 2, 7))).toBe('7.00');
    expect(points({ how: 'median' }, marks(10, 2, 7, '8.5'))).toBe('7.75');
    expect(points({ how: 'median', drop: 1 }, marks(10, 2, 7, '8.5'))).toBe('7.75');
    expect(points({ how: 'median' }, marks(3))).toBe('3.00');
  });

  it('needs as many marks as it says, and one that is not left out', () => {
    const few = (rule: JsonObject, value: JsonObject): string[] => ofValue(kind('panel', rule), value);
    const told = (least: number, given: number): string[] => [
      `entry.marks.few entries[0].marks ${JSON.stringify({ least, given })}`,
    ];
    expect(few({}, { marks: {} })).toEqual(told(1, 0));
    expect(few({ least: 0 }, { marks: {} })).toEqual(told(1, 0));
    expect(few({ least: 3 }, marks(1, 2))).toEqual(told(3, 2));
    expect(few({ least: 2, drop: 1 }, marks(1, 2))).toEqual(told(3, 2));
    expect([few({ least: 3 }, marks(1, 2, 3)), few({ drop: 1 }, marks(1, 2, 3))]).toEqual([[], []]);
  });

  it('is told what is wrong with each mark', () => {
    const rule = kind('panel', { outOf: 5, step: '0.5' });
    expect(ofValue(rule, { marks: { An: 5.5, Bình: -1, Chi: '2.25', Dũng: 'x', Hà: 5 } })).toEqual([
      'entry.points.range entries[0].marks.An {"value":"5.5","most":"5"}',
      'entry.points.range entries[0].marks.Bình {"value":"-1","most":"5"}',
      'entry.points.step entries[0].marks.Chi {"value":"2.25","step":"0.5"}',
      'field.type entries[0].marks.Dũng {"expected":"decimal"}',
    ]);
    expect(ofValue(rule, { marks: [5] })).toEqual(['field.type entries[0].marks {"expected":"object"}']);
    expect(ofValue(rule, { marks: { Ân: 5, ['Ân '.normalize('NFD')]: 5 } })).toEqual([
      expect.stringContaining('label.duplicate entries[0].marks'),
    ]);
  });

  it('is told what is wrong with its rule', () => {
    const of = (fields: JsonObject): string[] =>
      ofRule(kind('panel', fields)).map((each) => each.replace(`${RULE}.`, ''));
    expect(of({ outOf: 0, step: 0, how: 'best', drop: '0.5', least: -1 })).toEqual([
      'rule.value.range outOf {"reason":"over","over":"0"}',
      'rule.value.range step {"reason":"over","over":"0"}',
      'field.range how {"reason":"choice","values":"mean, median"}',
      'field.range drop {"reason":"count"}',
      'field.range least {"reason":"count"}',
    ]);
    expect(of({ outOf: '0.5', step: 1, drop: 0, least: 0 })).toEqual([]);
  });
});
