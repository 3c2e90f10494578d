import { describe, expect, it } from '@jest/globals';
import {
  compile,
  openCluster,
  readCompetition,
  score,
  settle,
  type Competition,
  type JsonObject,
  type JsonValue,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { competition, direct, fileOf, ranksOf, resultOf, type Points } from './cluster-file.js';

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

  it('of those without a rank is that of their codes alone', () => {
    const points = { C: { d: [null, 9, 0], c: [null, 0, 5], b: [null, 3], a: [1] } };
    const ranking = { precedence: ['penalty', 'bonus', 'total'], missing: 'unranked' };
    expect(ranksOf(resultOf(points, { ranking }))).toEqual(['C a:1 b:null c:null d:null']);
  });

  it.each(['', '-'])('parts stored totals that no double parts, with the sign "%s"', (sign) => {
    const rewards = [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 2 } }];
    const plan = compile(competition({ C: { a: [1] }, D: { b: [1] } }, { rewards }));
    // 2^53 millionths, and one more.
    const totals: Record<string, string> = { a: `${sign}9007199254.740992`, b: `${sign}9007199254.740993` };
    const stored = Object.entries({ C: 'a', D: 'b' }).map(([cluster, unit]) => {
      const open = openCluster(plan, cluster);
      open.enter(unit, [{ unit, criterion: 'a', stage: 'self', points: 1 }]);
      return { ranking: open.ranking(), basis: { ...open.basis(), keys: { [unit]: [totals[unit]!] } }, rewards: [] };
    });
    expect(settle(plan, stored).rewards[0]!.proposed).toEqual(sign === '' ? ['b', 'a'] : ['a', 'b']);
  });

  it('takes a criterion without an entry for 0', () => {
    const points = { C: { a: [50, 0], b: [50], c: [50, 1] } };
    expect(ranksOf(resultOf(points, { ranking: { precedence: ['criterion:x'] } }))).toEqual(['C c:1 a:2= b:2=']);
  });
});

describe('a max that no sum can reach', () => {
  it.each(['9007199254740991', '9007199254740992', '9'.repeat(38)])('of %s cuts nothing', (max) => {
    const file = fileOf({ C: { a: [1, 2, 3] } }) as unknown as { scales: { bonus: object; penalty: object }[] };
    for (const key of ['bonus', 'penalty'] as const) Object.assign(file.scales[0]![key], { max });
    const { clusters } = score(valueOf<Competition>(readCompetition(file as unknown as JsonValue)), '-');
    const plain = score(valueOf<Competition>(readCompetition(fileOf({ C: { a: [1, 2, 3] } }))), '-');
    expect(clusters).toEqual(plain.clusters);
  });
});

describe('the order of many', () => {
  it.each<[string, (index: number) => number]>([
    ['the wrong way round', (index) => index % 97],
    ['mixed up, with many alike', (index) => (index * 37) % 61],
    ['all alike', () => 7],
  ])('is that of a plain sort, where they come %s', (_how, totalOf) => {
    const cluster = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`u${1000 + index}`, [totalOf(index), 0, index % 3]]),
    );
    const units = Object.entries(cluster).map(([unit, [total = 0, , penalty = 0]]) => ({ unit, total, penalty }));
    const sorted = units.toSorted((a, b) => b.total - a.total || a.penalty - b.penalty || (a.unit < b.unit ? -1 : 1));
    const precedence = ['part:I', 'penalty'];
    const [ranking] = resultOf({ C: cluster }, { ranking: { precedence } }).clusters;
    expect(ranking!.standings.map(({ unit }) => unit)).toEqual(sorted.map(({ unit }) => unit));
    const better = ({ total, penalty }: (typeof units)[number]): number =>
      units.filter((other) => other.total > total || (other.total === total && other.penalty < penalty)).length;
    expect(ranking!.standings.map(({ rank }) => rank)).toEqual(sorted.map((unit) => better(unit) + 1));
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

  it('are exact beyond what doubles hold', () => {
    const huge = '9007199254740993'; // 2^53 + 1
    expect(sums({ floor: huge }, 50, 20, 10)).toEqual(['50', '20', '10', huge]);
    expect(sums({ floor: `-${huge}` }, 5, 2, 10)).toEqual(['5', '2', '10', '-3']);
    expect(sums({ ceiling: huge }, 50, 20, 10)).toEqual(['50', '20', '10', '60']);
    const wide = { criteria: [direct('x', { max: huge })] };
    expect(sums({ bonus: wide }, 50, 20, 10)).toEqual(['50', '20', '10', '60']);
    const file = fileOf({ C: { a: [50] } });
    const [base] = file['scales'] as JsonObject[];
    const entries = [...(file['entries'] as JsonObject[]), { unit: 'a', criterion: 'x', points: huge }];
    const scales = [{ ...base, bonus: wide }];
    const result = score(valueOf<Competition>(readCompetition({ ...file, scales, entries })), '-');
    expect(result.clusters[0]!.standings[0]).toMatchObject({ bonus: huge, total: '9007199254741043' });
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
    const lost = { C: { a: [90, 0, 3], b: [80, 0, 2], c: [70, 0, 1], d: [60] } };
    expect(given(lost, [{ maxPenalty: 2 }])).toEqual(['a:null', 'b:k1', 'c:k1', 'd:k1']);
    expect(given(lost, [{ maxPenalty: '1.99' }])).toEqual(['a:null', 'b:null', 'c:k1', 'd:k1']);
    expect(given(lost, [{ maxPenalty: '0.01' }])).toEqual(['a:null', 'b:null', 'c:null', 'd:k1']);
    expect(given(lost, [{ maxPenalty: '-0.01' }])).toEqual(['a:null', 'b:null', 'c:null', 'd:null']);
    expect(given(lost, [{ minTotal: '-0.01' }])).toEqual(['a:k1', 'b:k1', 'c:k1', 'd:k1']);
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
    const rewards: JsonObject[] = [
      { scope: 'campaign' },
      { excludes: ['r1'] },
      { excludes: ['r2'], quota: { count: 3 } },
      {},
    ];
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

  it('of a campaign compare clusters on scales of other digits and widths', () => {
    const file = fileOf({ C: { c1: [50], c2: [49] }, D: { d1: [50], d2: [48] } });
    const [scale] = file['scales'] as JsonObject[];
    const other = (over: JsonObject): JsonObject => ({ ...scale, code: 'T', rounding: { digits: 2 }, ...over });
    const [first, second] = file['clusters'] as JsonObject[];
    const points = { d1: '49.5', d2: '48.99' } as Record<string, string>;
    const entries = (file['entries'] as JsonObject[]).map((entry) => ({
      ...entry,
      points: points[String(entry['unit'])] ?? entry['points']!,
    }));
    const rewards = [{ code: 'r', name: 'r', scope: 'campaign', quota: { count: 4 } }];
    const wides: JsonObject[] = [{}, { bonus: { criteria: [direct('x', { max: `1${'0'.repeat(30)}` })] } }];
    for (const wide of wides) {
      for (const scales of [
        [scale!, other(wide)],
        [{ ...scale, ...wide }, other({})],
      ]) {
        const document = { ...file, scales, clusters: [first!, { ...second, scale: 'T' }], entries, rewards };
        const result = score(valueOf<Competition>(readCompetition(document as unknown as JsonObject)), '-');
        expect(result.rewards[0]?.proposed).toEqual(['c1', 'd1', 'c2', 'd2']);
      }
    }
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
