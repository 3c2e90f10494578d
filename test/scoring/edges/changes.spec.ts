import { describe, expect, it } from '@jest/globals';
import {
  checkSheet,
  compile,
  openCluster,
  openStanding,
  readCompetition,
  scoreUnit,
  settle,
  type Entry,
  type JsonObject,
  type JsonValue,
  type Plan,
  type Stage,
} from '@thidua/scoring';
import { competition, fileOf, ranksOf } from './cluster-file.js';
import { told } from '../small-file.js';

describe('a standing that is changed', () => {
  const points = { C: { a: [50], b: [60] }, D: { d: [70] } };
  const over = {
    rewards: [
      { code: 'r', name: 'r', scope: 'cluster', quota: { count: 1 } },
      { code: 'q', name: 'q', scope: 'campaign', quota: { count: 1 } },
    ],
  };
  const entry = (unit: string, criterion: string, value: number, stage: Stage = 'self'): Entry =>
    ({ unit, criterion, stage, points: value, reason: 'r' }) as Entry;
  const open = () => openStanding(competition(points, over));
  const seen = (standing: ReturnType<typeof open>): string[] => [
    ...ranksOf(standing.result('-')),
    ...standing.rewards().map(({ code, cluster, proposed }) => `${code} ${cluster} ${String(proposed)}`),
  ];
  const before = ['C b:1 a:2', 'D d:1', 'r C b', 'r D d', 'q null d'];

  it('says what it touched, and shows it at once', () => {
    const standing = open();
    expect(seen(standing)).toEqual(before);
    expect(standing.apply({ put: entry('a', 'a', 99) })).toEqual({ ok: true, value: { unit: 'a', cluster: 'C' } });
    expect(seen(standing)).toEqual(['C a:1 b:2', 'D d:1', 'r C a', 'r D d', 'q null a']);
    expect(standing.scoreOf('a').total).toBe('99');
    expect(standing.apply({ remove: { unit: 'a', criterion: 'a', stage: 'self' } })).toEqual({
      ...{ ok: true, value: { unit: 'a', cluster: 'C' } },
    });
    expect(seen(standing)).toEqual(before);
    expect(standing.scoreOf('a')).toMatchObject({ total: '0', complete: false, missing: ['a'] });
  });

  it('tells what is wrong with an entry, and changes nothing', () => {
    const standing = open();
    const refused = standing.apply({ put: entry('a', 'a', 101) });
    expect(refused.ok ? [] : told(refused.errors)).toEqual([
      'entry.points.range entries[0].points {"value":"101","most":"100"}',
    ]);
    const { reason: _reason, ...silent } = entry('a', 'a', 51, 'cluster');
    const unexplained = standing.apply({ put: silent as Entry });
    expect(unexplained.ok ? [] : told(unexplained.errors)).toEqual([
      'entry.reason.missing entries[0].reason {"reason":"points"}',
    ]);
    expect(seen(standing)).toEqual(before);
    expect(standing.entriesOf('a', 'a')).toHaveLength(1);
  });

  it('keeps the entries of each stage, and takes away none that is not there', () => {
    const standing = open();
    standing.apply({ put: entry('a', 'a', 90, 'office') });
    standing.apply({ put: entry('a', 'a', 70, 'cluster') });
    expect(standing.entriesOf('a', 'a').map(({ stage }) => stage)).toEqual(['self', 'cluster', 'office']);
    expect(standing.entriesOf('a', 'nothing')).toEqual([]);
    expect(standing.scoreOf('a').criteria['a']).toEqual({ points: '90', stage: 'office' });
    standing.apply({ remove: { unit: 'a', criterion: 'a', stage: 'office' } });
    expect(standing.scoreOf('a').criteria['a']).toEqual({ points: '70', stage: 'cluster' });
    expect(standing.apply({ remove: { unit: 'a', criterion: 'x', stage: 'office' } }).ok).toBe(true);
    expect(standing.scoreOf('a').total).toBe('70');
  });

  it('asks for a reason against the stage next below, not against any', () => {
    const standing = open();
    standing.apply({ put: entry('b', 'a', 70, 'cluster') });
    const { reason: _reason, ...silent } = entry('b', 'a', 70, 'office');
    expect(standing.apply({ put: silent as Entry })).toEqual({ ok: true, value: { unit: 'b', cluster: 'C' } });
  });

  it('takes away what it is told, and nothing beside it', () => {
    const standing = open();
    expect(standing.apply({ remove: { unit: 'b', criterion: 'x', stage: 'office' } }).ok).toBe(true);
    standing.apply({ put: entry('b', 'x', 5) });
    standing.apply({ put: entry('b', 'y', 2) });
    expect(standing.scoreOf('b').total).toBe('63');
    standing.apply({ remove: { unit: 'b', criterion: 'x', stage: 'self' } });
    expect([standing.scoreOf('b').total, standing.scoreOf('a').total]).toEqual(['58', '50']);
    standing.apply({ remove: { unit: 'b', criterion: 'y', stage: 'self' } });
    expect(seen(standing)).toEqual(before);
  });

  it('goes between figures of any length and none, and knows who lacks one', () => {
    const standing = openStanding(competition(points, { ranking: { missing: 'unranked' } }));
    const long = (unit: string, whole: number): Entry =>
      ({ unit, criterion: 'a', stage: 'self', points: `${whole}.${'0'.repeat(30)}1` }) as Entry;
    const remove = (unit: string): void => {
      standing.apply({ remove: { unit, criterion: 'a', stage: 'self' } });
    };
    const shown = (): string[] => {
      const now = standing.result('-').clusters[0]!.standings;
      standing.recompute();
      expect(standing.result('-').clusters[0]!.standings).toEqual(now);
      return now.map(({ unit, rank, total }) => `${unit} ${rank} ${total}`);
    };
    standing.apply({ put: long('a', 61) });
    expect(shown()).toEqual(['a 1 61', 'b 2 60']);
    standing.apply({ put: long('b', 62) });
    expect(shown()).toEqual(['b 1 62', 'a 2 61']);
    standing.apply({ put: entry('a', 'a', 10) });
    expect(shown()).toEqual(['b 1 62', 'a 2 10']);
    remove('b');
    expect(shown()).toEqual(['a 1 10', 'b null 0']);
    remove('b');
    remove('a');
    expect(shown()).toEqual(['a null 0', 'b null 0']);
    standing.apply({ put: long('b', 5) });
    standing.apply({ put: entry('b', 'a', 6) });
    standing.apply({ put: long('b', 7) });
    expect(shown()).toEqual(['b 1 7', 'a null 0']);
    remove('b');
    expect(shown()).toEqual(['a null 0', 'b null 0']);
    standing.apply({ put: entry('a', 'a', 3) });
    expect(shown()).toEqual(['a 1 3', 'b null 0']);
  });

  it('is opened over a plan with entries, or with none', () => {
    const { entries: _entries, ...rules } = competition(points, over);
    const plan = compile(rules);
    expect(ranksOf(openStanding(plan, [entry('b', 'a', 5)]).result('-'))).toEqual(['C b:1 a:2', 'D d:1']);
    const empty = (openStanding as unknown as (plan: Plan) => ReturnType<typeof open>)(plan);
    expect(ranksOf(empty.result('-'))).toEqual(['C a:1= b:1=', 'D d:1']);
  });

  it('has no units, clusters or criteria but its own', () => {
    const standing = open();
    expect(() => standing.apply({ put: entry('X', 'a', 1) })).toThrow(RangeError);
    expect(() => standing.apply({ remove: { unit: 'a', criterion: 'X', stage: 'self' } })).toThrow(TypeError);
    expect(() => standing.scoreOf('X')).toThrow(RangeError);
    expect(() => standing.entriesOf('X', 'a')).toThrow(RangeError);
    expect(() => standing.ranking('X')).toThrow(RangeError);
  });
});

describe('a plan', () => {
  const points = { C: { a: [50], b: [60] }, D: { d: [70] } };
  const plan = (): Plan => {
    const { entries: _entries, ...rules } = competition(points);
    return compile(rules);
  };

  it('says what it was never checked for', () => {
    const { entries: _entries, ...rules } = competition(points);
    expect(() => compile({ ...rules, scales: [] })).toThrow(/^rules that were never checked: ref\.unknown clusters/);
    expect(() => compile(null as never)).toThrow(TypeError);
    expect(plan().scaleOf('d').code).toBe('S');
    expect(() => plan().scaleOf('X')).toThrow('no unit X in this plan');
  });

  it('scores its own units on its own criteria', () => {
    const self = (criterion: string, value: number): Entry =>
      ({ unit: 'a', criterion, stage: 'self', points: value }) as Entry;
    expect(scoreUnit(plan(), 'a', [self('a', 5), self('y', 2)])).toEqual({
      ...{ unit: 'a', complete: true, total: '3', base: '5', bonus: '0', penalty: '2', parts: { I: '5' }, missing: [] },
      ...{ groups: {}, attainable: '100', facts: [] },
      criteria: { a: { points: '5', stage: 'self' }, y: { points: '2', stage: 'self' } },
    });
    expect(() => scoreUnit(plan(), 'X', [])).toThrow('no unit X in this plan');
    expect(() => scoreUnit(plan(), 'a', [self('X', 1)])).toThrow('scale S has no criterion X');
    expect(() => scoreUnit(plan(), 'a', [self('a', 101)])).toThrow('(entry.points.range)');
  });

  it('ranks its own clusters, and settles them all together', () => {
    expect(() => openCluster(plan(), 'X')).toThrow('no cluster X in this plan');
    const open = openCluster(plan(), 'D');
    expect(open.ranking().standings).toMatchObject([{ unit: 'd', rank: 1, total: '0' }]);
    expect(open.rewards()).toEqual([]);
    const stored = { ranking: open.ranking(), basis: open.basis(), rewards: open.rewards() };
    expect(() => settle(plan(), [stored])).toThrow('no ranking of cluster C');
  });
});

describe('rewards of rankings that were stored', () => {
  const reward = (code: string, scope: string, over: object = {}): JsonObject =>
    ({ code, name: code, scope, quota: { percent: 50, rounding: 'up' }, ...over }) as JsonObject;
  const over = {
    ranking: { missing: 'unranked' },
    rewards: [
      reward('near', 'cluster'),
      reward('large', 'cluster', { minClusterSize: 3 }),
      reward('far', 'campaign', { excludes: ['near'] }),
    ],
  };
  const stored = () => competition({ C: { a: [50], b: [60], c: [null] }, D: { d: [70] } }, over);

  it('are those of one cluster, then those of all', () => {
    const plan = compile((({ entries: _entries, ...rules }) => rules)(stored()));
    const entries = stored().entries as Entry[];
    const opened = plan.clusters.map(({ code, units }) => {
      const open = openCluster(plan, code);
      for (const unit of units) {
        const own = entries.filter((entry) => entry.unit === unit);
        open.enter(
          unit,
          own.map((entry) => ({ ...entry, stage: 'self' })),
        );
      }
      return { ranking: open.ranking(), basis: open.basis(), rewards: open.rewards() };
    });
    const listed = (rows: { code: string; cluster: string | null; quota: number; proposed: string[] }[]): string[] =>
      rows.map(({ code, cluster, quota, proposed }) => `${code} ${cluster} ${quota} ${String(proposed)}`);
    // Half of two ranked units is one place; the third has no rank, so that the cluster is no larger than two.
    expect(opened.map(({ rewards }) => listed(rewards))).toEqual([
      ['near C 1 b', 'large C 1 '],
      ['near D 1 d', 'large D 1 '],
    ]);
    expect(listed(settle(plan, opened.toReversed()).rewards)).toEqual(['far null 2 a']);
  });
});

describe('a sheet', () => {
  const plan = (): Plan => {
    const { entries: _entries, ...rules } = competition({ C: { a: [50], b: [60] } });
    return compile(rules);
  };
  const check = (entries: unknown, others: Entry[] = [], stage: Stage = 'cluster') =>
    checkSheet(plan(), { unit: 'a', stage }, entries as JsonValue, others);
  const errors = (...args: Parameters<typeof check>): string[] => {
    const outcome = check(...args);
    return outcome.ok ? [] : told(outcome.errors);
  };
  const self = (criterion: string, value: number, over: object = {}): Entry =>
    ({ unit: 'a', criterion, stage: 'self', points: value, ...over }) as Entry;

  it('gives its entries with their unit and stage', () => {
    const full = { unit: 'a', stage: 'cluster', criterion: 'a', points: 1 };
    expect(check([{ criterion: 'x', points: 2 }, full])).toEqual({
      ok: true,
      value: [{ unit: 'a', stage: 'cluster', criterion: 'x', points: 2 }, full],
    });
    expect(check([])).toEqual({ ok: true, value: [] });
  });

  it('is of one unit and one stage', () => {
    expect(errors([{ unit: 'b', stage: 'self', criterion: 'a', points: 1 }])).toEqual([
      'field.range entries[0].unit {"reason":"sheet","key":"unit","expected":"a"}',
      'field.range entries[0].stage {"reason":"sheet","key":"stage","expected":"cluster"}',
    ]);
    for (const none of [{}, null, 'x']) expect(errors(none)).toEqual(['field.type entries {"expected":"list"}']);
    expect(errors([5])).toEqual(['field.type entries[0] {"expected":"object"}']);
    expect(() => checkSheet(plan(), { unit: 'X', stage: 'self' }, [], [])).toThrow('no unit X in this plan');
  });

  it('gives a reason where the stage below says otherwise', () => {
    const entries = [{ criterion: 'a', points: 2 }];
    expect(errors(entries, [self('a', 2)])).toEqual([]);
    expect(errors(entries, [self('a', 1)])).toEqual(['entry.reason.missing entries[0].reason {"reason":"points"}']);
    expect(errors([{ ...entries[0], reason: 'r' }], [self('a', 1)])).toEqual([]);
    expect(errors(entries, [self('x', 1)])).toEqual([]);
    // What stands above was judged when it was entered, and its own stage is entered anew.
    expect(errors(entries, [self('a', 1, { stage: 'office' })])).toEqual([]);
    expect(errors(entries, [self('a', 1, { stage: 'cluster' })])).toEqual([]);
    // The next lower stage that exists counts, and one the scale no longer knows lends nothing.
    expect(errors(entries, [self('a', 1), self('gone', 1)], 'office')).toEqual([
      'entry.reason.missing entries[0].reason {"reason":"points"}',
    ]);
    const both = [self('a', 1), self('a', 2, { stage: 'cluster' })];
    expect(errors(entries, both, 'office')).toEqual([]);
  });

  it('is told only what is wrong, and not what follows from it', () => {
    expect(errors([{ criterion: 'a', points: 101, actual: 1 }])).toEqual([
      'entry.value.shape entries[0].actual {"reason":"extra","key":"actual"}',
    ]);
    const outcome = readCompetition(
      fileOf({ C: { a: [] } }, { entries: [{ unit: 'a', criterion: 'a', stage: 'x', points: 101 }] }),
    );
    expect(outcome.ok ? [] : told(outcome.errors)).toEqual([
      'ref.unknown entries[0].stage {"reason":"stage","value":"x"}',
    ]);
  });
});
