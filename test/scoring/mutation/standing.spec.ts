import { describe, expect, it } from '@jest/globals';
import {
  checkSheet,
  compile,
  openStanding,
  proposeCampaign,
  proposeLocal,
  rankCluster,
  readCompetition,
  score,
  scoreUnit,
  type Competition,
  type Entry,
  type JsonObject,
  type JsonValue,
  type Plan,
  type ResultDocument,
  type Stage,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { told } from './small-file.js';

const direct = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 100, rule: { kind: 'direct' } },
  ...over,
});

/** Clusters by their units, units by their points on a (part I), x (bonus) and y (penalty). Later codes come first. */
type Points = Record<string, Record<string, (number | null)[]>>;

function fileOf(points: Points, over: JsonObject = {}): JsonObject {
  const units = Object.values(points).flatMap((cluster) => Object.entries(cluster));
  return {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
    scales: [
      {
        ...{ code: 'S', version: 1, name: 'S', rounding: { digits: 0 } },
        parts: [{ code: 'I', name: 'I', max: 100, criteria: [direct('a')] }],
        ...{ bonus: { criteria: [direct('x')] }, penalty: { criteria: [direct('y')] } },
      },
    ],
    clusters: Object.entries(points).map(([code, cluster]) => ({
      ...{ code, name: code, scale: 'S' },
      units: Object.keys(cluster).map((unit) => ({ code: unit, name: unit })),
    })),
    entries: units.flatMap(([unit, [a, x, y]]) =>
      Object.entries({ a, x, y }).flatMap(([criterion, value]) =>
        value === undefined || value === null ? [] : [{ unit, criterion, points: value }],
      ),
    ),
    ...over,
  };
}
const competition = (points: Points, over: JsonObject = {}): Competition =>
  valueOf<Competition>(readCompetition(fileOf(points, over)));
const resultOf = (points: Points, over: JsonObject = {}): ResultDocument => score(competition(points, over), '-');
const ranksOf = (result: ResultDocument): string[] =>
  result.clusters.map(({ code, standings }) =>
    [code, ...standings.map(({ unit, rank, tied }) => `${unit}:${rank}${tied ? '=' : ''}`)].join(' '),
  );

describe('the order of a cluster', () => {
  it('is that of the keys, then of the codes, those without a rank last', () => {
    const points = { C: { e: [50], d: [70], c: [null], b: [70], a: [null], f: [70], g: [10] } };
    expect(ranksOf(resultOf(points))).toEqual(['C b:1= d:1= f:1= e:4 g:5 a:6= c:6=']);
    expect(ranksOf(resultOf(points, { ranking: { missing: 'unranked' } }))).toEqual([
      'C b:1= d:1= f:1= e:4 g:5 a:null c:null',
    ]);
  });

  it('goes to the next key only where all before are level', () => {
    const points = { C: { a: [60, 10, 5], b: [65, 0, 0], c: [50, 15, 0], d: [60, 5, 0], e: [60, 5, 0] } };
    const by = (...precedence: string[]): string[] => ranksOf(resultOf(points, { ranking: { precedence } }));
    expect(by('total')).toEqual(['C a:1= b:1= c:1= d:1= e:1=']);
    expect(by('total', 'penalty')).toEqual(['C b:1= c:1= d:1= e:1= a:5']);
    expect(by('total', 'base')).toEqual(['C b:1 a:2= d:2= e:2= c:5']);
    expect(by('total', 'bonus')).toEqual(['C c:1 a:2 d:3= e:3= b:5']);
    expect(by('total', 'part:I', 'penalty')).toEqual(['C b:1 d:2= e:2= a:4 c:5']);
    expect(by('penalty', 'criterion:x')).toEqual(['C c:1 d:2= e:2= b:4 a:5']);
  });

  it('takes a criterion without an entry for 0', () => {
    const points = { C: { a: [50, 0], b: [50], c: [50, 1] } };
    expect(ranksOf(resultOf(points, { ranking: { precedence: ['criterion:x'] } }))).toEqual(['C c:1 a:2= b:2=']);
  });
});

describe('the sums of a unit', () => {
  const sums = (scale: JsonObject, ...points: number[]): string[] => {
    const file = fileOf({ C: { a: points } });
    const [base] = file['scales'] as JsonObject[];
    const result = score(valueOf<Competition>(readCompetition({ ...file, scales: [{ ...base, ...scale }] })), '-');
    const { base: sum, bonus, penalty, total } = result.clusters[0]!.standings[0]!;
    return [sum, bonus, penalty, total];
  };

  it('are cut to their max, the total to its bounds', () => {
    expect(sums({}, 50, 20, 10)).toEqual(['50', '20', '10', '60']);
    expect(sums({}, 5, 2, 10)).toEqual(['5', '2', '10', '0']);
    expect(sums({ floor: null }, 5, 2, 10)).toEqual(['5', '2', '10', '-3']);
    expect(sums({ floor: -2 }, 5, 2, 10)).toEqual(['5', '2', '10', '-2']);
    expect(sums({ floor: 30 }, 5, 2, 10)).toEqual(['5', '2', '10', '30']);
    expect(sums({ ceiling: 55 }, 50, 20, 10)).toEqual(['50', '20', '10', '55']);
    expect(sums({ bonus: { max: 15, criteria: [direct('x')] } }, 50, 20, 10)).toEqual(['50', '15', '10', '55']);
    expect(sums({ penalty: { max: 3, criteria: [direct('y')] } }, 50, 20, 10)).toEqual(['50', '20', '3', '67']);
    const parts = [{ code: 'I', name: 'I', max: 40, criteria: [direct('a')] }];
    expect(sums({ parts }, 50, 20, 10)).toEqual(['40', '20', '10', '50']);
  });
});

describe('classes', () => {
  const given = (points: Points, classes: JsonObject[], over: JsonObject = {}): string[] =>
    resultOf(points, {
      classes: classes.map((rule, index) => ({ code: `k${index + 1}`, name: 'k', ...rule })),
      ...over,
    }).clusters.flatMap(({ standings }) => standings.map((standing) => `${standing.unit}:${standing.class}`));
  const five = { C: { a: [90], b: [80], c: [80], d: [70], e: [60] } };

  it('have floor(p·R/100) places, which no tie group is parted for', () => {
    expect(given(five, [{ maxPercent: 40 }, {}])).toEqual(['a:k1', 'b:k2', 'c:k2', 'd:k2', 'e:k2']);
    expect(given(five, [{ maxPercent: 59 }, {}])).toEqual(['a:k1', 'b:k2', 'c:k2', 'd:k2', 'e:k2']);
    expect(given(five, [{ maxPercent: 60 }, {}])).toEqual(['a:k1', 'b:k1', 'c:k1', 'd:k2', 'e:k2']);
    expect(given(five, [{ maxPercent: 19 }, {}])).toEqual(['a:k2', 'b:k2', 'c:k2', 'd:k2', 'e:k2']);
    expect(given(five, [{ maxPercent: 20 }, { maxPercent: '60.5' }])).toEqual([
      'a:k1',
      'b:k2',
      'c:k2',
      'd:k2',
      'e:null',
    ]);
  });

  it('close where a group finds no room, and go on to the next class', () => {
    const points = { C: { a: [80], b: [80], c: [70], d: [60] } };
    expect(given(points, [{ maxPercent: 25 }, { maxPercent: 50 }])).toEqual(['a:k2', 'b:k2', 'c:null', 'd:null']);
  });

  it('ask for what their conditions say, ends included', () => {
    expect(given(five, [{ minTotal: 80 }])).toEqual(['a:k1', 'b:k1', 'c:k1', 'd:null', 'e:null']);
    expect(given(five, [{ minTotal: '80.01' }])).toEqual(['a:k1', 'b:null', 'c:null', 'd:null', 'e:null']);
    expect(given(five, [{ minParts: { I: 70 } }])).toEqual(['a:k1', 'b:k1', 'c:k1', 'd:k1', 'e:null']);
    const lost = { C: { a: [90, 0, 3], b: [80, 0, 2], c: [70] } };
    expect(given(lost, [{ maxPenalty: 2 }])).toEqual(['a:null', 'b:k1', 'c:k1']);
    expect(given(lost, [{ maxPenalty: '1.99' }])).toEqual(['a:null', 'b:null', 'c:k1']);
  });

  it('count and take only who has a rank', () => {
    const points = { C: { a: [90], b: [80], c: [null], d: [null] } };
    const over = { ranking: { missing: 'unranked' } };
    expect(given(points, [{ maxPercent: 50 }, {}], over)).toEqual(['a:k1', 'b:k2', 'c:null', 'd:null']);
  });
});

describe('rewards', () => {
  const rows = (points: Points, rewards: JsonObject[], over: JsonObject = {}): string[] =>
    resultOf(points, {
      rewards: rewards.map((rule, index) => ({
        ...{ code: `r${index + 1}`, name: 'r', scope: 'cluster', quota: { count: 1 } },
        ...rule,
      })) as JsonValue,
      ...over,
    }).rewards.map(({ code, cluster, quota, open, proposed, tieAtEdge, held }) =>
      [`${code} ${cluster} ${open}/${quota}`, proposed, tieAtEdge, held].map(String).join(' | '),
    );
  const two = { D: { d2: [60], d1: [60], d3: [90] }, C: { c1: [80], c2: [70] } };

  it('are listed by reward, then by cluster in the order of the file', () => {
    expect(rows(two, [{}, { scope: 'campaign' }, { quota: { count: 2 } }])).toEqual([
      'r1 D 0/1 | d3 |  | ',
      'r1 C 0/1 | c1 |  | ',
      'r2 null 0/1 | d3 |  | ',
      'r3 D 1/2 | d3 | d1,d2 | ',
      'r3 C 0/2 | c1,c2 |  | ',
    ]);
  });

  it('look at rewards of all clusters where they exclude one of the campaign', () => {
    const rewards = [{ scope: 'campaign' }, { excludes: ['r1'] }, { excludes: ['r2'], quota: { count: 3 } }, {}];
    expect(rows(two, rewards)).toEqual([
      'r1 null 0/1 | d3 |  | ',
      'r2 D 1/1 |  | d1,d2 | ',
      'r2 C 0/1 | c1 |  | ',
      'r3 D 0/3 | d3,d1,d2 |  | ',
      'r3 C 2/3 | c2 |  | ',
      'r4 D 0/1 | d3 |  | ',
      'r4 C 0/1 | c1 |  | ',
    ]);
  });

  it('exclude only what came earlier, in the same or another scope', () => {
    expect(rows(two, [{ excludes: ['r2'] }, { scope: 'campaign', excludes: ['r1'], quota: { count: 2 } }])).toEqual([
      'r1 D 0/1 | d3 |  | ',
      'r1 C 0/1 | c1 |  | ',
      'r2 null 1/2 | c2 | d1,d2 | ',
    ]);
  });

  it('have the places of their quota, of the ranked units they are for', () => {
    const open = (quota: JsonObject, over: JsonObject = {}): string[] =>
      rows({ C: { a: [9], b: [8], c: [7], d: [6], e: [null] } }, [{ quota }], over).map((row) => row.split(' ')[2]!);
    const unranked = { ranking: { missing: 'unranked' } };
    expect(open({ percent: 50 })).toEqual(['0/2']);
    expect(open({ percent: 50, rounding: 'up' })).toEqual(['0/3']);
    expect(open({ percent: 50, rounding: 'halfUp' })).toEqual(['0/3']);
    expect(open({ percent: 49, rounding: 'halfUp' })).toEqual(['0/2']);
    expect(open({ percent: 50, rounding: 'up' }, unranked)).toEqual(['0/2']);
    expect(open({ percent: 100 })).toEqual(['1/5']); // e is ranked, but not complete
    expect(open({ count: 0 })).toEqual(['0/0']);
    expect(open({ count: 6 })).toEqual(['2/6']);
  });

  it('ask for what their conditions say, ends included', () => {
    const points = { C: { a: [90], b: [80], c: [80], d: [70] } };
    const proposed = (rule: JsonObject, over: JsonObject = {}): string =>
      rows(points, [{ quota: { count: 4 }, ...rule }], over)[0]!.split(' | ')[1]!;
    expect(proposed({})).toBe('a,b,c,d');
    expect(proposed({ maxRank: 2 })).toBe('a,b,c');
    expect(proposed({ maxRank: 3 })).toBe('a,b,c');
    expect(proposed({ maxRank: 1 })).toBe('a');
    expect(proposed({ minTotal: 80 })).toBe('a,b,c');
    expect(proposed({ minTotal: '80.5' })).toBe('a');
    expect([proposed({ minClusterSize: 4 }), proposed({ minClusterSize: 5 })]).toEqual(['a,b,c,d', '']);
    expect(proposed({ for: 'individual' })).toBe('');
    const classes = [
      { code: 'x', name: 'x', minTotal: 90 },
      { code: 'y', name: 'y', minTotal: 80 },
    ];
    expect(proposed({ classes: ['y'] }, { classes })).toBe('b,c');
    expect(proposed({ classes: ['x', 'y'] }, { classes })).toBe('a,b,c');
  });

  it('measure a cluster by who has a rank in it', () => {
    const points = { C: { a: [90], b: [80], c: [null] } };
    const size = (minClusterSize: number): string =>
      rows(points, [{ minClusterSize }], { ranking: { missing: 'unranked' } })[0]!.split(' | ')[1]!;
    expect([size(2), size(3)]).toEqual(['a', '']);
  });

  it('list who is held, and pass them over', () => {
    const hold = (unit: string, from: string, to?: string): JsonObject => ({
      ...{ unit, kind: 'k', from },
      ...(to !== undefined && { to }),
    });
    const points = { C: { e: [90], d: [80], c: [70], b: [60], a: [50] } };
    const held = (...holds: JsonObject[]): string =>
      rows(points, [{ quota: { count: 2 }, minTotal: 60 }], { asOf: '2022-06-15', holds })[0]!;
    expect(held(hold('e', '2022-06-15'), hold('c', '2022-06-01', '2022-06-15'))).toBe('r1 C 0/2 | d,b |  | c,e');
    expect(held(hold('e', '2022-06-16'), hold('c', '2022-06-01', '2022-06-14'))).toBe('r1 C 0/2 | e,d |  | ');
    // One who would not have got it is not held back from it.
    expect(held(hold('a', '2022-06-15'))).toBe('r1 C 0/2 | e,d |  | ');
  });
});

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
    expect(refused.ok ? [] : told(refused.errors)).toEqual(['entry.points.range entries[0].points']);
    const { reason: _reason, ...silent } = entry('a', 'a', 51, 'cluster');
    const unexplained = standing.apply({ put: silent as Entry });
    expect(unexplained.ok ? [] : told(unexplained.errors)).toEqual(['entry.reason.missing entries[0].reason']);
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

  it('is opened over a plan with entries, or with none', () => {
    const { entries: _entries, ...rules } = competition(points, over);
    const plan = compile(rules);
    expect(ranksOf(openStanding(plan, [entry('b', 'a', 5)]).result('-'))).toEqual(['C b:1 a:2', 'D d:1']);
    const empty = (openStanding as (plan: Plan) => ReturnType<typeof open>)(plan);
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
      criteria: { a: { points: '5', stage: 'self' }, y: { points: '2', stage: 'self' } },
    });
    expect(() => scoreUnit(plan(), 'X', [])).toThrow('no unit X in this plan');
    expect(() => scoreUnit(plan(), 'a', [self('X', 1)])).toThrow('scale S has no criterion X');
    expect(() => scoreUnit(plan(), 'a', [self('a', 101)])).toThrow('(entry.points.range)');
  });

  it('ranks its own clusters, with every score there is', () => {
    expect(() => rankCluster(plan(), 'X', new Map())).toThrow('no cluster X in this plan');
    expect(() => rankCluster(plan(), 'D', new Map())).toThrow('no score of unit d to rank cluster D');
    const ranking = rankCluster(plan(), 'D', new Map([['d', scoreUnit(plan(), 'd', [])]]));
    expect(proposeLocal(plan(), ranking)).toEqual([]);
    expect(() => proposeCampaign(plan(), [ranking], [])).toThrow('no ranking of cluster C');
  });
});

describe('a sheet', () => {
  const plan = (): Plan => {
    const { entries: _entries, ...rules } = competition({ C: { a: [50], b: [60] } });
    return compile(rules);
  };
  const check = (entries: unknown, others: Entry[] = [], stage: Stage = 'cluster') =>
    checkSheet(plan(), 'a', stage, entries as JsonValue, others);
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
      'field.range entries[0].unit {"reason":"sheet","expected":"a"}',
      'field.range entries[0].stage {"reason":"sheet","expected":"cluster"}',
    ]);
    for (const none of [{}, null, 'x']) expect(errors(none)).toEqual(['field.type entries {"expected":"a list"}']);
    expect(errors([5])).toEqual(['field.type entries[0] {"expected":"an object"}']);
    expect(() => checkSheet(plan(), 'X', 'self', [], [])).toThrow('no unit X in this plan');
  });

  it('gives a reason where the stage below says otherwise', () => {
    const entries = [{ criterion: 'a', points: 2 }];
    expect(errors(entries, [self('a', 2)])).toEqual([]);
    expect(errors(entries, [self('a', 1)])).toEqual(['entry.reason.missing entries[0].reason']);
    expect(errors([{ ...entries[0], reason: 'r' }], [self('a', 1)])).toEqual([]);
    expect(errors(entries, [self('x', 1)])).toEqual([]);
    // What stands above was judged when it was entered, and its own stage is entered anew.
    expect(errors(entries, [self('a', 1, { stage: 'office' })])).toEqual([]);
    expect(errors(entries, [self('a', 1, { stage: 'cluster' })])).toEqual([]);
    // The next lower stage that exists counts, and one the scale no longer knows lends nothing.
    expect(errors(entries, [self('a', 1), self('gone', 1)], 'office')).toEqual([
      'entry.reason.missing entries[0].reason',
    ]);
    const both = [self('a', 1), self('a', 2, { stage: 'cluster' })];
    expect(errors(entries, both, 'office')).toEqual([]);
  });

  it('is told only what is wrong, and not what follows from it', () => {
    expect(errors([{ criterion: 'a', points: 101, actual: 1 }])).toEqual([
      'entry.value.shape entries[0].actual {"key":"actual"}',
    ]);
    const outcome = readCompetition(
      fileOf({ C: { a: [] } }, { entries: [{ unit: 'a', criterion: 'a', stage: 'x', points: 101 }] }),
    );
    expect(outcome.ok ? [] : told(outcome.errors)).toEqual([
      'field.range entries[0].stage {"reason":"choice","values":"self, cluster, office"}',
    ]);
  });
});
