import { describe, expect, it } from '@jest/globals';
import { formulaOf, kindName, sentenceOf } from '@thidua/scoring';
import { FORMS } from '../../../libs/scoring/words/sentence-of.js';

describe('a formula and a kind in words', () => {
  it('has the figures of its language', () => {
    expect(formulaOf('full * min(a, 1.5) >= 1000.25', '1200.5', 'vi')).toBe(
      '1.200,5 × số nhỏ nhất trong (a; 1,5) ≥ 1.000,25',
    );
    expect(formulaOf('full * 1.5 >= 1000.25', '1200.5', 'en')).toBe('1200.5 × 1.5 ≥ 1000.25');
    expect(formulaOf('a > 1 && !(b_c > 2)', '1', 'vi')).toBe('a > 1 và không phải (b c > 2)');
  });

  it('is called by its code where it is one of a later version', () => {
    expect([kindName('later', 'vi'), kindName('later', 'en')]).toEqual(['later', 'later']);
  });
});

describe('a param in a sentence', () => {
  it.each<[form: string, value: string, vi: string, en: string]>([
    ['figure', '1234.5', '1.234,5', '1234.5'],
    ['figure', '-1234.5', '-1.234,5', '-1234.5'],
    // What is no figure is said as it is.
    ['figure', 'v1234', 'v1234', 'v1234'],
    ['figure', '1234 ha', '1234 ha', '1234 ha'],
    ['figure', '1234.', '1234.', '1234.'],
    ['key', 'name', 'tên (“name”)', '“name”'],
    ['key', 'later', '“later”', '“later”'],
    ['expected', 'later', '“later”', '“later”'],
    ['section', 'later', '“later”', '“later”'],
    [
      'values',
      'collective, individual',
      '“collective” (tập thể), “individual” (cá nhân)',
      '“collective”, “individual”',
    ],
    ['values', 'later', '“later”', '“later”'],
    // The mean is a kind of rule among kinds of rules, and a way to combine among those.
    ['values', 'sum, mean, last', '“sum” (cộng lại), “mean” (trung bình), “last” (kỳ cuối)', '“sum”, “mean”, “last”'],
    ['values', 'mean, median', '“mean” (trung bình), “median” (trung vị)', '“mean”, “median”'],
    ['codes', 'a, b', '“a”, “b”', '“a”, “b”'],
  ])('as %s, %j is %j', (form, value, vi, en) => {
    expect([FORMS[form]!(value, 'vi'), FORMS[form]!(value, 'en')]).toEqual([vi, en]);
  });

  it('has the name of each kind where all are kinds', () => {
    const kinds = ['direct', 'mean', 'count'];
    expect(FORMS['values']!(kinds.join(', '), 'vi')).toBe(
      kinds.map((kind) => `“${kind}” (${kindName(kind, 'vi')})`).join(', '),
    );
    expect(kindName('mean', 'vi')).not.toBe('trung bình');
  });
});

describe('whose an entry is', () => {
  const owner = { unitName: 'Xã A', criterion: 'I.1', criterionName: 'Thu ngân sách' };
  const range = { value: '12', most: '10' };
  const vi = 'Điểm phải từ 0 đến 10, không thể là 12.';

  it.each<[what: string, code: string, params: Record<string, string>, sentence: string]>([
    ['unit and criterion', 'entry.points.range', owner, `Đơn vị “Xã A”, tiêu chí I.1 “Thu ngân sách”: ${vi}`],
    [
      'a criterion by its code',
      'entry.points.range',
      { unitName: 'Xã A', criterion: 'I.1' },
      `Đơn vị “Xã A”, tiêu chí I.1: ${vi}`,
    ],
    ['not where no unit is known', 'entry.points.range', { criterion: 'I.1' }, vi],
    ['not where no criterion is known', 'entry.points.range', { unitName: 'Xã A' }, vi],
    ['not what is none of an entry', 'field.missing', { ...owner, key: 'name' }, 'Thiếu tên (“name”); hãy bổ sung.'],
  ])('%s', (_what, code, params, sentence) => {
    expect(sentenceOf({ code, params: { ...params, ...range } }, 'vi')).toBe(sentence);
  });

  it('is said in English', () => {
    expect(sentenceOf({ code: 'entry.points.range', params: { ...owner, ...range } }, 'en')).toBe(
      'Unit “Xã A”, criterion I.1 “Thu ngân sách”: Points must lie between 0 and 10, not be 12.',
    );
  });
});
