import { describe, expect, it } from '@jest/globals';
import {
  scoreUnit,
  openStanding,
  score,
  explain,
  type LiveStanding,
  type JsonObject,
  type Entry,
} from '@thidua/scoring';
import { competition, direct } from './cluster-file.js';
import { followed, points, put, read, remove, rulesOf, totals, UNITS } from './followed.js';
import { told } from '../small-file.js';

describe('where criteria are not assigned', () => {
  const part = (code: string, ...criteria: string[]): JsonObject => ({
    ...{ code, name: code, max: 20, criteria: criteria.map((each) => direct(each, { max: 10 })) },
  });
  const file = (notAssigned: string, units: string[], over: JsonObject = {}) =>
    read(
      { notAssigned, parts: [part('I', 'a', 'b'), part('II', 'c', 'd')], ...over },
      UNITS,
      UNITS.flatMap(({ code }) => [points(code, 'a', 5), points(code, 'c', 3)]),
      { notAssigned: units.flatMap((unit) => ['b', 'd'].map((criterion) => ({ unit, criterion, reason: 'r' }))) },
    );

  it('a change of one unit scales up its own part, and no other again', () => {
    // 20 in 10: twice the points.
    const all = file('rescalePart', ['u', 'v', 'w']);
    expect(totals(openStanding(all))).toEqual(['u 16', 'v 16', 'w 16']);
    expect(followed(all, put('w', 'a', 6), put('u', 'a', 2), put('v', 'c', 1), remove('u', 'c'))).toEqual([
      ['u 16', 'v 16', 'w 18'],
      ['u 10', 'v 16', 'w 18'],
      ['u 10', 'v 12', 'w 18'],
      ['u 4', 'v 12', 'w 18'],
    ]);
    expect(followed(file('rescalePart', ['v']), put('u', 'a', 2), put('v', 'a', 2))).toEqual([
      ['u 5', 'v 16', 'w 8'],
      ['u 5', 'v 10', 'w 8'],
    ]);
  });

  it('a change of one unit scales up its own base, and no other again', () => {
    const all = file('rescaleBase', ['u', 'v', 'w']);
    expect(totals(openStanding(all))).toEqual(['u 16', 'v 16', 'w 16']);
    expect(followed(all, put('w', 'a', 6), put('u', 'a', 2), put('v', 'c', 1), remove('u', 'c'))).toEqual([
      ['u 16', 'v 16', 'w 18'],
      ['u 10', 'v 16', 'w 18'],
      ['u 10', 'v 12', 'w 18'],
      ['u 4', 'v 12', 'w 18'],
    ]);
    expect(followed(file('rescaleBase', ['v']), put('u', 'a', 2), put('v', 'a', 2))).toEqual([
      ['u 5', 'v 16', 'w 8'],
      ['u 5', 'v 10', 'w 8'],
    ]);
  });

  it('a change of one unit scales up its own base where no double holds the sums', () => {
    const bonus = { criteria: [direct('x', { max: `1${'0'.repeat(30)}` })] };
    expect(followed(file('rescaleBase', ['u', 'v', 'w'], { bonus }), put('u', 'a', 2), put('v', 'x', 1))).toEqual([
      ['u 10', 'v 16', 'w 16'],
      ['u 10', 'v 17', 'w 16'],
    ]);
  });

  it('nothing can be entered, and taking it away changes nothing', () => {
    const all = file('full', ['u']);
    expect(followed(all, remove('u', 'b'), remove('w', 'b'))).toEqual([
      ['u 28', 'v 8', 'w 8'],
      ['u 28', 'v 8', 'w 8'],
    ]);
    const refused = openStanding(all).apply(put('u', 'b', 1));
    expect(refused.ok ? [] : told(refused.errors).map((each) => each.split(' ')[0])).toEqual(['entry.notAssigned']);
    const entry = { unit: 'u', criterion: 'b', stage: 'self', points: 1 } as Entry;
    expect(() => scoreUnit(rulesOf(all), 'u', [entry])).toThrow(TypeError);
  });
});

describe('sums that no double holds', () => {
  const wide = direct('x', { max: `1${'0'.repeat(30)}` });
  const scale = {
    parts: [
      {
        ...{ code: 'I', name: 'I', max: 15, min: 1 },
        criteria: [direct('a', { max: 10 }), direct('m', { max: 4, sign: 'minus' })],
        groups: [{ code: 'g', name: 'g', criteria: [direct('c', { max: 5 })] }],
      },
      {
        ...{ code: 'II', name: 'II', max: 9 },
        criteria: [direct('d', { max: 9 }), direct('n', { max: 4, sign: 'minus' })],
      },
    ],
    bonus: { criteria: [wide] },
  };
  const entries = UNITS.flatMap(({ code }) => [points(code, 'a', 8), points(code, 'm', 3), points(code, 'c', 4)]);

  it('subtract what is minus, and add up groups, as all others do', () => {
    const file = read(scale, UNITS, entries);
    const plain = read({ ...scale, bonus: { criteria: [direct('x', { max: 50 })] } }, UNITS, entries);
    expect(totals(openStanding(file))).toEqual(['u 9', 'v 9', 'w 9']);
    const changes = [
      ...[put('w', 'c', 1), put('u', 'm', 4), put('w', 'd', 2), put('w', 'n', 1)],
      ...[remove('v', 'a'), remove('v', 'c'), put('v', 'x', 7)],
    ];
    const shown = followed(file, ...changes);
    expect(shown.at(-1)).toEqual(['u 8', 'v 8', 'w 7']);
    expect(followed(plain, ...changes)).toEqual(shown);
  });

  it('are given up with the entry they come from', () => {
    const file = read(scale, UNITS, [...entries, points('u', 'x', `1${'0'.repeat(30)}`)]);
    expect(totals(openStanding(file))).toEqual([`u 1${'0'.repeat(29)}9`, 'v 9', 'w 9']);
    expect(followed(file, remove('u', 'x'), remove('u', 'a'), remove('u', 'm'))).toEqual([
      ['u 9', 'v 9', 'w 9'],
      ['u 1', 'v 9', 'w 9'],
      ['u 4', 'v 9', 'w 9'],
    ]);
  });

  it('part units of clusters whose scales have other digits', () => {
    // With the one point of part I: 100 times the totals are the same double.
    const [more, less] = ['9007199254739997', '9007199254739996'];
    const bonus = { criteria: [direct('x', { max: '9007199254740000' })] };
    const parts = [{ code: 'I', name: 'I', max: 1, criteria: [direct('a', { max: 1 })] }];
    const clusters = [
      { code: 'C', name: 'C', scale: 'S', units: ['a', 'b'].map((code) => ({ code, name: code })) },
      { code: 'D', name: 'D', scale: 'T', units: [{ code: 'd', name: 'd' }] },
    ];
    const scales: JsonObject[] = [
      { code: 'S', version: 1, name: 'S', rounding: { digits: 0 }, parts, bonus },
      { code: 'T', version: 1, name: 'T', rounding: { digits: 2 }, parts },
    ];
    const rewards = [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 1 } }];
    const given = ['a', 'b', 'd'].map((unit) => points(unit, 'a', 1));
    const file = read({}, UNITS, [...given, points('a', 'x', less), points('b', 'x', more)], {
      scales,
      clusters,
      rewards,
    });
    expect(openStanding(file).rewards()[0]).toMatchObject({ proposed: ['b'], tieAtEdge: [] });
  });
});

describe('large clusters', () => {
  const scale = { parts: [{ code: 'I', name: 'I', max: 100, criteria: [direct('a'), direct('b')] }] };
  const many = (length: number) => Array.from({ length }, (_, index) => ({ code: `u${1000 + index}` }));

  it('of which hardly anybody has entered something', () => {
    const file = read(scale, many(40), [points('u1002', 'a', 7), points('u1007', 'a', 8), points('u1039', 'b', 9)]);
    const all = (standing: LiveStanding) => totals(standing).filter((each) => !each.endsWith(' 0'));
    expect(all(openStanding(file))).toEqual(['u1002 7', 'u1007 8', 'u1039 9']);
    const standing = openStanding(file);
    standing.apply(put('u1039', 'a', 1));
    standing.apply(remove('u1002', 'a'));
    standing.recompute();
    expect(all(standing)).toEqual(['u1007 8', 'u1039 10']);
  });

  it('keep the entries of each unit and each stage apart', () => {
    // More cells than are kept together; at the second stage only the last are used.
    const later = { stage: 'cluster', reason: 'r' };
    const file = read(scale, many(1100), [
      ...[points('u1000', 'a', 3), points('u2099', 'b', 4), points('u2099', 'b', 5, later)],
    ]);
    const standing = openStanding(file);
    const shown = (...units: string[]) =>
      units.map((unit) => [standing.scoreOf(unit).total, standing.scoreOf(unit).criteria]);
    expect(shown('u1000', 'u1001', 'u2099')).toEqual([
      ['3', { a: { points: '3', stage: 'self' } }],
      ['0', {}],
      ['5', { b: { points: '5', stage: 'cluster' } }],
    ]);
    expect(standing.entriesOf('u1001', 'a')).toEqual([]);
    expect(standing.entriesOf('u1000', 'a')).toHaveLength(1);
    standing.apply(put('u1000', 'a', 2, later));
    standing.apply(put('u1001', 'b', 1, later));
    standing.apply(remove('u2099', 'b', { stage: 'cluster' }));
    expect(shown('u1000', 'u1001', 'u2099')).toEqual([
      ['2', { a: { points: '2', stage: 'cluster' } }],
      ['1', { b: { points: '1', stage: 'cluster' } }],
      ['4', { b: { points: '4', stage: 'self' } }],
    ]);
  });
});

describe('a standing without', () => {
  it('classes has none as numbers either', () => {
    const standing = openStanding(competition({ C: { a: [1], b: [2], c: [3] } }));
    expect([...(standing.figures('C').classes as Int32Array)]).toEqual([-1, -1, -1]);
  });

  it('entries is that of nothing entered', () => {
    const { entries: _entries, ...file } = competition({ C: { a: [1] } });
    expect(score(file, '-').clusters[0]!.standings).toMatchObject([{ unit: 'a', total: '0', criteria: {} }]);
  });

  it('anybody who competes has no best to be measured against', () => {
    const parts = [{ code: 'I', name: 'I', max: 10, criteria: [direct('a', { max: 10, rule: { kind: 'relative' } })] }];
    const file = read(
      { parts },
      [{ code: 'u', competes: false }, { code: 'v' }],
      [{ unit: 'u', criterion: 'a', actual: 5 }],
    );
    const [account] = explain(openStanding(file), 'u').criteria;
    expect([account!.points, account!.best]).toEqual(['0', null]);
  });
});
