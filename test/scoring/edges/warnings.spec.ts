import { describe, expect, it } from '@jest/globals';
import { readCompetition, warningsOf, type Competition, type JsonObject, type JsonValue } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile, told, type Small } from '../small-file.js';

const warned = (document: JsonValue): string[] =>
  told(warningsOf(valueOf<Competition>(readCompetition(document)))).map((each) =>
    each.replace(/ \{("reason":"\w+")?\}$/, ''),
  );
const of = (small: Small): string[] => warned(smallFile(small));

const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});
const SHORT = { rule: { kind: 'direct', step: 3 } };

describe('warnings of a scale', () => {
  it('say how many points can be reached, in parts, bonus and penalty', () => {
    const scale = { bonus: { criteria: [criterion('b', SHORT)] }, penalty: { criteria: [criterion('p', SHORT)] } };
    const params = (code: string, name: string): string =>
      `{"reach":"9.00","max":"10.00","code":"${code}","name":"${name}"}`;
    expect(of({ rule: { step: 3 }, scale })).toEqual([
      `criterion.max.unreachable scales[0].parts[0].criteria[0].max ${params('I.1', 'a')}`,
      `criterion.max.unreachable scales[0].bonus.criteria[0].max ${params('b', 'b')}`,
      `criterion.max.unreachable scales[0].penalty.criteria[0].max ${params('p', 'p')}`,
    ]);
  });

  it('say how much of a part is cut; a bonus and a penalty are meant to cut', () => {
    const parts = [{ code: 'I', name: 'I', max: '12.5', criteria: [criterion('a'), criterion('b', { max: '2.75' })] }];
    const extra = { max: 5, criteria: [criterion('c')] };
    const more = { max: 5, criteria: [criterion('d')] };
    expect(of({ scale: { parts, bonus: extra, penalty: more } })).toEqual([
      'part.max.cut scales[0].parts[0].max {"sum":"12.75","max":"12.50","section":"part","code":"I","name":"I"}',
    ]);
  });

  it('name the label that weighs too much', () => {
    const rule = { kind: 'tally', weights: { đạt: 1, vượt: '1.01' } };
    expect(of({ rule })).toEqual([
      'rule.weights.sum scales[0].parts[0].criteria[0].rule.weights.vượt {"reason":"weight","label":"vượt"}',
    ]);
  });

  it('see no gap below zero, where no value lies', () => {
    const bands: JsonObject[] = [
      { to: -1, points: 1 },
      { from: 0, points: 10 },
    ];
    expect(of({ rule: { kind: 'bands', bands, else: 2 } })).toEqual([
      'rule.band.unmet scales[0].parts[0].criteria[0].rule.bands[0] {"band":1}',
      'rule.else.unmet scales[0].parts[0].criteria[0].rule.else',
    ]);
  });
});

describe('what can be reached in all', () => {
  /** The least whole total that no unit can reach. */
  function firstOutOfReach(scale: JsonObject, rule: JsonObject = {}): number {
    const totals = Array.from({ length: 40 }, (_, total) => total);
    const classes = totals.map((minTotal) => ({ code: `k${minTotal}`, name: 'k', minTotal, maxPercent: 50 }));
    const paths = of({ scale, rule, file: { classes } }).filter((each) => each.startsWith('class.unreachable'));
    expect(paths).toEqual(totals.slice(-paths.length).map((total) => `class.unreachable classes[${total}]`));
    return totals.length - paths.length;
  }
  const part = (max: number, own: JsonObject): JsonObject => ({
    parts: [{ code: 'I', name: 'I', max, criteria: [criterion('a', own)] }],
  });

  it.each<[string, JsonObject, number]>([
    ['the part', {}, 11],
    ['the ceiling', { ceiling: 8 }, 9],
    ['the part below the ceiling', { ceiling: 12 }, 11],
    ['the floor above it', { floor: 12 }, 13],
    ['the part above the floor', { floor: 7 }, 11],
    ['the part without a floor', { floor: null }, 11],
    ['the bonus without a max', { bonus: { criteria: [criterion('b')] } }, 21],
    ['the max of the bonus', { bonus: { max: 5, criteria: [criterion('b')] } }, 16],
    [
      'the bonus below its max',
      { bonus: { max: 9, criteria: [criterion('b', { rule: { kind: 'direct', step: 6 } })] } },
      17,
    ],
    ['the max of the part', part(10, { max: 12 }), 11],
    ['the criteria below it', part(10, { max: 12, rule: { kind: 'direct', step: 9 } }), 10],
    ['no penalty', { penalty: { criteria: [criterion('p')] } }, 11],
  ])('is bounded by %s', (_what, scale, first) => {
    expect(firstOutOfReach(scale)).toBe(first);
  });

  it('is judged exactly', () => {
    const classes = [
      { code: 'a', name: 'a', minTotal: '10.000' },
      { code: 'b', name: 'b', minTotal: '10.001' },
    ];
    expect(of({ file: { classes } })).toEqual(['class.unreachable classes[1]']);
  });
});

/** Two clusters: A of two collectives on a scale to 10, B of five units, one of them a person, on a scale to 20. */
function two(over: JsonObject): JsonValue {
  const file = smallFile({});
  const [scale] = file['scales'] as JsonObject[];
  const parts = [{ code: 'I', name: 'I', max: 20, criteria: [criterion('a', { max: 20 })] }];
  const unit = (code: string): JsonObject => ({ code, name: code, ...(code === 'B5' && { kind: 'individual' }) });
  return {
    ...file,
    scales: [scale!, { ...scale, code: 'T', parts }],
    clusters: [
      { code: 'A', name: 'A', scale: 'S', units: ['A1', 'A2'].map(unit) },
      { code: 'B', name: 'B', scale: 'T', units: ['B1', 'B2', 'B3', 'B4', 'B5'].map(unit) },
    ],
    ...over,
  };
}

describe('warnings of classes', () => {
  const ofClasses = (...classes: JsonObject[]): string[] =>
    warned(two({ classes: classes.map((each, index) => ({ code: `k${index}`, name: 'k', ...each })) }));

  it('come only where no scale will do', () => {
    expect(ofClasses({ minTotal: 20 })).toEqual([]);
    expect(ofClasses({ minTotal: 21 })).toEqual(['class.unreachable classes[0]']);
  });

  it('name the class that shadows another', () => {
    expect(ofClasses({ minTotal: 5, maxPenalty: 5 }, { minTotal: 6, maxPenalty: 5 })).toEqual([
      'class.shadowed classes[1] {"by":"k0","name":"k"}',
    ]);
    expect(ofClasses({ maxPenalty: 4 }, { maxPenalty: 5 })).toEqual([]);
  });
});

describe('warnings of rewards', () => {
  const ofReward = (reward: JsonObject, over: JsonObject = {}): string[] =>
    warned(two({ rewards: [{ code: 'r', name: 'r', scope: 'cluster', quota: { count: 1 }, ...reward }], ...over }));
  const NOBODY = ['reward.unreachable rewards[0]'];
  const percent = (share: number): JsonObject => ({ percent: share, rounding: 'down' });

  it('say how many places there are for how many units, and where', () => {
    const places = (units: number, group: string): string[] => [
      `reward.quota.large rewards[0].quota {"reason":"${group === '' ? 'campaign' : 'cluster'}","quota":"${units + 1}","units":${units},"group":"${group}","name":"${group}"}`,
    ];
    expect(ofReward({ quota: { count: 2 } })).toEqual([]);
    expect(ofReward({ quota: { count: 3 } })).toEqual(places(2, 'A'));
    expect(ofReward({ quota: { count: 7 }, scope: 'campaign' })).toEqual([]);
    expect(ofReward({ quota: { count: 8 }, scope: 'campaign' })).toEqual(places(7, ''));
    expect(ofReward({ quota: { count: 2 }, for: 'individual' })).toEqual(places(1, 'B'));
    expect(ofReward({ quota: { count: 6 }, minClusterSize: 3 })).toEqual(places(5, 'B'));
    // Of a campaign the units of small clusters count, though they can get nothing.
    expect(ofReward({ quota: { count: 8 }, minClusterSize: 3, scope: 'campaign' })).toEqual(places(7, ''));
    expect(ofReward({ quota: { count: 7 }, minClusterSize: 3, scope: 'campaign' })).toEqual([]);
  });

  it('come only where no cluster will do', () => {
    expect(ofReward({ quota: percent(20) })).toEqual([]); // none of A's two, one of B's five
    expect(ofReward({ quota: percent(19) })).toEqual(NOBODY);
    expect(ofReward({ minTotal: 20 })).toEqual([]);
    expect(ofReward({ minTotal: 21 })).toEqual(NOBODY);
    expect(ofReward({ minTotal: 11, minClusterSize: 3 })).toEqual([]);
    expect(ofReward({ minClusterSize: 5 })).toEqual([]);
    expect(ofReward({ minClusterSize: 6 })).toEqual(NOBODY);
    expect(ofReward({ minClusterSize: 6, scope: 'campaign' })).toEqual(NOBODY);
    expect(ofReward({ maxRank: 1 })).toEqual([]);
    expect(ofReward({ maxRank: 0 })).toEqual(NOBODY);
  });

  it('come where none of the classes asked for can be had', () => {
    const classes: JsonObject[] = [
      { code: 'yes', name: 'k' },
      { code: 'no', name: 'k', maxPenalty: -1 },
    ];
    expect(ofReward({ classes: ['yes', 'no'] }, { classes })).toEqual(['class.unreachable classes[1]']);
    expect(ofReward({ classes: ['no'] }, { classes })).toEqual(['class.unreachable classes[1]', ...NOBODY]);
  });
});
