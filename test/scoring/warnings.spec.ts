import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  RULE_KINDS,
  WARNING_CODES,
  warningsOf,
  type Competition,
  type JsonObject,
  type JsonValue,
} from '@thidua/scoring';
import { listFiles, parseFile, valueOf } from './read-file.js';
import { smallFile } from './small-file.js';

type Rule = JsonObject & { kind: string };

const UNITS: JsonObject[] = [
  { code: 'U1', name: 'U1' },
  { code: 'U2', name: 'U2' },
  { code: 'U3', name: 'U3', kind: 'individual' },
];
const SECOND: JsonObject = {
  ...{ code: 'II', name: 'II', max: 20 },
  criteria: [{ code: 'II.1', name: 'b', max: 20, rule: { kind: 'ratio' } }],
};

/** A file without a warning, with what a test changes. */
const file = (change: JsonObject = {}, rule?: Rule, criterion?: JsonObject): JsonValue =>
  smallFile({
    rule,
    criterion,
    parts: [SECOND],
    file: { clusters: [{ code: 'C1', name: 'C1', scale: 'S', units: UNITS }], ...change },
  });

function told(document: JsonValue): string[] {
  return warningsOf(valueOf<Competition>(readCompetition(document))).map(({ code, path }) => `${code} ${path}`);
}
const ofRule = (rule: Rule, criterion?: JsonObject): string[] => told(file({}, rule, criterion));
const ofClasses = (...classes: JsonObject[]): string[] =>
  told(file({ classes: classes.map((each, index) => ({ code: `k${index}`, name: 'k', ...each })) }));
const ofReward = (reward: JsonObject, more: JsonObject = {}): string[] =>
  told(
    file({
      rewards: [{ code: 'r', name: 'r', scope: 'cluster', quota: { count: 1 }, ...reward } as JsonObject],
      ...more,
    }),
  );

const AT = 'scales[0].parts[0].criteria[0]';
const SHORT = [`criterion.max.unreachable ${AT}.max`];
const every: JsonObject = { from: 0, points: 10 };

describe('criteria that no unit can reach in full', () => {
  const SHORT_OF: [string, Rule][] = [
    ['direct', { kind: 'direct', step: 3 }],
    ['increment', { kind: 'increment', base: 8 }],
    ['bands', { kind: 'bands', bands: [{ from: 0, points: 9 }] }],
    ['count', { kind: 'count', each: 0 }],
    ['choice', { kind: 'choice', options: { a: 9, b: '9.99' } }],
    ['checklist', { kind: 'checklist', items: { a: 4, b: 5 } }],
    ['tally', { kind: 'tally', weights: { a: '0.9', b: 0 } }],
    ['panel', { kind: 'panel', outOf: 10, step: 3 }],
  ];
  const FULL: [string, Rule][] = [
    ['direct', { kind: 'direct', step: '2.5' }],
    ['ratio', { kind: 'ratio', threshold: 120 }],
    ['increment', { kind: 'increment', base: 8, gain: '0.1' }],
    ['increment', { kind: 'increment', base: 10 }],
    ['bands', { kind: 'bands', bands: [{ from: 0, to: 5, points: 9 }], else: 10 }],
    ['count', { kind: 'count', each: '0.01' }],
    ['choice', { kind: 'choice', options: { a: 10, b: 1 } }],
    ['deadline', { kind: 'deadline', due: '2022-06-30', perDay: 1 }],
    ['checklist', { kind: 'checklist', items: { a: 4, b: 6 } }],
    ['mean', { kind: 'mean' }],
    ['tally', { kind: 'tally', weights: { a: 1, b: 0 } }],
    ['formula', { kind: 'formula', inputs: ['a'], expr: 'min(a, 1)' }],
    ['relative', { kind: 'relative', atPlan: '0.5' }],
    ['panel', { kind: 'panel', outOf: 100, step: '2.5' }],
  ];

  it.each(SHORT_OF)('warns of %s %j', (_kind, rule) => expect(ofRule(rule)).toEqual(SHORT));
  it.each(FULL)('does not warn of %s %j', (_kind, rule) => expect(ofRule(rule)).toEqual([]));

  it('judges every kind that can fall short, and shows one of each that reaches its max', () => {
    expect(RULE_KINDS.filter((kind) => !FULL.some(([name]) => name === kind))).toEqual([]);
  });

  it('judges the rounded points', () => {
    expect(ofRule({ kind: 'choice', options: { a: '9.995' } })).toEqual([]);
    expect(ofRule({ kind: 'choice', options: { a: '9.994' } })).toEqual(SHORT);
  });

  it('leaves out bands that are never met', () => {
    const bands: JsonValue = [
      { to: 0, points: 10 },
      { from: 0, points: 3 },
    ];
    expect(ofRule({ kind: 'bands', bands })).toEqual(
      [`rule.band.unmet ${AT}.rule.bands[0]`, ...SHORT].toSorted((a, b) => (a < b ? 1 : -1)),
    );
  });
});

describe('bands and weights', () => {
  it('warns of a band below 0 and of an else nothing is left to', () => {
    expect(ofRule({ kind: 'bands', bands: [{ from: -5, to: 0, points: 1 }, every] })).toEqual([
      `rule.band.unmet ${AT}.rule.bands[0]`,
    ]);
    expect(ofRule({ kind: 'bands', bands: [every], else: 1 })).toEqual([`rule.else.unmet ${AT}.rule.else`]);
    expect(
      ofRule({
        kind: 'bands',
        bands: [
          { to: 1, points: 1 },
          { from: 2, points: 10 },
        ],
        else: 1,
      }),
    ).toEqual([]);
    expect(ofRule({ kind: 'bands', bands: [{ from: 2, points: 10 }], else: 1 })).toEqual([]);
    expect(
      ofRule({
        kind: 'bands',
        bands: [
          { to: 1, points: 1 },
          { from: 1, points: 10 },
        ],
      }),
    ).toEqual([]);
  });

  it('warns of weights that come to more than the whole', () => {
    expect(ofRule({ kind: 'checklist', items: { a: 6, b: 5 } })).toEqual([`rule.weights.sum ${AT}.rule.items`]);
    expect(ofRule({ kind: 'tally', weights: { a: '1.2', b: 1 } })).toEqual([`rule.weights.sum ${AT}.rule.weights.a`]);
  });

  it('warns of a part that cuts its criteria', () => {
    expect(ofRule({ kind: 'direct' }, { max: 11 })).toEqual(['part.max.cut scales[0].parts[0].max']);
  });

  it('does not warn of a bonus that cuts its criteria, but of one that falls short', () => {
    const scales = (valueOf(readCompetition(file())).scales as unknown as JsonObject[])[0]!;
    const extra = (code: string, each: number): JsonValue => ({
      max: 5,
      criteria: [{ code, name: 'B', max: 8, rule: { kind: 'count', each } }],
    });
    expect(told(file({ scales: [{ ...scales, bonus: extra('B', 1), penalty: extra('P', 1) }] }))).toEqual([]);
    expect(told(file({ scales: [{ ...scales, bonus: extra('B', 0) }] }))).toEqual([
      'criterion.max.unreachable scales[0].bonus.criteria[0].max',
    ]);
  });
});

describe('classes', () => {
  it.each<[JsonObject]>([[{ minTotal: 31 }], [{ maxPenalty: -1 }], [{ minParts: { I: 11 } }], [{ maxPercent: 0 }]])(
    'warns of %j, which nobody can get',
    (rule) => expect(ofClasses(rule)).toEqual(['class.unreachable classes[0]']),
  );

  it('does not warn of what the best can just reach', () => {
    expect(ofClasses({ minTotal: 30, maxPenalty: 0, minParts: { I: 10, II: 20 }, maxPercent: 34 })).toEqual([]);
  });

  it.each<[JsonObject, JsonObject]>([
    [{ minTotal: 10 }, { minTotal: 10 }],
    [{}, { minTotal: 10 }],
    [{ maxPercent: 100 }, {}],
    [{ maxPenalty: 5 }, { maxPenalty: 4, maxPercent: 40 }],
    [{ minParts: { I: 3, II: 0 } }, { minParts: { I: 4 } }],
  ])('warns that %j takes all of %j', (earlier, later) =>
    expect(ofClasses(earlier, later)).toEqual(['class.shadowed classes[1]']),
  );

  it.each<[JsonObject, JsonObject]>([
    [{ minTotal: 20 }, { minTotal: 10 }],
    [{ minTotal: 10 }, {}],
    [{ maxPercent: 99 }, { minTotal: 10 }],
    [{ maxPenalty: 5 }, {}],
    [{ maxPenalty: 5 }, { maxPenalty: 6 }],
    [{ minParts: { I: 3, II: 1 } }, { minParts: { I: 4 } }],
  ])('does not warn that %j leaves some of %j', (earlier, later) => expect(ofClasses(earlier, later)).toEqual([]));
});

describe('rewards', () => {
  const UNREACHABLE = ['reward.unreachable rewards[0]'];
  it.each<[JsonObject]>([
    [{ quota: { count: 0 } }],
    [{ quota: { percent: 30 } }],
    [{ quota: { percent: 30 }, scope: 'campaign' }],
    [{ maxRank: 0 }],
    [{ minTotal: '30.01' }],
    [{ minClusterSize: 4 }],
    [{ classes: [] }],
  ])('warns of %j, which nobody can get', (reward) => expect(ofReward(reward)).toEqual(UNREACHABLE));

  it.each<[JsonObject]>([
    [{ quota: { percent: 34 } }],
    [{ quota: { percent: 30, rounding: 'up' } }],
    [{ maxRank: 1 }],
    [{ minTotal: 30 }],
    [{ minClusterSize: 3, scope: 'campaign' }],
    [{ quota: { count: 3 } }],
    [{ for: 'individual' }],
  ])('does not warn of %j', (reward) => expect(ofReward(reward)).toEqual([]));

  it('warns of one for units or classes there are none of', () => {
    const clusters = [{ code: 'C1', name: 'C', scale: 'S', units: [{ code: 'U1', name: 'U' }] }];
    expect(ofReward({ for: 'individual' }, { clusters })).toEqual(UNREACHABLE);
    expect(ofReward({ quota: { count: 1 } }, { clusters })).toEqual([]);
    const classes = [{ code: 'k', name: 'k', minTotal: 99 }];
    expect(ofReward({ classes: ['k'] }, { classes })).toEqual(['class.unreachable classes[0]', ...UNREACHABLE]);
  });

  it('warns of more places than units', () => {
    expect(ofReward({ quota: { count: 4 } })).toEqual(['reward.quota.large rewards[0].quota']);
    expect(ofReward({ quota: { count: 2 }, for: 'individual' })).toEqual(['reward.quota.large rewards[0].quota']);
    expect(ofReward({ quota: { count: 4 }, scope: 'campaign' })).toEqual(['reward.quota.large rewards[0].quota']);
  });
});

describe('warnings', () => {
  it('have words and known codes, and can be had of every sound file', () => {
    for (const name of listFiles('golden').filter((each) => each.endsWith('.yaml'))) {
      const rules = valueOf(readCompetition(valueOf(parseFile(`golden/${name}`))));
      const warnings = warningsOf(rules);
      expect(warningsOf(rules, compile(rules))).toEqual(warnings);
      for (const { code, message } of warnings) {
        expect(WARNING_CODES).toContain(code);
        expect(message).toMatch(/^\S.{10,}/);
      }
    }
  });
});
