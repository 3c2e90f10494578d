import { describe, expect, it } from '@jest/globals';
import { describeRule, entryForm, RULE_KINDS, type JsonObject } from '@thidua/scoring';

const BANDS: JsonObject[] = [
  { to: 50, points: 0 },
  { from: 50, to: 80, points: '7.5' },
  { from: 80, points: 10 },
];

/** A rule of each kind with all that its sentence may tell, and the sentence. */
const RULES: [rule: JsonObject, sentence: string][] = [
  [{ kind: 'direct', step: '0.5' }, 'Chấm trực tiếp từ 0 đến 1.200,5 điểm, theo bước 0,5 điểm.'],
  [
    { kind: 'ratio', threshold: 50, plan: 6500 },
    'Điểm bằng 1.200,5 nhân tỷ lệ thực hiện trên chỉ tiêu, tính tối đa 100%; dưới 50% thì được 0 điểm; chỉ tiêu chung là 6.500.',
  ],
  [
    { kind: 'increment', base: 8, per: 5, gain: '0.5', loss: 1 },
    'Đạt 100% chỉ tiêu được 8 điểm; cứ vượt 5% cộng 0,5 điểm; cứ hụt 5% trừ 1 điểm; phần chưa đủ 5% không tính; trong khoảng từ 0 đến 1.200,5 điểm.',
  ],
  [
    { kind: 'bands', bands: BANDS },
    'Theo số thực hiện: dưới 50 được 0 điểm; từ 50 đến dưới 80 được 7,5 điểm; từ 80 trở lên được 10 điểm.',
  ],
  [
    { kind: 'bands', on: 'percent', direction: 'lower', bands: [{ from: 5, to: 8, points: 1 }], else: 2 },
    'Theo tỷ lệ so với chỉ tiêu (chỉ tiêu trên thực hiện, càng thấp càng tốt): từ 5% đến dưới 8% được 1 điểm; còn lại được 2 điểm.',
  ],
  [{ kind: 'count', each: '0.5' }, 'Mỗi trường hợp được 0,5 điểm, nhiều nhất 1.200,5 điểm.'],
  [
    { kind: 'choice', options: { tốt: 10, 'khá [x] {max}': 6 } },
    'Điểm theo mức được chọn: tốt: 10 điểm; khá [x] {max}: 6 điểm.',
  ],
  [
    { kind: 'deadline', due: '2022-06-30', perDay: '0.25' },
    'Hoàn thành chậm nhất ngày 30/06/2022 được 1.200,5 điểm; mỗi ngày chậm trừ 0,25 điểm, không dưới 0 điểm.',
  ],
  [{ kind: 'checklist', items: { a: 4 } }, 'Cộng điểm các nội dung đã thực hiện, nhiều nhất 1.200,5 điểm: a: 4 điểm.'],
  [
    { kind: 'mean', direction: 'lower' },
    'Điểm bằng 1.200,5 nhân trung bình tỷ lệ chỉ tiêu trên thực hiện (càng thấp càng tốt) của các nội dung, mỗi nội dung tính tối đa 100%.',
  ],
  [
    { kind: 'tally', weights: { đạt: 1, hụt: '0.5' }, exempt: ['khách quan'] },
    'Điểm bằng 1.200,5 nhân hệ số bình quân của các việc đã đếm, nhiều nhất 1.200,5 điểm: đạt: hệ số 1; hụt: hệ số 0,5; khách quan: không tính.',
  ],
  [
    {
      kind: 'formula',
      inputs: ['số_vụ', 'dân'],
      params: ['k'],
      expr: 'dân == 0 || !(số_vụ > 2) ? full : min(1.5, 1 - -k)',
    },
    'Điểm tính theo công thức: nếu dân = 0 hoặc không phải (số vụ > 2) thì 1.200,5, không thì số nhỏ nhất trong (1,5; 1 − (−k)); trong khoảng từ 0 đến 1.200,5 điểm.',
  ],
  [
    { kind: 'relative' },
    'Đơn vị có kết quả cao nhất cụm được 1.200,5 điểm, các đơn vị khác theo tỷ lệ so với kết quả đó.',
  ],
  [
    { kind: 'relative', atPlan: '0.5', withoutPlan: 'relative' },
    'Đến 100% chỉ tiêu: 600,25 điểm nhân tỷ lệ thực hiện trên chỉ tiêu; vượt chỉ tiêu: thêm dần đến 1.200,5 điểm của đơn vị vượt cao nhất cụm; đơn vị không có chỉ tiêu so với kết quả cao nhất của các đơn vị không có chỉ tiêu.',
  ],
  [
    { kind: 'panel', outOf: 100, step: '0.5', how: 'median', drop: 1, least: 5 },
    'Điểm bằng trung vị điểm của các thành viên chấm, mỗi người chấm từ 0 đến 100 theo bước 0,5; bỏ 1 điểm thấp nhất và 1 điểm cao nhất; cần ít nhất 5 người chấm; quy về thang 1.200,5 điểm.',
  ],
];

const MAX = '1200.5';

describe('a rule in words', () => {
  it.each(RULES)('is %j', (rule, sentence) => {
    expect(describeRule(rule, MAX, 'vi')?.sentence).toBe(sentence);
    expect(describeRule(rule, MAX, 'en')?.sentence).toMatch(/^[^{}]*(khá \[x\] \{max\})?[^{}]*\.$/);
  });

  it('has them for every kind, with a name of its own in each language', () => {
    expect([...new Set(RULES.map(([{ kind }]) => kind))]).toEqual(RULE_KINDS);
    for (const language of ['vi', 'en'] as const) {
      expect(new Set(RULES.map(([rule]) => describeRule(rule, MAX, language)?.name)).size).toBe(RULE_KINDS.length);
    }
  });

  it('says nothing of what does not hold', () => {
    expect(describeRule({ kind: 'direct' }, '10', 'en')?.sentence).toBe('Points are given directly, from 0 to 10.');
    expect(describeRule({ kind: 'deadline', due: '2022-06-30', perDay: 1 }, '10', 'en')?.sentence).toContain(
      '2022-06-30',
    );
    expect(describeRule({ kind: 'panel' }, '10', 'en')?.sentence).toBe(
      'The mean of the marks of the members, each from 0 to 10.',
    );
  });

  it('tells points that are taken off, and one point as one', () => {
    const each = (points: number, taken: boolean) => describeRule({ kind: 'count', each: points }, '10', 'en', taken);
    expect(each(1, false)?.sentence).toBe('1 point for each, 10 points at most.');
    expect(each(2, true)?.sentence).toBe('2 points off for each, 10 points at most.');
    expect(describeRule({ kind: 'count', each: 1 }, '1', 'en', true)?.sentence).toBe(
      '1 point off for each, 1 point at most.',
    );
    expect(describeRule({ kind: 'count', each: '0.1' }, '21', 'en')?.sentence).toBe(
      '0.1 points for each, 21 points at most.',
    );
    expect(describeRule({ kind: 'count', each: 1 }, '10', 'vi', true)?.sentence).toBe(
      'Mỗi trường hợp trừ 1 điểm, trừ nhiều nhất 10 điểm.',
    );
    // Words that hold either way are the same.
    const direct = (taken: boolean) => describeRule({ kind: 'direct' }, '10', 'vi', taken);
    expect(direct(true)).toEqual(direct(false));
  });

  it('has none where the rule is wrong', () => {
    const wrong: JsonObject[] = [
      {},
      { kind: 'magic' },
      { kind: 'count', each: -1 },
      { kind: 'formula', inputs: [], expr: 'a' },
    ];
    for (const rule of wrong) {
      expect([describeRule(rule, '10', 'vi'), entryForm(rule, '10')]).toEqual([undefined, undefined]);
    }
    expect([describeRule({ kind: 'direct' }, '0', 'vi'), entryForm({ kind: 'direct' }, 'x')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the form of an entry', () => {
  it('asks for every value field of every kind', () => {
    const asked = RULES.map(([rule]) =>
      entryForm(rule, MAX)!
        .map(({ path, type }) => `${path.join('.')} ${type}`)
        .join(', '),
    );
    expect(asked).toEqual([
      'points number',
      'actual number, plan number',
      'actual number, plan number',
      'actual number',
      'actual number, plan number',
      'count count',
      'choice choice',
      'on date',
      'done choices',
      'items rows',
      'tally.đạt count, tally.hụt count, tally.khách quan count',
      'inputs.số_vụ number, inputs.dân number',
      'actual number',
      'actual number, plan number',
      'marks byName',
    ]);
  });

  it('tells bounds, options, units and what counts where a field is left empty', () => {
    expect(entryForm({ kind: 'direct', step: '0.5' }, '10')).toMatchObject([{ least: '0', most: '10', step: '0.5' }]);
    expect(entryForm({ kind: 'ratio', plan: 90 }, '10')).toMatchObject([{}, { optional: true, otherwise: '90' }]);
    expect(entryForm({ kind: 'choice', options: { tốt: '9.50' } }, '10')).toMatchObject([
      { options: [{ value: 'tốt', points: '9.5' }] },
    ]);
    expect(entryForm({ kind: 'count', each: 1 }, '10')).toMatchObject([{ unit: { vi: 'trường hợp' } }]);
    expect(entryForm({ kind: 'panel', outOf: 20, drop: 1 }, '10')).toMatchObject([
      { fewest: 3, fields: [{ path: [], most: '20' }] },
    ]);
    expect(entryForm({ kind: 'mean' }, '10')).toMatchObject([{ fields: [{ path: ['actual'] }, { path: ['plan'] }] }]);
  });
});
