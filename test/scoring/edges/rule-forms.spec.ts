import { describe, expect, it } from '@jest/globals';
import {
  describeRule,
  entryForm,
  formatDate,
  openStanding,
  readCompetition,
  warningsOf,
  type Competition,
  type FormField,
  type JsonObject,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile, type Small } from '../small-file.js';
import { kind, ofRule, ofValue, RULE, work } from './work.js';

const words = (vi: string, en: string) => ({ vi, en });
const same = (text: string) => words(text, text);

const ACTUAL: FormField = { path: ['actual'], type: 'number', label: words('Thực hiện', 'Actual'), least: '0' };
const PLAN: FormField = { path: ['plan'], type: 'number', label: words('Chỉ tiêu', 'Plan'), least: '0' };
const POINTS = words('điểm', 'points');
const MARK: FormField = {
  ...{ path: [], type: 'number', label: words('Điểm', 'Mark'), unit: POINTS, least: '0', most: '10' },
};
const MARKS: FormField = {
  ...{ path: ['marks'], type: 'byName', label: words('Điểm của từng thành viên', 'Marks by member'), fewest: 1 },
  fields: [MARK],
};
const DIRECT: FormField = {
  ...{ path: ['points'], type: 'number', label: words('Điểm', 'Points'), unit: POINTS, least: '0', most: '10' },
};
const done = (value: string, points: string) => ({ value, points });

/** What a person is asked for, by the value fields of the spec's table; max 10. */
const FORMS: [rule: JsonObject, form: FormField[]][] = [
  [kind('direct'), [DIRECT]],
  [kind('direct', { step: '0.5' }), [{ ...DIRECT, step: '0.5' }]],
  [kind('ratio'), [ACTUAL, { ...PLAN, optional: true }]],
  [kind('ratio', { plan: '90.0' }), [ACTUAL, { ...PLAN, optional: true, otherwise: '90' }]],
  [kind('increment', { base: 5, plan: 90 }), [ACTUAL, { ...PLAN, optional: true, otherwise: '90' }]],
  [kind('bands', { bands: [{ points: 1 }], plan: 5 }), [ACTUAL]],
  [kind('bands', { on: 'percent', bands: [{ points: 1 }] }), [ACTUAL, { ...PLAN, optional: true }]],
  [
    kind('count', { each: 1 }),
    [{ path: ['count'], type: 'count', label: words('Số lượng', 'Number'), unit: words('trường hợp', 'cases') }],
  ],
  [
    kind('choice', { options: { tốt: '9.50', khá: 7 } }),
    [
      {
        ...{ path: ['choice'], type: 'choice', label: words('Mức', 'Choice') },
        options: [done('tốt', '9.5'), done('khá', '7')],
      },
    ],
  ],
  [
    kind('deadline', { due: '2022-06-30', perDay: 1 }),
    [{ path: ['on'], type: 'date', label: words('Ngày hoàn thành', 'Day it was done') }],
  ],
  [
    kind('checklist', { items: { a: 4, b: 6 } }),
    [
      {
        ...{ path: ['done'], type: 'choices', label: words('Đã thực hiện', 'Done') },
        options: [done('a', '4'), done('b', '6')],
      },
    ],
  ],
  [kind('mean'), [{ path: ['items'], type: 'rows', label: words('Các nội dung', 'Items'), fields: [ACTUAL, PLAN] }]],
  [
    kind('tally', { weights: { đạt: 1 }, exempt: ['nghỉ'] }),
    [
      { path: ['tally', 'đạt'], type: 'count', label: same('đạt'), optional: true },
      { path: ['tally', 'nghỉ'], type: 'count', label: same('nghỉ'), optional: true },
    ],
  ],
  [
    kind('formula', { inputs: ['_số_vụ_'], expr: '1' }),
    [{ path: ['inputs', '_số_vụ_'], type: 'number', label: same('số vụ') }],
  ],
  [kind('relative'), [ACTUAL]],
  [kind('relative', { atPlan: 1, plan: 4 }), [ACTUAL, { ...PLAN, optional: true, otherwise: '4' }]],
  [kind('panel'), [MARKS]],
  [kind('panel', { least: 2, drop: 1 }), [{ ...MARKS, fewest: 3 }]],
  [kind('panel', { outOf: 20, step: '0.50' }), [{ ...MARKS, fields: [{ ...MARK, most: '20', step: '0.5' }] }]],
];

describe('the form of an entry', () => {
  it.each(FORMS)('of %j has these fields and no others', (rule, form) => {
    expect(entryForm(rule, '10')).toStrictEqual(form);
  });
});

/** Sentences, max 10: what a rule does not say is not told. */
const SENTENCES: [rule: JsonObject, sentence: string][] = [
  [kind('bands', { bands: [{ points: 5 }] }), 'Theo số thực hiện: mức nào cũng được 5 điểm.'],
  // Of bands on the actual value neither direction nor plan means anything.
  [
    kind('bands', { bands: [{ from: 0, points: 5 }], direction: 'lower', plan: 7 }),
    'Theo số thực hiện: từ 0 trở lên được 5 điểm.',
  ],
  [
    kind('bands', { on: 'percent', bands: [{ to: 50, points: 5 }], else: 6, plan: 7 }),
    'Theo tỷ lệ so với chỉ tiêu: dưới 50% được 5 điểm; còn lại được 6 điểm; chỉ tiêu chung là 7.',
  ],
  [kind('increment', { base: 5 }), 'Đạt 100% chỉ tiêu được 5 điểm; trong khoảng từ 0 đến 10 điểm.'],
  [
    kind('increment', { base: 5, gain: 1 }),
    'Đạt 100% chỉ tiêu được 5 điểm; cứ vượt 1% cộng 1 điểm; phần chưa đủ 1% không tính; trong khoảng từ 0 đến 10 điểm.',
  ],
  [
    kind('increment', { base: 5, loss: 1, steps: 'proportional', direction: 'lower' }),
    'Đạt 100% chỉ tiêu được 5 điểm; cứ hụt 1% trừ 1 điểm; càng thấp càng tốt: tỷ lệ là chỉ tiêu trên thực hiện; trong khoảng từ 0 đến 10 điểm.',
  ],
  [
    kind('relative', { direction: 'lower' }),
    'Đơn vị có kết quả thấp nhất cụm được 10 điểm, các đơn vị khác theo tỷ lệ kết quả đó trên kết quả của mình.',
  ],
  [
    kind('relative', { atPlan: '0.5', withoutPlan: 'refuse', plan: 3 }),
    'Đến 100% chỉ tiêu: 5 điểm nhân tỷ lệ thực hiện trên chỉ tiêu; vượt chỉ tiêu: thêm dần đến 10 điểm của đơn vị vượt cao nhất cụm; chỉ tiêu chung là 3.',
  ],
  [kind('panel', { outOf: '10.0' }), 'Điểm bằng trung bình điểm của các thành viên chấm, mỗi người chấm từ 0 đến 10.'],
  // A label is the author's, in whatever language.
  [kind('choice', { options: { '1 points': 2 } }), 'Điểm theo mức được chọn: 1 points: 2 điểm.'],
];

describe('a rule in words', () => {
  it.each(SENTENCES)('of %j tells nothing it does not say', (rule, sentence) => {
    expect(describeRule(rule, '10', 'vi')?.sentence).toBe(sentence);
  });

  it('has days as people read them, and leaves what is none', () => {
    expect(formatDate('2022-06-30', 'vi')).toBe('30/06/2022');
    expect(formatDate('2022-06-30', 'en')).toBe('2022-06-30');
    for (const text of ['2022-06-30T08:00', 'từ 2022-06-30']) expect(formatDate(text, 'vi')).toBe(text);
  });
});

describe('what is hardly meant in a rule', () => {
  const warnings = (rule: JsonObject): string[] =>
    warningsOf(valueOf<Competition>(readCompetition(smallFile({ rule })))).map(
      ({ code, path, params }) => `${code} ${path} ${JSON.stringify(params)}`,
    );

  it('are items worth more than the criterion', () => {
    expect(warnings(kind('checklist', { items: { a: 4, b: 7 } }))).toEqual([
      `rule.weights.sum ${RULE}.items {"reason":"items","sum":"11","max":"10"}`,
    ]);
    expect(warnings(kind('checklist', { items: { a: 4, b: 6 } }))).toEqual([]);
  });

  it('is an else worth all, where the bands leave it nothing', () => {
    expect(warnings(kind('bands', { bands: [{ points: 5 }], else: 10 })).map((each) => each.split(' ')[0])).toEqual([
      'rule.else.unmet',
      'criterion.max.unreachable',
    ]);
    expect(warnings(kind('bands', { bands: [{ to: 5, points: 5 }], else: 10 }))).toEqual([]);
  });
});

describe('what is wrong with a rule or a value', () => {
  const long = 'x'.repeat(90);
  const short = 'x'.repeat(80);

  it('is told with no more of a text than people read', () => {
    expect(ofValue(kind('choice', { options: { a: 1 } }), { choice: long })).toEqual([
      `entry.choice.unknown entries[0].choice {"value":"${short}","values":"a"}`,
    ]);
    expect(ofValue(kind('tally', { weights: { a: 1 } }), { tally: { [long]: 1 } })).toEqual([
      `entry.tally.unknown entries[0].tally["${short}…"] {"value":"${short}","values":"a"}`,
    ]);
    expect(ofRule(kind('formula', { inputs: [`${long} `], expr: '1' }))).toEqual([
      `rule.formula.invalid ${RULE}.inputs[0] {"reason":"name","value":"${short}"}`,
    ]);
  });

  it('of a name that is there twice is told of the first alone', () => {
    expect(ofRule(kind('formula', { inputs: ['full', 'full'], expr: '1' }))).toEqual([
      `rule.formula.invalid ${RULE}.inputs[0] {"reason":"full","value":"full"}`,
      `label.duplicate ${RULE}.inputs[1] {"value":"full","other":"full"}`,
    ]);
  });

  it('of a share that is no number is told as that', () => {
    expect(ofRule(kind('relative', { atPlan: 'x' }))).toEqual([`field.type ${RULE}.atPlan {"expected":"decimal"}`]);
  });

  it('of a gap between bands is told with the values that no band takes', () => {
    const said = (...bands: JsonObject[]): string[] => {
      const outcome = readCompetition(smallFile({ rule: kind('bands', { bands }) }));
      return outcome.ok ? [] : outcome.errors.map(({ message, params }) => `${message} ${JSON.stringify(params)}`);
    };
    expect(said({ from: 0, to: 5, points: 1 }, { from: 7, to: 9, points: 2 })).toEqual([
      'no band takes values from 5 to below 7: add one, or an else {"reason":"between","from":"5","to":"7"}',
      'no band takes values from 9 on: add one, or an else {"reason":"above","from":"9"}',
    ]);
  });

  it('of a mark below 0 is told however few decimals it has', () => {
    expect(ofValue(kind('panel'), { marks: { An: -1, Bình: 5 } })).toEqual([
      'entry.points.range entries[0].marks.An {"value":"-1","most":"10"}',
    ]);
  });
});

describe('points', () => {
  /** As a standing has them, which works out many at once. */
  const pointsOf = (small: Small): string | undefined =>
    openStanding(valueOf<Competition>(readCompetition(smallFile(small)))).scoreOf('U').criteria['I.1']?.points;
  const marks = (...values: (string | number)[]): JsonObject => ({
    marks: Object.fromEntries(values.map((value, index) => [`m${index}`, value])),
  });

  it.each<[marks: number[], points: string]>([
    // The host's own numbers come to less than the 2.2 these marks are in the mean.
    [[0.1, 4.3], '2.2'],
    [[4.3, 0.1], '2.2'],
    [[0.25, 0.5, 9], '3.2'],
    [[0.1, 8.6, 0], '2.9'],
  ])('of a panel whose marks are %j are exact', (values, points) => {
    expect(pointsOf({ rule: kind('panel'), value: marks(...values), rounding: { digits: 1, mode: 'down' } })).toBe(
      points,
    );
  });

  it('of a panel are exact also of figures too long for the quick way', () => {
    expect(pointsOf({ rule: kind('panel', { outOf: `1${'0'.repeat(30)}` }), value: marks(`5${'0'.repeat(29)}`) })).toBe(
      '5.00',
    );
    expect(pointsOf({ rule: kind('panel', { step: `0.${'0'.repeat(29)}1` }), value: marks('5') })).toBe('5.00');
    expect(pointsOf({ rule: kind('panel'), value: marks(`1${'0'.repeat(20)}`), max: `1${'0'.repeat(20)}` })).toBe(
      `1${'0'.repeat(20)}.00`,
    );
  });

  it('measured against a cluster are told with what they are measured by', () => {
    expect(work(kind('relative', { direction: 'lower' }), { actual: 4 })).toBe('actual 4, bestLow 4, uncut 10, 10.00');
    const either = { atPlan: '0.5', withoutPlan: 'relative' };
    expect(work(kind('relative', either), { actual: 4 })).toBe('actual 4, withoutPlan , best 4, uncut 10, 10.00');
    expect(work(kind('relative', { ...either, plan: 8 }), { actual: 4 })).toBe(
      'actual 4, plan 8, planFrom rule, percent 50, ratio 0.5, atPlan 0.5, uncut 2.5, 2.50',
    );
  });
});
