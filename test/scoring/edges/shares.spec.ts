import { describe, expect, it } from '@jest/globals';
import {
  compile,
  explain,
  openCluster,
  openStanding,
  settle,
  type Entry,
  type JsonObject,
  type ResultDocument,
} from '@thidua/scoring';
import { competition, resultOf, type Points } from './cluster-file.js';

/** Classes k1, k2, …. */
const classes = (...rules: JsonObject[]): JsonObject => ({
  classes: rules.map((rule, index) => ({ code: `k${index + 1}`, name: 'k', ...rule })),
});
/** p per cent of the class after it. */
const next = (percent: number | string, at: number, scope = 'cluster'): JsonObject => ({
  maxShare: { percent, of: `class:k${at + 1}`, scope },
});
const campaign = (percent: number): JsonObject => ({ maxShare: { percent, scope: 'campaign' } });
const when = (expr: string): JsonObject => ({ when: { inputs: { t: 'total' }, expr } });
/** A cluster of so many units, each with a point less than the one before. */
const row = (length: number): Points => ({
  C: Object.fromEntries(Array.from({ length }, (_, index) => [`u${100 + index}`, [100 - index * 0.5]])),
});
const OF_TWO_DIGITS = { rounding: { digits: 2 } };
const told = ({ clusters }: ResultDocument): string =>
  clusters
    .flatMap(({ standings }) => standings.map((standing) => `${standing.unit}:${standing.class ?? '-'}`))
    .join(' ');
/** How many have each class, then none, of one cluster. */
const counts = (length: number, ...rules: JsonObject[]): number[] => {
  const over = classes(...rules);
  const file = competition(row(length), { scales: [{ ...scaleOf(), ...OF_TWO_DIGITS }], ...over });
  const given = openStanding(file)
    .result('-')
    .clusters[0]!.standings.map((standing) => standing.class);
  return [...rules.map((_, index) => `k${index + 1}`), null].map(
    (code) => given.filter((each) => each === code).length,
  );
};
const scaleOf = (): JsonObject => {
  const direct = (code: string): JsonObject => ({ code, name: code, max: 100, rule: { kind: 'direct' } });
  return {
    ...{ code: 'S', version: 1, name: 'S', parts: [{ code: 'I', name: 'I', max: 100, criteria: [direct('a')] }] },
    ...{ bonus: { criteria: [direct('x')] }, penalty: { criteria: [direct('y')] } },
  };
};

describe('shares of the next class', () => {
  it('are as large as they can be, whatever is a share of what', () => {
    // e of k1, twice as many of k2, twice as many again of k3.
    expect(counts(1, {})).toEqual([1, 0]);
    expect(counts(7, next(50, 1), next(50, 2), {})).toEqual([1, 2, 4, 0]);
    expect(counts(6, next(50, 1), next(50, 2), {})).toEqual([0, 2, 4, 0]);
    expect(counts(15, next(50, 1), next(50, 2), {})).toEqual([2, 4, 9, 0]);
    expect(counts(15, next(50, 1), next(50, 2), next(50, 3), {})).toEqual([1, 2, 4, 8, 0]);
    expect(counts(7, next(100, 1), next(100, 2), {})).toEqual([2, 2, 3, 0]);
    // More may have a class than the next, and only the last of all has the last.
    expect(counts(4, next(300, 1), when('t == 98.5'))).toEqual([3, 1, 0]);
    expect(counts(13, next(300, 1), next(300, 2), when('t == 94'))).toEqual([9, 3, 1, 0]);
  });

  it('are counted anew for others that are as many', () => {
    // Were the third given the first class, the second would be left to one, which is less than 99 per cent of it.
    const chain = [{ ...next(99, 1), ...when('t == 99') }, next(50, 2), { ...next(50, 3), ...when('t != 99.5') }];
    expect(counts(14, ...chain, when('t != 99.5'))).toEqual([0, 2, 4, 8, 0]);
  });

  it('count of the next class whom it takes, and nobody else', () => {
    const seven = { C: { a: [70], b: [60], c: [50], d: [40], e: [30], f: [20], g: [10] } };
    const chain = [next(50, 1), next(50, 2)];
    expect(told(resultOf(seven, classes(...chain, when('t <= 40'))))).toBe('a:k1 b:k2 c:k2 d:k3 e:k3 f:k3 g:k3');
    expect(told(resultOf(seven, classes(...chain, when('t <= 30'))))).toBe('a:k2 b:- c:- d:- e:k3 f:k3 g:k3');
    // Of those that wait, some stand before units that have their class already.
    const before = when('t == 60');
    expect(told(resultOf(seven, classes(before, next(20, 2), when('t != 60'))))).toBe(
      'a:k2 b:k1 c:k3 d:k3 e:k3 f:k3 g:k3',
    );
    expect(told(resultOf(seven, classes(before, next(20, 2), when('t != 50'))))).toBe(
      'a:k3 b:k1 c:- d:k3 e:k3 f:k3 g:k3',
    );
  });

  it('are exact, however long the percentage', () => {
    // A third of three is one; anything less, however little, is none.
    expect(counts(4, next('33.3333333333333333333', 1), {})).toEqual([0, 4, 0]);
    expect(counts(4, next('33.3333333333333333334', 1), {})).toEqual([1, 3, 0]);
    expect(counts(4, next('33.3333333333333333334', 1), when('t != 98.5'))).toEqual([0, 3, 1]);
    expect(counts(4, next('33.33333', 1), {})).toEqual([0, 4, 0]);
    expect(counts(4, next('33.33334', 1), {})).toEqual([1, 3, 0]);
    expect(counts(8, next('33.33334', 1), {})).toEqual([2, 6, 0]);
    expect(counts(8, next('99.9999999999999999999', 1), {})).toEqual([3, 5, 0]);
    expect(counts(8, next('0.00001', 1), {})).toEqual([0, 8, 0]);
    // A 128th is 0.78125 per cent.
    expect(counts(129, next('0.78125', 1), {})).toEqual([1, 128, 0]);
    expect(counts(128, next('0.78125', 1), {})).toEqual([0, 128, 0]);
    expect(counts(65, next('1.5625', 1), {})).toEqual([1, 64, 0]);
    expect(counts(64, next('1.5625', 1), {})).toEqual([0, 64, 0]);
  });

  it('follow every change', () => {
    const seven = { C: { a: [70], b: [60], c: [50], d: [40], e: [30], f: [20], g: [10] } };
    const standing = openStanding(competition(seven, classes(next(50, 1), next(50, 2), { minTotal: 10 })));
    const put = (unit: string, points: number): string => {
      standing.apply({ put: { unit, criterion: 'a', stage: 'self', points } as Entry });
      return told(standing.result('-'));
    };
    const first = 'a:k1 b:k2 c:k2 d:k3 e:k3 f:k3 g:k3';
    expect(told(standing.result('-'))).toBe(first);
    expect(put('g', 5)).toBe('a:k2 b:k2 c:k3 d:k3 e:k3 f:k3 g:-');
    expect(put('g', 10)).toBe(first);
    expect(put('g', 11)).toBe(first);
    expect(put('a', 9)).toBe('b:k2 c:k2 d:k3 e:k3 f:k3 g:k3 a:-');
  });
});

describe('shares of the campaign', () => {
  const two = { C: { a: [90], b: [70], c: [50] }, D: { d: [80], e: [60], f: [40] } };
  const facts: JsonObject = {
    factKinds: [
      { code: 'low', name: 'low', classAtMost: 'k2' },
      { code: 'none', name: 'none' },
      { code: 'lower', name: 'lower', classAtMost: 'k3' },
    ],
    facts: [
      { unit: 'a', kind: 'low', from: '2022-01-01' },
      { unit: 'd', kind: 'low', from: '2022-01-01' },
      { unit: 'd', kind: 'lower', from: '2022-01-01' },
      { unit: 'd', kind: 'none', from: '2022-01-01' },
      { unit: 'b', kind: 'none', from: '2022-01-01' },
    ],
  };

  it('walk all clusters together, and pass over whom a fact allows no better class', () => {
    const open = classes(campaign(50), campaign(50), {});
    expect(told(resultOf(two, open))).toBe('a:k1 b:k1 c:k2 d:k1 e:k2 f:k2');
    expect(told(resultOf(two, { ...facts, ...open }))).toBe('a:k2 b:k1 c:k1 d:k3 e:k1 f:k2');
    // The same of one cluster alone.
    const own = classes({ maxPercent: 50 }, { maxPercent: 50 }, {});
    expect(told(resultOf(two, { ...facts, ...own }))).toBe('a:k2 b:k1 c:k3 d:k3 e:k1 f:k2');
  });

  it('are told apart from those of a cluster', () => {
    const standing = openStanding(competition(two, classes(campaign(34), { maxPercent: 67 }, {})));
    expect(told(standing.result('-'))).toBe('a:k1 b:k2 c:k2 d:k1 e:k2 f:k2');
    const account = (unit: string): unknown[] =>
      explain(standing, unit).classes.map(({ code, places, taken, share, edge }) => [
        ...[code, places, taken, share?.scope, share?.counted, edge],
      ]);
    expect(account('c')).toEqual([
      ['k1', 2, 2, 'campaign', 6, ['b']],
      ['k2', 2, 2, 'cluster', 3, []],
      ['k3', null, 0, undefined, undefined, []],
    ]);
  });

  it('say who would be next, and what that would change', () => {
    const standing = openStanding(competition({ C: { a: [90], b: [70], c: [50], d: [40] } }, classes(next(34, 1), {})));
    const [first] = explain(standing, 'b').classes;
    expect([first!.taken, first!.edge, first!.further]).toEqual([
      1,
      ['b'],
      { taken: 2, counted: 2, most: '0.68', movers: [] },
    ]);
    const full = competition({ C: { a: [90], b: [70], c: [50] } }, classes({ ...next(50, 1), minTotal: 80 }, {}));
    const [whole] = explain(openStanding(full), 'b').classes;
    expect([whole!.taken, whole!.edge, whole!.further]).toEqual([1, [], null]);
  });
});

describe('clusters that are settled from what was stored', () => {
  const settled = (points: Points, over: JsonObject) => {
    const file = competition(points, over);
    const plan = compile((({ entries: _entries, ...rules }) => rules)(file));
    const entries = (file.entries ?? []).map((entry) => ({ stage: 'self', ...entry })) as Entry[];
    const stored = plan.clusters.map(({ code, units }) => {
      const open = openCluster(plan, code);
      for (const unit of units)
        open.enter(
          unit,
          entries.filter((entry) => entry.unit === unit),
        );
      return { ranking: open.ranking(), basis: open.basis(), rewards: open.rewards() };
    });
    return { plan, stored, settlement: settle(plan, stored) };
  };
  const two = { C: { a: [90, 0, 2], b: [70], c: [50] }, D: { d: [80, 0, 1], e: [60, 0, 3], f: [40, 0, 0] } };

  it('keep the ceilings of facts', () => {
    const factKinds: JsonObject[] = [
      { code: 'low', name: 'low', classAtMost: 'k2' },
      { code: 'lower', name: 'lower', classAtMost: 'k3' },
      { code: 'none', name: 'none' },
    ];
    const facts = ['low', 'lower', 'none'].map((kind) => ({ unit: 'a', kind, from: '2022-01-01' }));
    const more = [
      { unit: 'd', kind: 'low', from: '2022-01-01' },
      { unit: 'b', kind: 'none', from: '2022-01-01' },
    ];
    const over = { factKinds, facts: [...facts, ...more], ...classes(campaign(34), campaign(34), {}) };
    expect(settled(two, over).settlement.classes).toEqual({ a: 'k3', b: 'k1', c: 'k2', d: 'k2', e: 'k1', f: 'k3' });
  });

  it('walk the keys as they were, a penalty the lower the better', () => {
    const ranking = { precedence: ['penalty', 'total'] };
    const over = { ranking, ...classes(campaign(50), {}) };
    // Penalties: b, c and f have none, then d 1, a 2, e 3.
    expect(settled(two, over).settlement.classes).toEqual({ a: 'k2', b: 'k1', c: 'k1', d: 'k2', e: 'k2', f: 'k1' });
    const parts = { ranking, ...classes({ ...campaign(100), minParts: { I: 60 }, maxPenalty: 2 }, {}) };
    expect(settled(two, parts).settlement.classes).toEqual({ a: 'k1', b: 'k1', c: 'k2', d: 'k1', e: 'k2', f: 'k2' });
  });

  it('tell the classes of none but those who need another', () => {
    const head = { code: 'h', name: 'h', kind: 'individual', headOf: 'a' };
    const other = { code: 'i', name: 'i', kind: 'individual' };
    const clusters = [
      {
        ...{ code: 'C', name: 'C', scale: 'S' },
        units: [
          { code: 'a', name: 'a' },
          { code: 'b', name: 'b' },
        ],
      },
      { code: 'D', name: 'D', scale: 'S', units: [head, other] },
    ];
    const entries = Object.entries({ a: 40, b: 90, h: 99, i: 80 }).map(([unit, points]) => ({
      ...{ unit, criterion: 'a', points },
    }));
    const over = { clusters, entries, ...classes({ minTotal: 50 }, {}) };
    const { settlement } = settled({ C: { a: [40], b: [90] } }, over);
    expect(settlement.classes).toEqual({ h: 'k2', i: 'k1' });
    // A change of the one cluster shows in the other, though nothing was entered there.
    const standing = openStanding(competition({ C: { a: [40] } }, over));
    expect(told(standing.result('-'))).toBe('b:k1 a:k2 h:k2 i:k1');
    standing.apply({ put: { unit: 'a', criterion: 'a', stage: 'self', points: 60 } as Entry });
    expect(standing.ranking('D').standings.map((each) => each.class)).toEqual(['k1', 'k1']);
    expect(told(standing.result('-'))).toBe('b:k1 a:k1 h:k1 i:k1');
  });

  it('propose nobody who is not complete, and go by totals of any length', () => {
    const rewards = [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 2 } }];
    const { settlement } = settled({ C: { a: [90], b: [null, 99] }, D: { d: [80] } }, { rewards });
    expect(settlement.rewards[0]!.proposed).toEqual(['a', 'd']);
    // In one column, a figure that no double holds beside one that it does.
    const long = '9007199254740993';
    const wide = { ...scaleOf(), ceiling: null, bonus: { criteria: [] as JsonObject[] } };
    wide.bonus.criteria = [{ code: 'x', name: 'x', max: long, rule: { kind: 'direct' } }];
    const entries = Object.entries({ a: long, b: 5, d: 7 }).map(([unit, points]) => ({ unit, criterion: 'x', points }));
    const over = { scales: [wide], entries, ...classes({ ...campaign(100), minTotal: long }, { minTotal: 6 }, {}) };
    const { settlement: given } = settled({ C: { a: [], b: [] }, D: { d: [] } }, over);
    expect(given.classes).toEqual({ a: 'k1', b: 'k3', d: 'k2' });
  });

  it('take along a unit that the rules no longer have', () => {
    const rewards = [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 2 } }];
    const over = { rewards, ...classes(campaign(34), {}) };
    const { stored } = settled({ C: { a: [90], gone: [80] }, D: { d: [70] } }, over);
    const { plan } = settled({ C: { a: [90] }, D: { d: [70] } }, over);
    const { classes: given, rewards: rows } = settle(plan, stored);
    expect([given, rows[0]!.proposed]).toEqual([{ a: 'k1', gone: 'k2', d: 'k2' }, ['a', 'gone']]);
  });
});
