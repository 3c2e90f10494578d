import { describe, expect, it } from '@jest/globals';
import { readResult, type JsonObject, type JsonValue } from '@thidua/scoring';
import { told } from '../small-file.js';
import { valueAt, withAt } from './whole-file.js';

const RESULT: JsonObject = {
  format: 'thidua-result/1',
  engine: 'thidua@0.2.0',
  input: 'sha256:-',
  clusters: [
    {
      code: 'C',
      standings: [
        {
          ...{ unit: 'U', rank: 1, tied: false, complete: true, total: '9.50', base: '10', bonus: '0', penalty: '0.5' },
          ...{ parts: { I: '10' }, criteria: { 'I-1': { points: '10', stage: 'self' } }, missing: ['I.2'], class: 'k' },
          ...{ groups: { 'I-A': '4' }, attainable: '20', facts: ['f'] },
        },
        {
          ...{ unit: 'V', rank: null, tied: true, complete: false, total: '-1', base: '0', bonus: '0', penalty: '1' },
          ...{ parts: {}, criteria: {}, missing: ['Q1/I.2'], class: null, groups: {}, attainable: '20', facts: [] },
        },
      ],
      rounds: [
        {
          code: 'Q1',
          standings: [
            {
              ...{ unit: 'U', rank: 1, tied: false, complete: true, total: '9', base: '9', bonus: '0', penalty: '0' },
              ...{ parts: {}, criteria: {}, missing: [], groups: {}, attainable: '20', facts: [] },
            },
          ],
        },
      ],
    },
  ],
  rewards: [{ code: 'r', cluster: null, quota: 1, open: 0, proposed: ['U'], tieAtEdge: [], held: [], barred: [] }],
};

const at = (path: string, value: JsonValue | undefined): string[] => {
  const outcome = readResult(withAt(path, value, RESULT));
  return outcome.ok ? [] : told(outcome.errors);
};
const U = 'clusters[0].standings[0]';
const R = 'rewards[0]';
const Q = 'clusters[0].rounds[0]';
const type = (path: string, expected: string): string[] => [`field.type ${path} {"expected":"${expected}"}`];
/** Text, but for its quotes. */
const bare = (path: string, value: number): string[] => [
  `field.type ${path} {"expected":"text","reason":"quoteText","value":"${value}"}`,
];
const range = (path: string, reason: string): string[] => [`field.range ${path} {"reason":"${reason}"}`];

describe('reading a result', () => {
  it('gives the document itself', () => {
    expect(readResult(RESULT)).toEqual({ ok: true, value: RESULT });
  });

  it('asks for its format first', () => {
    const format = 'file.format format {"expected":"thidua-result/1"}';
    expect([at('format', 'thidua/1'), at('format', undefined)]).toEqual([[format], [format]]);
    for (const value of [null, [], 'x', 1]) {
      const outcome = readResult(value);
      expect(outcome.ok ? [] : told(outcome.errors)).toEqual(['file.format {"expected":"thidua-result/1"}']);
    }
  });

  it.each([
    ...[
      'engine',
      'input',
      'clusters',
      'rewards',
      'clusters[0].code',
      'clusters[0].standings',
      `${U}.unit`,
      `${U}.rank`,
    ],
    ...[`${U}.tied`, `${U}.complete`, `${U}.total`, `${U}.base`, `${U}.bonus`, `${U}.penalty`, `${U}.parts`],
    ...[`${U}.criteria`, `${U}.missing`, `${U}.class`, `${U}.criteria.I-1.points`, `${U}.criteria.I-1.stage`],
    ...[`${R}.code`, `${R}.cluster`, `${R}.quota`, `${R}.open`, `${R}.proposed`, `${R}.tieAtEdge`, `${R}.held`],
    ...[`${U}.groups`, `${U}.attainable`, `${U}.facts`, `${R}.barred`, `${Q}.code`, `${Q}.standings`],
    ...[`${Q}.standings[0].unit`, `${Q}.standings[0].total`],
  ])('misses %s where it is not there', (path) => {
    expect(at(path, undefined)).toEqual([`field.missing ${path} {"key":"${path.split('.').at(-1)}"}`]);
  });

  it.each(['', 'clusters[0]', U, R, Q, `${Q}.standings[0]`, `${U}.criteria.I-1`])(
    'knows no other key of %s',
    (path) => {
      const key = path === '' ? 'more' : `${path}.more`;
      expect(at(key, 1)).toEqual([`field.unknown ${key} {"key":"more"}`]);
    },
  );

  it.each([
    ...[`${U}.total`, `${U}.base`, `${U}.bonus`, `${U}.penalty`, `${U}.parts.I`, `${U}.criteria.I-1.points`],
    ...[`${U}.groups.I-A`, `${U}.attainable`, `${Q}.standings[0].total`],
  ])('%s is a decimal of at most 100 digits and 6 decimals', (path) => {
    for (const text of ['-0.000001', '007', '1'.repeat(100), `${'1'.repeat(100)}.123456`]) {
      expect(at(path, text)).toEqual([]);
    }
    for (const text of ['1.1234567', '1'.repeat(101), '1,5', '.5', '1.', '+1', 'x1', '1x']) {
      expect(at(path, text)).toEqual(range(path, 'decimal'));
    }
    expect(at(path, 1)).toEqual(bare(path, 1));
  });

  it.each([`${U}.rank`, `${R}.quota`, `${R}.open`])('%s is a count', (path) => {
    expect(at(path, -1)).toEqual(range(path, 'count'));
    expect(at(path, true)).toEqual(type(path, 'decimal'));
  });

  it.each([`${U}.tied`, `${U}.complete`])('%s is yes or no', (path) => {
    expect(at(path, 1)).toEqual(type(path, 'flag'));
  });

  it.each([
    ...['clusters[0].code', `${U}.unit`, `${U}.class`, `${R}.code`, `${R}.cluster`],
    ...[`${U}.criteria.I-1.stage`, `${Q}.code`],
  ])('%s is a code', (path) => {
    expect(at(path, 'a b')).toEqual(range(path, 'code'));
    expect(at(path, [])).toEqual(type(path, 'code'));
  });

  it.each([...[`${U}.missing`, `${R}.proposed`, `${R}.tieAtEdge`, `${R}.held`], ...[`${U}.facts`, `${R}.barred`]])(
    '%s is a list of codes',
    (path) => {
      expect(at(path, ['a', []])).toEqual(type(`${path}[1]`, 'code'));
      expect(at(path, null)).toEqual(type(path, 'list'));
    },
  );

  it.each(['clusters[0]', U, R, Q, `${U}.parts`, `${U}.groups`, `${U}.criteria`, `${U}.criteria.I-1`])(
    '%s is an object',
    (path) => {
      for (const other of [[], 'x', null]) expect(at(path, other)).toEqual(type(path, 'object'));
    },
  );

  it('has texts for engine and input, and each unit once', () => {
    expect([at('engine', ''), at('input', 5)]).toEqual([range('engine', 'empty'), bare('input', 5)]);
    expect(at('clusters[0].standings[1].unit', 'U')).toEqual([
      'code.duplicate clusters[0].standings[1].unit {"value":"U"}',
    ]);
    expect(at(`${U}.unit`, undefined)).toEqual([`field.missing ${U}.unit {"key":"unit"}`]);
  });

  it('has no unit twice among those without a code', () => {
    const missing = [0, 1].map((index) => `field.missing clusters[0].standings[${index}].unit {"key":"unit"}`);
    const outcome = readResult(
      withAt('clusters[0].standings[1].unit', undefined, withAt(`${U}.unit`, undefined, RESULT)),
    );
    expect(outcome.ok ? [] : told(outcome.errors)).toEqual(missing);
  });

  it('has each unit once in a round too, and may have no rounds', () => {
    const [ranked] = valueAt(`${Q}.standings`, RESULT) as JsonValue[];
    expect(at(`${Q}.standings`, [ranked!, ranked!])).toEqual([`code.duplicate ${Q}.standings[1].unit {"value":"U"}`]);
    expect(at('clusters[0].rounds', undefined)).toEqual([]);
    expect(at(`${Q}.standings[0].class`, null)).toEqual([`field.unknown ${Q}.standings[0].class {"key":"class"}`]);
  });
});
