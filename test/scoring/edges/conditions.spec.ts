import { describe, expect, it } from '@jest/globals';
import {
  openStanding,
  openCluster,
  explain,
  type LiveStanding,
  type JsonObject,
  type JsonValue,
  type Entry,
} from '@thidua/scoring';
import { competition, direct, fileOf } from './cluster-file.js';
import { points, put, read, remove, rulesOf, UNITS } from './followed.js';
import { told } from '../small-file.js';

describe('a condition of the mean', () => {
  const above = { inputs: { v: 'value:a', m: 'mean:a' }, expr: 'v > m' };
  const plain = { inputs: { t: 'total' }, expr: 't > 99' };
  const more = (when: JsonObject, code: string): JsonObject => ({ code, name: code, when });
  const units = { C: { a: [1], b: [2], c: [4] } };
  const open = (over: JsonObject) => openStanding(competition(units, over));
  const rank = (standing: LiveStanding): string[] =>
    standing
      .ranking('C')
      .standings.map(({ unit, class: given, facts }) => [unit, given, ...facts].filter(Boolean).join(' '));

  it('of a class follows what another unit has', () => {
    const standing = open({ classes: [more(plain, 'p'), more(above, 'k')] });
    // The mean is 7/3, then 10/3, then 3.75.
    expect(rank(standing)).toEqual(['c k', 'b', 'a']);
    expect(standing.apply(put('b', 'a', 5)).ok).toBe(true);
    expect(rank(standing)).toEqual(['b k', 'c k', 'a']);
    expect(standing.apply(put('a', 'a', '2.25')).ok).toBe(true);
    expect(rank(standing)).toEqual(['b k', 'c k', 'a']);
    expect(standing.apply(put('a', 'a', '3.1')).ok).toBe(true);
    expect(rank(standing)).toEqual(['b k', 'c', 'a']);
    expect(standing.apply(remove('b', 'a')).ok).toBe(true);
    expect(rank(standing)).toEqual(['c k', 'a', 'b']);
  });

  it('and of nothing else is the same for all', () => {
    const standing = open({ classes: [more({ inputs: { m: 'mean:a' }, expr: 'm > 3' }, 'k')] });
    expect(rank(standing)).toEqual(['c', 'b', 'a']);
    standing.apply(put('b', 'a', 5));
    expect(rank(standing)).toEqual(['b k', 'c k', 'a k']);
    standing.apply(put('a', 'a', 0));
    expect(rank(standing)).toEqual(['b', 'c', 'a']);
  });

  it('of a kind of facts follows what another unit has', () => {
    const standing = open({ factKinds: [more(above, 'f'), { code: 'g', name: 'g' }] });
    expect(rank(standing)).toEqual(['c f', 'b', 'a']);
    standing.apply(put('b', 'a', 5));
    expect(rank(standing)).toEqual(['b f', 'c f', 'a']);
    standing.apply(put('a', 'a', 9));
    expect(rank(standing)).toEqual(['a f', 'b', 'c']);
  });

  it('of a reward follows what another unit has', () => {
    const rewards = [above, plain].map((when, index) => ({ ...more(when, `r${index}`), quota: { count: 3 } }));
    const standing = open({ rewards });
    const proposed = () => standing.rewards().map((row) => row.proposed.join(' '));
    expect(proposed()).toEqual(['c', '']);
    standing.apply(put('b', 'a', 5));
    expect(proposed()).toEqual(['b c', '']);
    standing.apply(put('a', 'a', 9));
    expect(proposed()).toEqual(['a', '']);
  });

  it('does not hold where nobody has a value, and counts exactly who has', () => {
    const when = { inputs: { m: 'mean:a' }, expr: 'm < 3 || m >= 3' };
    const classes = [more(when, 'k')];
    const standing = openStanding(competition({ C: { a: [], b: [] } }, { classes }));
    expect(rank(standing)).toEqual(['a', 'b']);
    const exact = [{ ...more({ inputs: { m: 'mean:a' }, expr: 'm == 1.625' }, 'k') }];
    // 1.5, 2, 1.25 and 1.75 are 6.5.
    const four = { C: { a: [1.5], b: [2], c: [1.25], d: [1.75] } };
    const scales = (fileOf({})['scales'] as JsonObject[]).map((scale) => ({ ...scale, rounding: { digits: 2 } }));
    const given = openStanding(competition(four, { classes: exact, scales }));
    expect(rank(given)).toEqual(['b k', 'd k', 'a k', 'c k']);
    expect(explain(given, 'a').classes[0]!.when!.inputs).toEqual([
      { name: 'm', source: 'mean:a', value: '1.625', mean: { sum: '6.5', count: 4 } },
    ]);
  });
});

describe('a condition that divides by zero', () => {
  const divides = { inputs: { t: 'total' }, expr: '1 / (t - 5) > 0' };
  const classes = [{ code: 'k', name: 'k', when: divides }];
  const units = { C: { a: [8], b: [2] } };
  const open = (over: JsonObject, given: Record<string, Record<string, (number | null)[]>> = units) =>
    openStanding(competition(given, over));

  it('refuses a change, which then changes nothing', () => {
    const standing = open({ classes });
    const before = standing.result('-');
    const refused = standing.apply(put('b', 'a', 5));
    expect(refused.ok ? [] : told(refused.errors)).toEqual([
      'condition.divisionByZero classes[0].when {"unit":"b","name":"b"}',
    ]);
    expect(refused.ok).toBe(false);
    expect(standing.result('-')).toEqual(before);
    expect(standing.faults()).toEqual([]);
    expect(standing.apply(put('b', 'a', 6)).ok).toBe(true);
    expect(standing.ranking('C').standings.map((each) => each.class)).toEqual(['k', 'k']);
  });

  it.each<[string, JsonObject, string]>([
    ['a class', { classes }, 'classes[0].when'],
    ['a kind of facts', { factKinds: [{ code: 'f', name: 'f', when: divides }] }, 'factKinds[0].when'],
    ['a reward', { rewards: [{ code: 'r', name: 'r', quota: { count: 1 }, when: divides }] }, 'rewards[0].when'],
  ])('of %s is told of a cluster by itself, while it does', (_what, over, path) => {
    const cluster = openCluster(rulesOf(competition(units, over)), 'C');
    expect(cluster.faults()).toEqual([]);
    const enter = (value: number): void =>
      cluster.enter('b', [{ unit: 'b', criterion: 'a', stage: 'self', points: value } as Entry]);
    enter(5);
    expect(cluster.faults()).toMatchObject([{ code: 'condition.divisionByZero', path, params: { unit: 'b' } }]);
    enter(6);
    expect(cluster.faults()).toEqual([]);
  });

  it('is not there where none divides', () => {
    expect(open({}).faults()).toEqual([]);
    expect(openCluster(rulesOf(competition(units)), 'C').faults()).toEqual([]);
  });

  const guests = (...codes: string[]): JsonValue => [
    {
      ...{ code: 'C', name: 'C', scale: 'S' },
      units: ['a', 'b'].map((code) => ({ code, name: code, ...(codes.includes(code) && { competes: false }) })),
    },
  ];

  it('is not asked of who is not judged, and may be told of a guest', () => {
    const five = { C: { a: [8], b: [5] } };
    const rewards = [{ code: 'r', name: 'r', quota: { count: 1 }, when: divides }];
    const standing = open({ classes, rewards, clusters: guests('b') }, five);
    expect(standing.faults()).toEqual([]);
    const [account] = explain(standing, 'b').classes;
    expect(account!.when).toMatchObject({ holds: false, inputs: [{ value: '5' }] });
    expect(standing.faults()).toEqual([]);
    expect(standing.apply(put('a', 'a', 9)).ok).toBe(true);
    // Of rewards, nor of units they are not for.
    expect(open({ rewards: [{ ...rewards[0]!, for: 'individual' }] }, five).faults()).toEqual([]);
    const late = { ranking: { missing: 'unranked' } };
    expect(open({ classes, rewards, ...late }, { C: { a: [8], b: [null, 5] } }).faults()).toEqual([]);
  });
});

describe('what is told of stages that are weighed', () => {
  const when = { inputs: { v: 'value:a', p: 'percent:r', t: 'total' }, expr: 'v + p + t > 0' };
  const scale = {
    parts: [
      {
        ...{ code: 'I', name: 'I', max: 20 },
        criteria: [direct('a', { max: 10 }), direct('r', { max: 10, rule: { kind: 'ratio', plan: 4 } })],
      },
    ],
  };
  const entries = [
    ...[points('u', 'a', 4), points('u', 'a', 6, { stage: 'cluster', reason: 'r' })],
    { unit: 'u', criterion: 'r', actual: 2 },
    points('v', 'a', 3),
  ];
  const inputs = (unit: string, over: JsonObject) =>
    explain(
      openStanding(read(scale, UNITS, entries, { classes: [{ code: 'k', name: 'k', when }], ...over })),
      unit,
    ).classes[0]!.when!.inputs.map(({ source, value, stage }) => [source, value, stage].join(' '));

  it('is the stage whose entry a condition reads', () => {
    const weighed = { ranking: { stageWeights: { self: 1, cluster: 3 } } };
    expect(inputs('u', weighed)).toEqual(['value:a 6 cluster', 'percent:r 50 self', 'total 11 ']);
    expect(inputs('v', weighed)).toEqual(['value:a 3 self', 'percent:r  ', 'total 3 ']);
    expect(inputs('u', {})).toEqual(['value:a 6 ', 'percent:r 50 ', 'total 11 ']);
  });
});
