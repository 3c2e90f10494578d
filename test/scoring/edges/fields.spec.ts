import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@thidua/scoring';
import { errorsOf } from '../small-file.js';
import { WHOLE, withAt } from './whole-file.js';

const at = (path: string, value: JsonValue | undefined): string[] => errorsOf(withAt(path, value));
const type = (path: string, expected: string): string => `field.type ${path} {"expected":"${expected}"}`;
const quote = (path: string, value: JsonValue): string =>
  `field.type ${path} {"expected":"code","reason":"quote","value":"${String(value)}"}`;
/** Text, but for its quotes. */
const bare = (path: string, value: JsonValue): string =>
  `field.type ${path} {"expected":"text","reason":"quoteText","value":"${String(value)}"}`;
const nothing = (path: string, expected: string): string =>
  `field.type ${path} {"expected":"${expected}","reason":"nothing"}`;
const range = (path: string, params: object): string => `field.range ${path} ${JSON.stringify(params)}`;

const CRITERION = 'scales[0].parts[0].criteria[0]';

it('a whole file is right', () => expect(errorsOf(WHOLE)).toEqual([]));

const TEXTS = [
  ...['campaign.name', 'campaign.theme', 'campaign.basis[0]', 'scales[0].name', 'scales[0].parts[0].name'],
  ...[`${CRITERION}.name`, 'clusters[0].name', 'clusters[0].units[0].name', 'entries[0].evidence[0]'],
  ...['holds[0].kind', 'holds[0].reason', 'classes[0].name', 'rewards[0].name'],
];

describe('a text', () => {
  it.each(TEXTS)('%s is any that is not empty, not too long and whole', (path) => {
    expect(at(path, 'x'.repeat(10_000))).toEqual([]);
    expect(at(path, ' đ 😀 ')).toEqual([]);
    for (const none of [5, 1.5, -1, true]) expect(at(path, none)).toEqual([bare(path, none)]);
    for (const none of [[], {}]) expect(at(path, none)).toEqual([type(path, 'text')]);
    expect(at(path, null)).toEqual([nothing(path, 'text')]);
    for (const empty of ['', '   ', '\n', '\u0085', '\u200b \u2060', '\ufeff\u00ad'])
      expect(at(path, empty)).toEqual([range(path, { reason: 'empty' })]);
    expect(at(path, 'x'.repeat(10_001))).toEqual([range(path, { reason: 'long', most: 10_000 })]);
    expect(at(path, 'a\ud800')).toEqual([range(path, { reason: 'surrogate' })]);
  });

  it('of a reason that is empty is no reason', () => {
    for (const empty of [' ', '\u200b']) expect(at('entries[0].reason', empty)).toEqual([]);
    expect(at('entries[0].reason', 5)).toEqual([bare('entries[0].reason', 5)]);
    expect(at('entries[0].reason', 'x'.repeat(10_001))).toEqual([
      range('entries[0].reason', { reason: 'long', most: 10_000 }),
    ]);
  });
});

describe('a code', () => {
  const CODES = ['campaign.code', 'rewards[1].code', 'scales[0].bonus.criteria[0].code', 'scales[0].parts[1].code'];
  it.each(CODES)('%s has 1 to 64 letters, digits and signs', (path) => {
    for (const code of ['a', '0', 'Z-9._', 'đ', 'Ế.1', '٣', '𝒳'.repeat(64), 'x'.repeat(64)]) {
      expect(at(path, code)).toEqual([]);
    }
    for (const code of [
      '',
      '-a',
      '.a',
      '_',
      'a b',
      '\u0301a',
      '½',
      'a\n',
      ' a',
      'x'.repeat(65),
      '𝒳'.repeat(65),
      'a/b',
    ]) {
      expect(at(path, code)).toEqual([range(path, { reason: 'code' })]);
    }
    for (const none of [[], {}, -1, 1e21]) expect(at(path, none)).toEqual([type(path, 'code')]);
    expect(at(path, null)).toEqual([nothing(path, 'code')]);
    for (const unquoted of [1, 1.1, true]) expect(at(path, unquoted)).toEqual([quote(path, unquoted)]);
  });

  it.each<[string, string, string]>([
    ['clusters[0].head', 'W', 'member'],
    ['targets[0].unit', 'W', 'unit'],
    ['holds[0].unit', 'W', 'unit'],
    ['targets[0].criterion', 'I.9', 'criterion'],
    ['rewards[0].classes[0]', 'W', 'class'],
    ['rewards[1].excludes[0]', 'W', 'reward'],
    ['entries[0].unit', 'W', 'unit'],
    ['entries[0].criterion', 'I.9', 'criterion'],
    ['clusters[0].deputies[0]', 'W', 'member'],
  ])('%s names what there is', (path, code, reason) => {
    expect(at(path, code)).toEqual([`ref.unknown ${path} {"reason":"${reason}","value":"${code}"}`]);
    expect(at(path, 5)).toEqual([quote(path, 5)]);
    expect(at(path, [])).toEqual([type(path, 'code')]);
  });

  it('is told with no more than 80 of its characters', () => {
    const long = 'W'.repeat(90);
    for (const [path, reason] of [
      ['rewards[0].classes[0]', 'class'],
      ['rewards[1].excludes[0]', 'reward'],
      ['entries[0].unit', 'unit'],
      ['entries[0].criterion', 'criterion'],
    ] as const) {
      expect(at(path, long)).toEqual([`ref.unknown ${path} {"reason":"${reason}","value":"${'W'.repeat(80)}"}`]);
    }
    expect(at('classes[0].minParts', { [long]: 1 })).toEqual([
      `ref.unknown classes[0].minParts["${'W'.repeat(80)}…"] {"reason":"part","value":"${'W'.repeat(80)}"}`,
    ]);
    expect(at('ranking.precedence[1]', long)).toEqual([
      `ranking.key.unknown ranking.precedence[1] {"value":"${'W'.repeat(80)}"}`,
    ]);
  });
});

describe('a choice', () => {
  it.each<[string, ...string[]]>([
    [`${CRITERION}.evidence`, 'required', 'optional'],
    ['scales[0].rounding.mode', 'halfUp', 'halfEven', 'down', 'up'],
    ['clusters[0].units[0].kind', 'collective', 'individual'],
    ['ranking.missing', 'zero', 'unranked'],
    ['rewards[0].for', 'collective', 'individual'],
    ['rewards[0].scope', 'cluster', 'campaign'],
    ['rewards[0].quota.rounding', 'down', 'up', 'halfUp'],
    ['rewards[0].vote.base', 'members', 'present', 'cast'],
  ])('%s is one of them', (path, ...values) => {
    for (const value of values) expect(at(path, value)).toEqual([]);
    expect(at(path, 'x')).toEqual([range(path, { reason: 'choice', values: values.join(', ') })]);
    const params = JSON.stringify({ expected: 'text', reason: 'choice', values: values.join(', ') });
    for (const none of [1, true, null]) expect(at(path, none)).toEqual([`field.type ${path} ${params}`]);
  });

  it.each([
    [`${CRITERION}.scoredBy`, ['unit', 'cluster', 'office', 'self']],
    ['ranking.stage', ['self', 'cluster', 'office']],
    ['entries[0].stage', ['self', 'cluster', 'office']],
  ])('%s is a stage of the competition', (path, stages) => {
    for (const stage of stages) {
      // A criterion that another stage scores first refuses the entry, not the stage.
      expect(at(path, stage).filter((each) => !each.startsWith('entry.stage.reserved'))).toEqual([]);
    }
    for (const other of ['x', 'Self', 'W'.repeat(90)]) {
      expect(at(path, other)).toEqual([
        `ref.unknown ${path} ${JSON.stringify({ reason: 'stage', value: other.slice(0, 80) })}`,
      ]);
    }
    expect(at(path, null)).toEqual([nothing(path, 'code')]);
    for (const unquoted of [1, 1.5, true]) expect(at(path, unquoted)).toEqual([quote(path, unquoted)]);
  });

  it.each([`${CRITERION}.mandatory`, 'rewards[0].vote.secret'])('%s is yes or no', (path) => {
    for (const flag of [true, false]) expect(at(path, flag)).toEqual([]);
    for (const other of [0, 'true', null]) expect(at(path, other)).toEqual([type(path, 'flag')]);
  });
});

describe('a date', () => {
  it.each(['asOf', 'campaign.from', 'campaign.to', 'holds[0].from', 'holds[0].to'])('%s is a day', (path) => {
    expect(at(path, '2022-01-31')).toEqual([]);
    expect(at(path, '2022-02-29')).toEqual([range(path, { reason: 'day', value: '2022-02-29' })]);
    for (const none of ['2022-1-31', '2022-2-29', '31/01/2022', '2022-01-31T00:00', ' 2022-01-31', '']) {
      expect(at(path, none)).toEqual([range(path, { reason: 'date' })]);
    }
    expect(at(path, 20_220_131)).toEqual([type(path, 'date')]);
  });

  it.each([
    ...['2022-01-31', '2022-02-28', '2022-03-31', '2022-04-30', '2022-05-31', '2022-06-30', '2022-07-31'],
    ...['2022-08-31', '2022-09-30', '2022-10-31', '2022-11-30', '2022-12-31', '2024-02-29', '2000-02-29', '2022-05-01'],
  ])('%s is one, as no day after the last of a month is', (last) => {
    expect(at('asOf', last)).toEqual([]);
    const [, month = '', day = ''] = /^\d{4}-(\d\d)-(\d\d)$/.exec(last)!;
    const next = last.replace(`-${month}-${day}`, `-${month}-${String(Number(day) + 1).padStart(2, '0')}`);
    if (day !== '01') expect(at('asOf', next)).toEqual([range('asOf', { reason: 'day', value: next })]);
  });

  it.each(['2022-00-10', '2022-13-01', '2022-01-00', '1900-02-29', '2100-02-29', '2023-02-29', '2024-01-32'])(
    '%s is none',
    (none) => expect(at('asOf', none)).toEqual([range('asOf', { reason: 'day', value: none })]),
  );

  it('that ends a period does not come before its start', () => {
    expect(at('campaign.to', '2021-12-31')).toEqual([range('campaign.to', { reason: 'order' })]);
    expect(at('campaign.to', '2022-01-01')).toEqual([]);
    expect(at('holds[0].to', '2021-12-31')).toEqual([range('holds[0].to', { reason: 'order' })]);
    expect(at('holds[0].to', undefined)).toEqual([]);
    expect(at('campaign.to', undefined)).toEqual(['field.missing campaign.to {"key":"to"}']);
  });
});

describe('a number', () => {
  const DECIMALS = ['targets[0].plan', 'classes[0].minTotal', 'classes[0].maxPenalty', 'classes[0].minParts.I'];
  it.each([...DECIMALS, 'rewards[0].minTotal'])('%s is any decimal', (path) => {
    for (const value of [0, '1.25', 7.5]) expect(at(path, value)).toEqual([]);
    expect(at(path, true)).toEqual([type(path, 'decimal')]);
    expect(at(path, '1'.repeat(41))).toEqual([range(path, { reason: 'size', most: 40 })]);
  });

  it.each(['rewards[0].maxRank', 'rewards[0].minClusterSize', 'rewards[1].quota.count'])('%s is a count', (path) => {
    for (const value of [0, 3, '12', '4.0']) expect(at(path, value)).toEqual([]);
    for (const value of [-1, 1.5, '-2', '0.1']) expect(at(path, value)).toEqual([range(path, { reason: 'count' })]);
    expect(at(path, 'x')).toEqual([type(path, 'decimal')]);
  });

  it.each(['classes[0].maxPercent', 'rewards[0].quota.percent'])('%s is a per cent', (path) => {
    for (const value of [0, 100, '33.3']) expect(at(path, value)).toEqual([]);
    for (const value of [-1, '-0.1', 101, '100.01'])
      expect(at(path, value)).toEqual([range(path, { reason: 'percent' })]);
    expect(at(path, null)).toEqual([type(path, 'decimal')]);
  });

  it('of a version is a whole number from 1 to a million', () => {
    for (const value of [1, 1_000_000]) expect(at('scales[0].version', value)).toEqual([]);
    for (const value of [0, 1_000_001]) {
      expect(at('scales[0].version', value)).toEqual([range('scales[0].version', { reason: 'version' })]);
    }
    expect(at('scales[0].version', 1.5)).toEqual([range('scales[0].version', { reason: 'count' })]);
  });

  it('of digits is 0 to 6', () => {
    const path = 'scales[0].rounding.digits';
    for (const value of [0, 6, '3']) expect(at(path, value)).toEqual([]);
    expect(at(path, 7)).toEqual([range(path, { reason: 'max', most: 6 })]);
    expect(at(path, -1)).toEqual([range(path, { reason: 'count' })]);
  });

  it('that bounds a sum has the digits of the scale and its sign', () => {
    const bounds = ['scales[0].parts[0].max', 'scales[0].bonus.max', 'scales[0].penalty.max'];
    for (const path of [...bounds, 'scales[0].floor', 'scales[0].ceiling']) {
      expect(at(path, '9.25')).toEqual([]);
      expect(at(path, '9.250')).toEqual([]);
      expect(at(path, '9.255')).toEqual([range(path, { reason: 'decimals', digits: 2 })]);
    }
    for (const path of bounds) {
      expect(at(path, 0)).toEqual([]);
      expect(at(path, -1)).toEqual([range(path, { reason: 'min', least: '0' })]);
    }
    for (const max of [0, -1]) {
      const path = 'scales[0].bonus.criteria[0].max';
      expect(at(path, max)).toEqual([range(path, { reason: 'over', over: '0' })]);
    }
    expect(at('scales[0].floor', -5)).toEqual([]);
    expect(at('scales[0].floor', null)).toEqual([]);
    expect(at('scales[0].ceiling', null)).toEqual([]);
    expect(at('scales[0].penalty.max', undefined)).toEqual([]);
  });

  it('of a ceiling is no less than that of the floor', () => {
    const order = [range('scales[0].ceiling', { reason: 'order' })];
    expect(at('scales[0].ceiling', -1)).toEqual(order);
    expect(at('scales[0].ceiling', 0)).toEqual([]);
    expect(errorsOf(withAt('scales[0].ceiling', null, withAt('scales[0].floor', 5)))).toEqual([]);
    const floorless = withAt('scales[0].floor', null);
    expect(errorsOf(withAt('scales[0].ceiling', -1, floorless))).toEqual([]);
    const noFloor = withAt('scales[0].floor', undefined); // 0
    expect(errorsOf(withAt('scales[0].ceiling', -1, noFloor))).toEqual(order);
    expect(errorsOf(withAt('scales[0].floor', '100.01'))).toEqual(order);
  });

  it('of digits that are wrong lets no other be judged by them', () => {
    const wrong = withAt('scales[0].rounding.digits', 9);
    expect(errorsOf(withAt('scales[0].ceiling', '9.255', wrong))).toEqual([
      range('scales[0].rounding.digits', { reason: 'max', most: 6 }),
    ]);
    const mode = withAt('scales[0].rounding', { mode: 'down' });
    expect(errorsOf(withAt('scales[0].ceiling', '9.255', mode))).toEqual([
      range('scales[0].ceiling', { reason: 'decimals', digits: 2 }),
    ]);
  });

  it('of a plan where less is better is not negative', () => {
    expect(at('targets[0].plan', -1)).toEqual([range('targets[0].plan', { reason: 'min', least: '0' })]);
    expect(errorsOf(withAt('targets[0]', { unit: 'U', criterion: 'II.1', plan: -1 }))).toEqual([]);
  });
});
