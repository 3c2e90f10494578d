import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  sentenceOf,
  type CompetitionRules,
  type JsonObject,
  type ScoringError,
} from '@thidua/scoring';
import { MOST_ITEMS, MOST_PRODUCTS } from '../../../libs/scoring/plan/limits.js';
import { clusters, criteria, direct, file, named, rounds, times, units } from '../hostile/files.js';

function errorsOf(document: JsonObject): readonly ScoringError[] {
  const read = readCompetition(document);
  return read.ok ? [] : read.errors;
}

const rewards = (count: number, over: JsonObject = {}): JsonObject[] =>
  times(count, (i) => ({ ...named(`w${i}`), quota: { count: 1 }, ...over }));
const tooMany = (key: keyof typeof MOST_ITEMS): JsonObject =>
  file(1, { [key]: times(MOST_ITEMS[key] + 1, () => ({})), entries: [{ unit: 'nobody' }] });
const groups = (count: number): JsonObject => ({
  ...named('II'),
  max: 0,
  groups: times(count, (i) => ({ ...named(`g${i}`), criteria: [] })),
});
const scale = (over: JsonObject): JsonObject => ({ ...named('S'), version: 1, ...over });
const steps = { inputs: { t: 'total' }, expr: `t${' + t'.repeat(98)} > 0` };

/** A file, where it is told that it holds too much, with what, and the sentence. */
type Case = [what: string, made: () => JsonObject, told: JsonObject, vi: string, en: string];

const CASES: Case[] = [
  [
    'criteria of a scale, counted wherever they stand',
    () =>
      file(1, {
        scales: [
          scale({
            parts: [{ ...named('I'), max: 1, criteria: criteria(500) }],
            bonus: { groups: [{ ...named('g'), criteria: times(501, (i) => direct(`d${i}`)) }] },
          }),
        ],
      }),
    { path: 'scales[0].parts', reason: 'many', key: 'criteria', count: 1_001, most: 1_000 },
    'Các tiêu chí (“criteria”): có 1.001 mục, nhiều hơn mức tối đa 1.000; hãy bỏ bớt.',
    '“criteria”: there are 1001, more than the 1000 that are possible; remove some.',
  ],
  [
    'parts and groups of a scale together',
    () => file(1, { scales: [scale({ parts: [{ ...named('I'), max: 0, criteria: [] }, groups(299)] })] }),
    { path: 'scales[0].parts', reason: 'many', key: 'groups', count: 301, most: 300 },
    'Các nhóm (“groups”): có 301 mục, nhiều hơn mức tối đa 300; hãy bỏ bớt.',
    '“groups”: there are 301, more than the 300 that are possible; remove some.',
  ],
  [
    'units times criteria',
    () => file(8_001, { entries: [] }, criteria(1_000)),
    { path: 'clusters', reason: 'cells', units: 8_001, product: 8_001_000, most: MOST_PRODUCTS.cells },
    '8.001 đơn vị, với các tiêu chí của thang điểm và các kỳ chấm, có 8.001.000 ô điểm, nhiều hơn mức tối đa 8.000.000; hãy bớt tiêu chí hoặc kỳ chấm, hoặc chia thành nhiều tệp.',
    '8001 units, with the criteria of their scales and the rounds, have 8001000 points, more than the 8000000 that are possible: use fewer criteria or rounds, or split the file.',
  ],
  [
    'units times criteria times rounds, told at the rounds',
    () => file(1_000, { entries: [], rounds: rounds(9) }, criteria(1_000)),
    { path: 'rounds', reason: 'cells', units: 1_000, product: 9_000_000, most: MOST_PRODUCTS.cells },
    '1.000 đơn vị, với các tiêu chí của thang điểm và các kỳ chấm, có 9.000.000 ô điểm, nhiều hơn mức tối đa 8.000.000; hãy bớt tiêu chí hoặc kỳ chấm, hoặc chia thành nhiều tệp.',
    '1000 units, with the criteria of their scales and the rounds, have 9000000 points, more than the 8000000 that are possible: use fewer criteria or rounds, or split the file.',
  ],
  [
    'units times parts and groups times rounds',
    () =>
      file(1_001, {
        scales: [scale({ parts: [{ ...named('I'), max: 0, criteria: [] }, groups(59)] })],
        ...{ entries: [], rounds: rounds(20) },
      }),
    { path: 'rounds', reason: 'sums', units: 1_001, product: 1_221_220, most: MOST_PRODUCTS.sums },
    '1.001 đơn vị, với các phần, nhóm của thang điểm và các kỳ chấm, có 1.221.220 điểm cộng, nhiều hơn mức tối đa 1.200.000; hãy bớt phần, nhóm hoặc kỳ chấm, hoặc chia thành nhiều tệp.',
    '1001 units, with the parts and groups of their scales and the rounds, have 1221220 sums, more than the 1200000 that are possible: use fewer parts, groups or rounds, or split the file.',
  ],
  [
    'units times rounds',
    () => file(1_501, { entries: [], rounds: rounds(100) }),
    { path: 'rounds', reason: 'standings', units: 1_501, rounds: 100, product: 150_100, most: MOST_PRODUCTS.standings },
    '1.501 đơn vị nhân với 100 kỳ chấm là 150.100, nhiều hơn mức tối đa 150.000; hãy bớt kỳ chấm, hoặc chia thành nhiều tệp.',
    '1501 units times 100 rounds is 150100, more than the 150000 that are possible: use fewer rounds, or split the file.',
  ],
  [
    'clusters times rounds',
    () => file(1, { clusters: clusters(251, 0), entries: [], rounds: rounds(100) }),
    { path: 'rounds', reason: 'rankings', clusters: 251, rounds: 100, product: 25_100, most: MOST_PRODUCTS.rankings },
    '251 cụm nhân với 100 kỳ chấm là 25.100, nhiều hơn mức tối đa 25.000; hãy bớt kỳ chấm, hoặc chia thành nhiều tệp.',
    '251 clusters times 100 rounds is 25100, more than the 25000 that are possible: use fewer rounds, or split the file.',
  ],
  [
    'clusters times all that is given in each, told at the longest list',
    () =>
      file(1, {
        ...{ clusters: clusters(601, 0), entries: [], rewards: rewards(30) },
        ...{ classes: times(20, (i) => named(`k${i}`)), factKinds: times(50, (i) => named(`f${i}`)) },
      }),
    { path: 'factKinds', reason: 'rows', clusters: 601, rules: 100, product: 60_100, most: MOST_PRODUCTS.rows },
    '601 cụm nhân với 100 hình thức khen thưởng, mức xếp loại và loại sự kiện là 60.100, nhiều hơn mức tối đa 60.000; hãy bỏ bớt, hoặc chia thành nhiều tệp.',
    '601 clusters times 100 rewards, classes and kinds of facts is 60100, more than the 60000 that are possible: remove some, or split the file.',
  ],
  [
    // 199 numbers, names and signs and the one figure are 200 steps, which count as 200 + 200²/15.
    'units times what conditions ask, told where the most is asked',
    () =>
      file(2_500, {
        ...{ entries: [], rewards: rewards(2, { when: steps }) },
        classes: [{ ...named('k'), when: steps }],
      }),
    { path: 'rewards', reason: 'questions', steps: 8_598, units: 2_500, product: 21_495_000, most: 7_000_000 },
    'Các điều kiện có 8.598 bước tính cho mỗi đơn vị, nhân với 2.500 đơn vị là 21.495.000, nhiều hơn mức tối đa 7.000.000; hãy rút gọn hoặc bỏ bớt điều kiện, trước hết những điều kiện dài, hoặc chia thành nhiều tệp.',
    'Conditions take 8598 steps for each unit, times 2500 units 21495000, more than the 7000000 that are possible: shorten or remove some, the long ones first, or split the file.',
  ],
];

describe('a file that holds too much', () => {
  it.each(Object.keys(MOST_ITEMS) as (keyof typeof MOST_ITEMS)[])('is told so of %s, and of nothing else', (key) => {
    const most = MOST_ITEMS[key];
    const params = { reason: 'many', key, count: most + 1, most };
    expect(errorsOf(tooMany(key))).toMatchObject([{ code: 'field.range', path: key, params }]);
    expect(errorsOf(tooMany(key))).toHaveLength(1);
  });

  it.each(CASES)('%s', (_, made, { path, ...params }, vi, en) => {
    const errors = errorsOf(made());
    expect(errors.map(({ message: _message, ...rest }) => rest)).toEqual([{ code: 'field.range', path, params }]);
    expect([sentenceOf(errors[0]!, 'vi'), sentenceOf(errors[0]!, 'en')]).toEqual([vi, en]);
  });

  it('is no plan', () => {
    expect(() => compile(tooMany('rewards') as unknown as CompetitionRules)).toThrow('field.range rewards');
  });

  it.each([
    ['100,000 units on 60 criteria', 100_000, 60, 1],
    ['10,000 units on 60 criteria in 12 rounds', 10_000, 60, 12],
    ['2,000 units on 60 criteria in 53 weeks', 2_000, 60, 53],
    ['10,000 units on 300 criteria', 10_000, 300, 1],
  ])('leaves room for %s', (_, size, count, howMany) => {
    const over = { entries: [], clusters: [{ ...named('C'), scale: 'S', units: units(size) }] };
    expect(errorsOf(file(1, { ...over, ...(howMany > 1 && { rounds: rounds(howMany) }) }, criteria(count)))).toEqual(
      [],
    );
  });

  it('may have sixty parts and groups for any number of units', () => {
    const over = (parts: number): JsonObject => ({
      scales: [scale({ parts: times(parts, (i) => ({ ...named(`p${i}`), max: 0, criteria: [] })) })],
      ...{ entries: [], clusters: [{ ...named('C'), scale: 'S', units: units(100_000) }] },
    });
    expect(errorsOf(file(1, over(60)))).toEqual([]);
    expect(errorsOf(file(1, over(61)))).toMatchObject([{ path: 'clusters', params: { reason: 'sums' } }]);
  });

  it('may ask a thousand steps of any number of units', () => {
    // 44 steps of a condition count as 44 + 44²/15 = 173.
    const when = { inputs: { t: 'total' }, expr: `t${' + t'.repeat(20)} > 0` };
    const over = { entries: [], clusters: [{ ...named('C'), scale: 'S', units: units(100_000) }] };
    expect(errorsOf(file(1, { ...over, rewards: rewards(5, { when }) }))).toEqual([]);
    expect(errorsOf(file(1, { ...over, rewards: rewards(6, { when }) }))).toMatchObject([{ path: 'rewards' }]);
  });
});
