import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkText,
  competitionSchema,
  readCompetition,
  score,
  sentenceOf,
  type Competition,
  type JsonObject,
  type JsonValue,
  type ScoringError,
} from '@thidua/scoring';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { placesOf, placesOfFormat } from '../format-places.js';
import { valueOf } from '../read-file.js';
import { EVERY_KEY } from './every-key.js';
import { valueAt, withAt } from './whole-file.js';

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every path of the file, deepest last; none within a rule, whose fields have tests of their own. */
function pathsIn(value: JsonValue, path: string): string[] {
  const below = isObject(value)
    ? Object.entries(value).map(([key, item]) => [item, path === '' ? key : `${path}.${key}`] as const)
    : Array.isArray(value)
      ? value.map((item, index) => [item, `${path}[${index}]`] as const)
      : [];
  return [
    ...(path === '' ? [] : [path]),
    ...below.flatMap(([item, at]) => (/\.rule\./.test(at) ? [] : pathsIn(item, at))),
  ];
}

const PATHS = pathsIn(EVERY_KEY, '');
/** Labels that the file makes up, whose values alone are of the format. */
const IN_MAP = /\.(params|inputs|stageWeights|minParts)\.[^.]+$/;
const OTHERS: JsonValue[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  7,
  '',
  ' ',
  'không có',
  '1',
  '1,5',
  'x'.repeat(10_001),
  [],
  [1],
  {},
  { a: 1 },
];

const errorsOf = (document: JsonValue): ScoringError[] => {
  const outcome = readCompetition(document);
  return outcome.ok ? [] : outcome.errors;
};

let isOfSchema: ValidateFunction;
beforeAll(() => {
  isOfSchema = new Ajv2020({ strict: false }).compile(competitionSchema());
});

it('the file is right, and has every key of the format that is not of a rule', () => {
  expect(errorsOf(EVERY_KEY)).toEqual([]);
  expect(isOfSchema(EVERY_KEY)).toBe(true);
  const shown = placesOf(EVERY_KEY);
  const keys = [...placesOfFormat()].filter((place) => !/ = |^rule\b/.test(place));
  const values = /^entries\.(count|choice|on|done|items|tally|inputs|marks)\b/;
  expect(keys.filter((place) => !shown.has(place) && !values.test(place))).toEqual([]);
});

describe.each(PATHS)('%s', (path) => {
  it('is told of in words where it is something else, or leaves a file that can be scored', () => {
    for (const other of OTHERS) {
      const file = withAt(path, other, EVERY_KEY);
      const errors = errorsOf(file);
      for (const error of errors) {
        for (const language of ['vi', 'en'] as const) {
          expect(sentenceOf(error, language)).not.toMatch(/undefined|\{\w+(:\w+)?\}|\[object/);
        }
      }
      if (errors.length === 0) {
        expect([path, other, isOfSchema(file)]).toEqual([path, other, true]);
        score(valueOf<Competition>(readCompetition(file)), '-');
      }
      // What is told of a text stands in it.
      const { errors: placed } = checkText(JSON.stringify(file), 'json');
      expect(placed.map(({ code }) => code).toSorted()).toEqual(errors.map(({ code }) => code).toSorted());
    }
  });

  it('is of one type', () => {
    const own = valueAt(path, EVERY_KEY);
    const wrong = Array.isArray(own) || isObject(own) ? [5, 'x'] : [[], {}];
    for (const other of wrong) {
      const told = errorsOf(withAt(path, other, EVERY_KEY)).filter((error) => error.path === path);
      expect([path, other, told.map(({ code }) => code)]).toEqual([
        path,
        other,
        [expect.stringMatching(/^(field\.type|file\.format)$/)],
      ]);
    }
  });

  it('stands beside no key that is not known', () => {
    const own = valueAt(path, EVERY_KEY);
    if (!isObject(own) || /\.(params|inputs|stageWeights|minParts)$/.test(path)) return;
    const told = errorsOf(withAt(`${path}.lạ`, 1, EVERY_KEY)).map(({ code, path: place }) => `${code} ${place}`);
    expect(told).toContain(`field.unknown ${path}.lạ`);
  });

  it('is missed where the schema asks for it, and only there', () => {
    if (path.endsWith(']') || IN_MAP.test(path)) return;
    const file = withAt(path, undefined, EVERY_KEY);
    const isMissed = errorsOf(file).some(
      (error) =>
        error.path === path && /^(field\.missing|file\.format|entry\.round|entry\.value\.shape)$/.test(error.code),
    );
    const isAskedFor = !isOfSchema(file);
    if (isAskedFor) expect([path, isMissed]).toEqual([path, true]);
  });
});

it('a quota that only says how it is rounded, or what it is of, lacks its per cent', () => {
  const lacking: JsonObject[] = [{ rounding: 'up' }, { of: 'reward:r' }, { rounding: 'up', of: 'ranked' }];
  for (const quota of lacking) {
    const told = errorsOf(withAt('rewards[1].quota', quota, EVERY_KEY)).map(({ code, path }) => `${code} ${path}`);
    expect(told).toEqual(['field.missing rewards[1].quota.percent']);
  }
  const told = errorsOf(withAt('rewards[1].quota', {}, EVERY_KEY)).map(({ code, path }) => `${code} ${path}`);
  expect(told).toEqual(['field.missing rewards[1].quota.count']);
});

it('a quota is a number or a share, not both', () => {
  const told = (quota: JsonObject): string[] =>
    errorsOf(withAt('rewards[1].quota', quota, EVERY_KEY)).map(
      ({ code, path, params }) => `${code} ${path} ${String(params?.['reason'])}`,
    );
  const both = 'field.range rewards[1].quota.percent both';
  expect(told({ count: 1, percent: 20 })).toEqual([both]);
  expect(told({ count: 1, percent: 20, of: 'ranked', rounding: 'up', more: 1 })).toEqual([
    'field.unknown rewards[1].quota.more undefined',
    both,
  ]);
  expect(told({ count: 1, of: 'ranked' })).toEqual(['field.unknown rewards[1].quota.of undefined']);
});
