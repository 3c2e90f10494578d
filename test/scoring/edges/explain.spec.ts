import { describe, expect, it } from '@jest/globals';
import {
  explain,
  openStanding,
  readCompetition,
  type Competition,
  type Condition,
  type JsonObject,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile } from '../small-file.js';

const direct = (code: string, max: number): JsonObject => ({
  code,
  name: `criterion ${code}`,
  max,
  rule: { kind: 'direct' },
});

/** Points of the units on a (part I), b (part II), x (bonus) and y (penalty); nothing where nothing is entered. */
const POINTS: Record<string, [number?, number?, number?, number?]> = {
  A1: [10, 9], // 19
  A2: [8, 8, 2, 1], // 16 + 2 - 1 = 17, part I 8
  A3: [9, 8], // 17, part I 9
  A4: [5, 5], // 10
  A5: [5, 5], // 10
  A6: [7], // no b: not complete, so unranked
  B1: [8, 7], // 15
  B2: [7, 8, undefined, 2], // 13, which no class takes
};

const FILE = {
  format: 'thidua/1',
  campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
  scales: [
    {
      ...{ code: 'S', version: 1, name: 'S', rounding: { digits: 1 }, floor: null, ceiling: 19 },
      parts: [
        { code: 'I', name: 'first', max: 10, criteria: [direct('a', 10)] },
        { code: 'II', name: 'second', max: 10, criteria: [direct('b', 10)] },
      ],
      bonus: { criteria: [direct('x', 5)] },
      penalty: { max: 3, criteria: [direct('y', 5)] },
    },
  ],
  clusters: ['A', 'B'].map((code) => ({
    ...{ code, name: code, scale: 'S' },
    units: Object.keys(POINTS)
      .filter((unit) => unit.startsWith(code))
      .map((unit) => ({ code: unit, name: `unit ${unit}`, kind: unit === 'B1' ? 'individual' : 'collective' })),
  })),
  ranking: { precedence: ['total', 'part:I', 'penalty'], missing: 'unranked' },
  classes: [
    { code: 'k1', name: 'best', minTotal: 17, maxPenalty: 0, minParts: { I: 9 }, maxPercent: 50 },
    { code: 'k2', name: 'good', minTotal: 10, maxPercent: 20 },
    { code: 'k3', name: 'fair', maxPenalty: 1 },
  ],
  rewards: [
    {
      ...{ code: 'flag', name: 'Flag', for: 'collective', scope: 'cluster', quota: { count: 1 } },
      ...{ maxRank: 2, minTotal: 17, classes: ['k1', 'k2'], minClusterSize: 5 },
    },
    { code: 'note', name: 'Note', scope: 'campaign', quota: { count: 3 }, excludes: ['flag'] },
  ],
  entries: Object.entries(POINTS).flatMap(([unit, points]) =>
    ['a', 'b', 'x', 'y'].flatMap((criterion, index) =>
      points[index] === undefined ? [] : [{ unit, criterion, points: points[index] }],
    ),
  ),
} as unknown as JsonObject;

const account = (unit: string) => explain(openStanding(valueOf<Competition>(readCompetition(FILE))), unit);

const condition = (name: string, required: string, actual: string, met: boolean): Condition => ({
  ...{ name, required, actual, met },
});
const k1 = (total: string, totalMet: boolean, penalty: string, penaltyMet: boolean, part: string, partMet: boolean) => [
  condition('minTotal', '17', total, totalMet),
  condition('maxPenalty', '0', penalty, penaltyMet),
  condition('minParts.I', '9', part, partMet),
];

describe('the account of a rank', () => {
  const KEYS = (...values: string[]) =>
    ['total', 'part:I', 'penalty'].map((key, index) => ({ key, value: values[index] }));

  it('names the unit and its scale', () => {
    expect(account('A2')).toMatchObject({
      format: 'thidua-explanation/1',
      unit: { code: 'A2', name: 'unit A2', cluster: 'A', scale: 'S' },
      class: 'k2',
    });
  });

  it('names the first key that parts it from its neighbours, and by how much', () => {
    expect(account('A2').rank).toEqual({
      ...{ cluster: 'A', competes: true, rank: 3, of: 5, missing: [], tiedWith: [] },
      precedence: KEYS('17.0', '8.0', '1.0'),
      above: { rank: 2, unit: 'A3', key: 'part:I', own: '8.0', other: '9.0', distance: '1' },
      below: { rank: 4, unit: 'A4', key: 'total', own: '17.0', other: '10.0', distance: '7' },
    });
  });

  it('names who is level with it, and nobody above the first or below the last', () => {
    expect(account('A4').rank).toMatchObject({
      rank: 4,
      tiedWith: ['A5'],
      above: { rank: 3, unit: 'A2', key: 'total', distance: '7' },
      below: null,
    });
    expect(account('A1').rank).toMatchObject({ rank: 1, tiedWith: [], above: null, below: { unit: 'A3', rank: 2 } });
  });

  it('names what is missing where there is no rank', () => {
    expect(account('A6').rank).toEqual({
      ...{ cluster: 'A', competes: true, rank: null, of: 5, missing: ['b'], tiedWith: [], above: null, below: null },
      precedence: KEYS('7.0', '7.0', '0.0'),
    });
  });
});

describe('the account of the classes', () => {
  const classesOf = (unit: string) =>
    account(unit).classes.map(({ code, outcome, places, taken }) => [code, outcome, places, taken]);

  it('tells every condition of every class, met or not', () => {
    expect(account('A2').classes).toEqual([
      {
        ...{ code: 'k1', name: 'best', outcome: 'conditions', places: 2, taken: 2 },
        ...{
          when: null,
          whenUnasked: null,
          ceilings: [],
          share: {
            percent: '50',
            of: 'ranked',
            scope: 'cluster',
            counted: 5,
            kind: 'collective',
            exact: '2.5',
            most: '2.5',
          },
          edge: [],
        },
        further: null,
        conditions: k1('17.0', true, '1.0', false, '8.0', false),
      },
      {
        ...{ code: 'k2', name: 'good', outcome: 'given', places: 1, taken: 1 },
        ...{
          when: null,
          whenUnasked: null,
          ceilings: [],
          share: {
            percent: '20',
            of: 'ranked',
            scope: 'cluster',
            counted: 5,
            kind: 'collective',
            exact: '1',
            most: '1',
          },
        },
        ...{ edge: ['A4', 'A5'], further: null },
        conditions: [condition('minTotal', '10', '17.0', true)],
      },
      {
        ...{ code: 'k3', name: 'fair', outcome: 'better', places: null, taken: 2 },
        ...{ when: null, whenUnasked: null, ceilings: [], share: null, edge: [], further: null },
        conditions: [condition('maxPenalty', '1', '1.0', true)],
      },
    ]);
    expect(account('A3').classes[0]?.conditions).toEqual(k1('17.0', true, '0.0', true, '9.0', true));
    expect(account('B1').classes[0]?.conditions).toEqual(k1('15.0', false, '0.0', true, '8.0', false));
  });

  it('tells what became of it at each, of the places of its own cluster', () => {
    expect(classesOf('A1')).toEqual([
      ['k1', 'given', 2, 2],
      ['k2', 'better', 1, 1],
      ['k3', 'better', null, 2],
    ]);
    expect(classesOf('A4')).toEqual([
      ['k1', 'conditions', 2, 2],
      ['k2', 'places', 1, 1],
      ['k3', 'given', null, 2],
    ]);
    expect(classesOf('A6').map(([, outcome]) => outcome)).toEqual(['unranked', 'unranked', 'unranked']);
    // Half of two ranked units is a place, a fifth of them none.
    expect(classesOf('B1')).toEqual([
      ['k1', 'conditions', 1, 0],
      ['k2', 'places', 0, 0],
      ['k3', 'given', null, 1],
    ]);
    expect(classesOf('B2')).toEqual([
      ['k1', 'conditions', 1, 0],
      ['k2', 'places', 0, 0],
      ['k3', 'conditions', null, 1],
    ]);
  });
});

describe('the account of a reward', () => {
  const asked = (...[rank, total, own, size, kind = 'collective']: [string, string, string, string, string?]) => [
    condition('for', 'collective', kind, kind === 'collective'),
    condition('ranked', 'true', String(rank !== 'null'), rank !== 'null'),
    condition('complete', 'true', String(rank !== 'null'), rank !== 'null'),
    condition('maxRank', '2', rank, rank === '1' || rank === '2'),
    condition('minTotal', '17', total, total === '17.0' || total === '19.0'),
    condition('classes', 'k1, k2', own, own === 'k1' || own === 'k2'),
    condition('minClusterSize', '5', size, size === '5'),
  ];
  const NOTHING_ELSE = {
    missing: [],
    vote: null,
    when: null,
    whenUnasked: null,
    barredBy: [],
    holds: [],
    quotaOf: null,
  };
  const flag = (unit: string) => account(unit).rewards[0]!;
  const note = (unit: string) => account(unit).rewards[1]!;

  it('tells who has it', () => {
    expect(flag('A1')).toEqual({
      ...{ code: 'flag', name: 'Flag', cluster: 'A', outcome: 'proposed', quota: 1, open: 0 },
      ...{ conditions: asked('1', '19.0', 'k1', '5'), proposed: ['A1'], tieAtEdge: [], last: null },
      ...NOTHING_ELSE,
    });
  });

  it('tells who came before where all is met but no place was left', () => {
    const { outcome, conditions, last } = flag('A3');
    expect({ outcome, conditions }).toEqual({ outcome: 'places', conditions: asked('2', '17.0', 'k1', '5') });
    expect(last).toEqual({ unit: 'A1', key: 'total', own: '17.0', other: '19.0', distance: '2' });
  });

  it('tells what is not met', () => {
    expect(flag('A2')).toMatchObject({ outcome: 'conditions', conditions: asked('3', '17.0', 'k2', '5'), last: null });
    expect(flag('A6')).toMatchObject({ outcome: 'conditions', conditions: asked('null', '7.0', 'null', '5') });
    expect(flag('A5')).toMatchObject({ outcome: 'conditions', conditions: asked('4', '10.0', 'k3', '5') });
  });

  it('is that of its own cluster', () => {
    expect(flag('B1')).toEqual({
      ...{ code: 'flag', name: 'Flag', cluster: 'B', outcome: 'conditions', quota: 1, open: 1 },
      ...{ conditions: asked('1', '15.0', 'k3', '2', 'individual'), proposed: [], tieAtEdge: [], last: null },
      ...NOTHING_ELSE,
    });
  });

  it('tells what another reward excludes, over all clusters', () => {
    const excluded = (actual: string) => [
      condition('ranked', 'true', 'true', true),
      condition('complete', 'true', 'true', true),
      condition('excludes.flag', 'false', actual, actual === 'false'),
    ];
    const group = { cluster: null, quota: 3, open: 0, proposed: ['A3', 'A2', 'B1'], tieAtEdge: [] };
    expect(note('A1')).toMatchObject({ ...group, outcome: 'conditions', conditions: excluded('true') });
    expect(note('A3')).toMatchObject({ ...group, outcome: 'proposed', conditions: excluded('false') });
    expect(note('B2')).toMatchObject({
      ...{ ...group, outcome: 'places', conditions: excluded('false') },
      last: { unit: 'B1', key: 'total', own: '13.0', other: '15.0', distance: '2' },
    });
  });
});

describe('the account of the criteria', () => {
  it('tells where each is added, and what counts', () => {
    const of = (unit: string) =>
      account(unit).criteria.map(({ code, place, stage, exact }) => [code, place, stage, exact]);
    expect(of('A2')).toEqual([
      ['a', { part: 'I' }, 'self', '8'],
      ['b', { part: 'II' }, 'self', '8'],
      ['x', 'bonus', 'self', '2'],
      ['y', 'penalty', 'self', '1'],
    ]);
    expect(account('A6').criteria[1]).toEqual({
      ...{
        code: 'b',
        name: 'criterion b',
        kind: 'direct',
        rule: { kind: 'direct' },
        place: { part: 'II' },
        max: '10.0',
        mandatory: true,
      },
      ...{ entries: [], stage: null, steps: [], exact: null, rounding: { digits: 1, mode: 'halfUp' } },
      ...{ rounded: false, cut: null, points: '0.0' },
      ...{ group: null, sign: 'plus', notAssigned: null, best: null, weights: null },
    });
  });

  it('tells the total as it was added up', () => {
    const sum = (criterion: string, points: string, max: string | null) => ({
      ...{ items: [{ criterion, sign: 'plus', points }], groups: [], sum: points, min: '0.0', max },
      ...{ raised: false, cut: false, rescale: null, when: null, points },
    });
    expect(account('A2').total).toEqual({
      parts: [
        { part: 'I', name: 'first', ...sum('a', '8.0', '10.0'), reach: null },
        { part: 'II', name: 'second', ...sum('b', '8.0', '10.0'), reach: null },
      ],
      ...{ rescale: null, base: '16.0', attainable: '20.0', attainableOf: 'assigned' },
      bonus: sum('x', '2.0', null),
      penalty: sum('y', '1.0', '3.0'),
      ...{ sum: '17.0', floor: null, ceiling: '19.0', bound: null, total: '17.0' },
    });
  });

  it('tells the stages that are overruled, and those too low to count', () => {
    const entry = (stage: string, points: string) => ({ unit: 'U', criterion: 'I.1', stage, points, reason: 'r' });
    const told = (...stages: [string, string][]) => {
      const entries = stages.map(([stage, points]) => entry(stage, points));
      const file = smallFile({ file: { entries, ranking: { stage: 'cluster' } } });
      const [criterion] = explain(openStanding(valueOf<Competition>(readCompetition(file))), 'U').criteria;
      return {
        entries: criterion!.entries.map(({ entry: { stage }, status, points }) => [stage, status, points]),
        counts: [criterion!.stage, criterion!.points],
      };
    };
    expect(told(['self', '3.456'])).toEqual({ entries: [['self', 'below', '3.46']], counts: [null, '0.00'] });
    expect(told(['office', '9'], ['self', '7'], ['cluster', '8'])).toEqual({
      entries: [
        ['self', 'overruled', '7.00'],
        ['cluster', 'overruled', '8.00'],
        ['office', 'effective', '9.00'],
      ],
      counts: ['office', '9.00'],
    });
  });
});
