import { describe, expect, it } from '@jest/globals';
import { readCompetition, score, type Competition, type JsonObject } from '@thidua/scoring';
import { readJsonFile, valueOf } from '../read-file.js';

const TOLD = readJsonFile<Record<string, string[]>>('scoring/edges/classes-and-members.json');

/** As much of a competition file as is changed here. */
interface File {
  scales: { parts: { criteria: JsonObject[] }[] }[];
  clusters: { scale: string; units: JsonObject[] }[];
  [more: string]: unknown;
}

const LONG = 'x'.repeat(90);

function fileOf(change: (file: File) => void): JsonObject {
  const criterion = (code: string): JsonObject => ({
    code,
    name: code,
    max: 10,
    mandatory: false,
    rule: { kind: 'direct' },
  });
  const file = {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
    asOf: '2022-12-31',
    scales: [
      { code: 's', version: 1, name: 'S', parts: [{ code: 'I', name: 'I', max: 10, criteria: [criterion('I.1')] }] },
    ],
    clusters: [
      {
        code: 'k1',
        name: 'K1',
        scale: 's',
        units: [
          { code: 'u1', name: 'U1' },
          { code: 'u2', name: 'U2' },
        ],
      },
      { code: 'k2', name: 'K2', scale: 's', units: [{ code: 'v1', name: 'V1', kind: 'individual' }] },
    ],
  };
  change(file as unknown as File);
  return file as unknown as JsonObject;
}

const classes =
  (...list: object[]) =>
  (file: File): void => {
    file['classes'] = list.map((each, index) => ({ code: 'abc'[index], name: 'ABC'[index], ...each }));
  };

const WRONG: Readonly<Record<string, (file: File) => void>> = {
  'a share below nothing': classes({ maxShare: { percent: -1 } }, {}),
  'a share of nothing known': classes({ maxShare: { percent: 20, of: 'nothing' } }, {}),
  'a share of a class that is not the next': classes({ maxShare: { percent: 20, of: 'class:c' } }, {}, {}),
  'a share of itself': classes({ maxShare: { percent: 20, of: 'class:a' } }, {}),
  'a share of the last class': classes({}, { maxShare: { percent: 20, of: 'class:z' } }),
  'a share of what is too long': classes({ maxShare: { percent: 20, of: LONG } }, {}),
  'a share of a class that is too long': classes({ maxShare: { percent: 20, of: `class:${LONG}` } }, {}),
  'a share of no text': classes({ maxShare: { percent: 20, of: 1 } }, {}),
  'a share without a per cent': classes({ maxShare: { of: 'ranked' } }, {}),
  'a share in a scope there is not': classes({ maxShare: { percent: 20, scope: 'unit' } }, {}),
  'a share of the next in another scope': classes(
    { maxShare: { percent: 20, of: 'class:b' } },
    { maxShare: { percent: 50, scope: 'campaign' } },
    {},
  ),
  'a share that is none': classes({ maxShare: 3 }, {}),
  'the head of nobody': ({ clusters }) => (clusters[1]!.units[0]!['headOf'] = 'nobody'),
  'the head of a code too long': ({ clusters }) => (clusters[1]!.units[0]!['headOf'] = LONG),
  'the head of himself': ({ clusters }) => (clusters[1]!.units[0]!['headOf'] = 'v1'),
  'the head of an individual': ({ clusters }) => {
    clusters[0]!.units[0]!['kind'] = 'individual';
    clusters[1]!.units[0]!['headOf'] = 'u1';
  },
  'a collective as a head': ({ clusters }) => (clusters[0]!.units[0]!['headOf'] = 'u2'),
  'a scale there is not': ({ clusters }) => (clusters[0]!.scale = LONG),
  'a unit twice': ({ clusters }) => clusters[1]!.units.push({ code: 'u1', name: 'again' }),
  'targets of nobody': (file) => {
    file['targets'] = [
      { unit: LONG, criterion: LONG, plan: 1 },
      { unit: 'u1', criterion: LONG, plan: 1 },
    ];
  },
  holds: (file) => {
    file['holds'] = [
      { unit: LONG, kind: 'x', from: '2022-01-01' },
      { unit: 'u1', kind: 'x', from: '2022-13-01', to: '2021-01-01', reason: '' },
      { unit: 'u1', kind: '', from: '2022-02-01', to: '2022-01-01' },
    ];
  },
  'what is not assigned': (file) => {
    file['notAssigned'] = [
      { unit: 'u1', criterion: LONG },
      { unit: LONG, criterion: 'I.1' },
      { unit: 'u1', criterion: 'I.1', reason: 3 },
    ];
  },
};

const toldOf = (change: (file: File) => void): string[] => {
  const outcome = readCompetition(fileOf(change));
  return outcome.ok
    ? ['accepted']
    : outcome.errors.map(({ code, path, params }) => [code, path, JSON.stringify(params ?? {})].join(' '));
};

describe('classes, members and what is assigned to them', () => {
  it.each(Object.keys(WRONG))('%s', (name) => expect(toldOf(WRONG[name]!)).toEqual(TOLD[name]));

  it('traits of one unit are not taken for those of another that are written together alike', () => {
    const file = fileOf(({ scales, clusters }) => {
      scales[0]!.parts[0]!.criteria.push({
        ...{ code: 'I.2', name: 'I.2', max: 10, mandatory: false, rule: { kind: 'direct' } },
        appliesTo: { any: ['ab'] },
      });
      clusters[0]!.units[0]!['traits'] = ['ab', 'c'];
      clusters[0]!.units[1]!['traits'] = ['a', 'bc'];
    });
    const entries = ['I.1', 'I.2'].map((criterion) => ({ unit: 'u1', criterion, points: 4 }));
    const { clusters } = score(
      valueOf<Competition>(readCompetition({ ...file, entries } as unknown as JsonObject)),
      'x',
    );
    expect(clusters[0]!.standings.map(({ unit, total }) => [unit, total])).toEqual([
      ['u1', '8.00'],
      ['u2', '0.00'],
    ]);
    const wrong = [{ unit: 'u2', criterion: 'I.2', points: 4 }];
    const outcome = readCompetition({ ...file, entries: wrong } as unknown as JsonObject);
    expect(outcome.ok ? [] : outcome.errors.map(({ code }) => code)).toEqual(['entry.notAssigned']);
  });
});
