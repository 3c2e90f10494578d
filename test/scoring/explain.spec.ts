import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, RULE_KINDS, score, type Competition, type Explanation } from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryCompetition, unitsOf } from './laws/arbitrary-competition.js';
import { checkFile, valueOf } from './read-file.js';

/** Always the same competitions: among them is every outcome that a class or reward can have. */
const RUNS = { numRuns: 800, seed: 20_221_231 };
const NONE = 'sha256:-';

const golden = (name: string, unit: string): Explanation =>
  explain(openStanding(valueOf(checkFile(`golden/${name}.yaml`))), unit);

/** Thousandths: the competitions have at most three digits. */
function thousandths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(3, '0')}`);
}

const sumOf = (items: readonly { points: string }[]): bigint =>
  items.reduce((sum, { points }) => sum + thousandths(points), 0n);

/** Runs a law over every unit of random competitions. */
function forEveryUnit(law: (account: Explanation) => void): void {
  fc.assert(
    fc.property(arbitraryCompetition, (competition) => {
      const standing = openStanding(competition);
      for (const unit of unitsOf(competition)) law(explain(standing, unit));
    }),
    RUNS,
  );
}

describe('laws of explanations', () => {
  it('totals equal the sum of what is listed', () => {
    forEveryUnit(({ criteria, total: sums }) => {
      const total = sums!;
      const parts = total.parts.map(({ items, max, points, sum, cut }) => {
        expect(thousandths(sum)).toBe(sumOf(items));
        expect(cut).toBe(sumOf(items) > thousandths(max!));
        expect(thousandths(points)).toBe(cut ? thousandths(max!) : sumOf(items));
        return thousandths(points);
      });
      const listed = [...total.parts, total.bonus, total.penalty].flatMap(({ items }) => items);
      expect(listed.map(({ criterion, points }) => [criterion, points]).toSorted()).toEqual(
        criteria.map(({ code, points }) => [code, points]).toSorted(),
      );
      const base = parts.reduce((sum, part) => sum + part, 0n);
      expect(thousandths(total.base)).toBe(base);
      expect(thousandths(total.sum)).toBe(base + thousandths(total.bonus.points) - thousandths(total.penalty.points));
      const bound = total.bound === null ? total.sum : total[total.bound]!;
      expect(thousandths(total.total)).toBe(thousandths(bound));
    });
  });

  it('says what the result says', () => {
    fc.assert(
      fc.property(arbitraryCompetition, (competition) => {
        const standing = openStanding(competition);
        const result = score(competition, NONE);
        for (const { code, standings } of result.clusters) {
          for (const own of standings) {
            const account = explain(standing, own.unit);
            const counted = account.criteria.filter(({ stage }) => stage !== null);
            expect(counted.map(({ code: name, points, stage }) => [name, { points, stage }])).toEqual(
              Object.entries(own.criteria),
            );
            expect(account).toMatchObject({
              class: own.class,
              total: { total: own.total, base: own.base },
              rank: { cluster: code, rank: own.rank, missing: own.missing },
            });
            expect(account.rank.tiedWith.length > 0).toBe(own.tied);
          }
        }
      }),
      RUNS,
    );
  });

  it('names a key that parts a unit from its neighbours, and by how much', () => {
    let compared = 0;
    forEveryUnit(({ rank }) => {
      for (const [neighbour, sign] of [
        [rank.above, -1],
        [rank.below, 1],
      ] as const) {
        if (neighbour === null) continue;
        compared++;
        const better = neighbour.key === 'penalty' ? -sign : sign;
        const apart = thousandths(neighbour.own) - thousandths(neighbour.other);
        expect(apart * BigInt(better)).toBeGreaterThan(0n);
        expect(thousandths(neighbour.distance)).toBe(apart * BigInt(better));
        expect(Math.sign(neighbour.rank - rank.rank!)).toBe(sign);
      }
      expect((rank.above === null) === (rank.rank === null || rank.rank === 1)).toBe(true);
    });
    expect(compared).toBeGreaterThan(300);
  });

  it('gives the conditions by which classes and rewards were given', () => {
    const outcomes = new Set<string>();
    forEveryUnit(({ classes, rewards, rank, class: given }) => {
      for (const { code, outcome, conditions, places, taken } of classes) {
        const met = conditions.every((condition) => condition.met);
        outcomes.add(`class ${outcome}`);
        expect(outcome === 'given').toBe(code === given);
        if (outcome === 'given' || outcome === 'places') expect(met).toBe(true);
        if (outcome === 'conditions') expect(met).toBe(false);
        if (outcome === 'places') expect(places).not.toBeNull();
        if (places !== null) expect(taken).toBeLessThanOrEqual(places);
        expect(outcome === 'unranked').toBe(rank.rank === null);
      }
      for (const { outcome, conditions, open, tieAtEdge } of rewards) {
        outcomes.add(`reward ${outcome}`);
        expect(conditions.every((condition) => condition.met)).toBe(outcome !== 'conditions');
        // Who meets everything and is not proposed came when places were gone or closed by a tie.
        if (outcome === 'places') expect(open === 0 || tieAtEdge.length > 0).toBe(true);
      }
    });
    expect([...outcomes].toSorted()).toEqual([
      'class better',
      'class conditions',
      'class given',
      'class places',
      'class unranked',
      'reward conditions',
      'reward held',
      'reward places',
      'reward proposed',
      'reward tieAtEdge',
    ]);
  });

  it('has every kind but the direct one tell its working', () => {
    const told = new Map<string, number>();
    forEveryUnit(({ criteria }) => {
      for (const { kind, stage, steps, exact } of criteria) {
        if (stage !== null) told.set(kind, Math.max(told.get(kind) ?? 0, steps.length));
        expect(exact === null).toBe(stage === null);
      }
    });
    expect([...told].filter(([, steps]) => steps === 0).map(([kind]) => kind)).toEqual(['direct']);
    expect([...told.keys()].toSorted()).toEqual([...RULE_KINDS].toSorted());
  });
});

describe('the working of one entry', () => {
  const MAX = 10;
  /** The steps, the exact points and the cut of one entry under one rule, rounded to two digits. */
  function work(rule: object, value: object, target?: number) {
    const competition = {
      format: 'thidua/1',
      campaign: { code: 'x', name: 'X', from: '2022-01-01', to: '2022-12-31' },
      scales: [
        {
          code: 's',
          version: 1,
          name: 'S',
          parts: [{ code: 'I', name: 'I', max: MAX, criteria: [{ code: 'a', name: 'A', max: MAX, rule }] }],
        },
      ],
      clusters: [{ code: 'C', name: 'C', scale: 's', units: [{ code: 'U', name: 'U' }] }],
      ...(target !== undefined && { targets: [{ unit: 'U', criterion: 'a', plan: target }] }),
      entries: [{ unit: 'U', criterion: 'a', ...value }],
    } as unknown as Competition;
    const [criterion] = explain(openStanding(competition), 'U').criteria;
    const { steps, exact, points, rounded, cut } = criterion!;
    const lines = steps.map(
      ({ term, value: text, label }) => `${term}${label === undefined ? '' : ` ${label}`} ${text}`,
    );
    return { lines, exact, points, rounded, cut };
  }

  it.each<[string, object, object, number | undefined, string[], string, string, string | null]>([
    ['direct', { kind: 'direct' }, { points: '7.125' }, undefined, [], '7.125', '7.13', null],
    // 100·25/30 = 250/3 per cent of the plan assigned; 10·250/300 = 25/3.
    [
      'ratio',
      { kind: 'ratio', plan: 9 },
      { actual: 25 },
      30,
      ['actual 25', 'plan 30', 'planFrom target', 'percent 250/3', 'threshold 0'],
      '25/3',
      '8.33',
      null,
    ],
    [
      'ratio of the entry',
      { kind: 'ratio', threshold: 50 },
      { actual: 2, plan: 5 },
      30,
      ['actual 2', 'plan 5', 'planFrom entry', 'planAside 30', 'percent 40', 'threshold 50'],
      '0',
      '0.00',
      null,
    ],
    [
      'ratio of nothing',
      { kind: 'ratio', direction: 'lower', plan: 3 },
      { actual: 0 },
      undefined,
      ['actual 0', 'plan 3', 'planFrom rule', 'percent infinite', 'threshold 0'],
      '10',
      '10.00',
      null,
    ],
    [
      'bands',
      {
        kind: 'bands',
        bands: [
          { to: 5, points: 1 },
          { from: 5, to: 9, points: 4 },
          { from: 9, points: 8 },
        ],
      },
      { actual: 5 },
      undefined,
      ['actual 5', 'bandFrom 5', 'bandTo 9'],
      '4',
      '4.00',
      null,
    ],
    [
      'bands, else',
      { kind: 'bands', else: 2, bands: [{ to: 5, points: 1 }] },
      { actual: 5 },
      undefined,
      ['actual 5', 'else 2'],
      '2',
      '2.00',
      null,
    ],
    // 3·4 = 12, cut to 10.
    [
      'count',
      { kind: 'count', each: 3 },
      { count: 4 },
      undefined,
      ['count 4', 'each 3', 'uncut 12'],
      '10',
      '10.00',
      'max',
    ],
    [
      'choice',
      { kind: 'choice', options: { tốt: 8 } },
      { choice: 'tốt' },
      undefined,
      ['choice tốt'],
      '8',
      '8.00',
      null,
    ],
    // 2·1 + 1·0.5 of 3 = 5/6 of 10.
    [
      'tally',
      { kind: 'tally', weights: { a: 1, b: '0.5' }, exempt: ['c'] },
      { tally: { a: 2, b: 1, c: 4 } },
      undefined,
      ['labelCount a 2', 'labelWeight a 1', 'labelCount b 1', 'labelWeight b 0.5', 'labelExempt c 4', 'uncut 25/3'],
      '25/3',
      '8.33',
      null,
    ],
    // 130 %: 3 steps of 10; 5 + 2·3 = 11, cut to 10.
    [
      'increment',
      { kind: 'increment', base: 5, per: 10, gain: 2, plan: 10 },
      { actual: 13 },
      undefined,
      [
        'actual 13',
        'plan 10',
        'planFrom rule',
        'percent 130',
        'base 5',
        'gain 2',
        'loss 0',
        'per 10',
        'steps 3',
        'uncut 11',
      ],
      '10',
      '10.00',
      'max',
    ],
    // Three days late: 10 − 3·4 = −2, cut to 0.
    [
      'deadline',
      { kind: 'deadline', due: '2022-06-30', perDay: 4 },
      { on: '2022-07-03' },
      undefined,
      ['due 2022-06-30', 'on 2022-07-03', 'daysLate 3', 'perDay 4', 'uncut -2'],
      '0',
      '0.00',
      'zero',
    ],
    [
      'checklist',
      { kind: 'checklist', items: { a: 4, b: 5, c: 1 } },
      { done: ['c', 'a'] },
      undefined,
      ['done c 1', 'done a 4', 'uncut 5'],
      '5',
      '5.00',
      null,
    ],
    // 50 % and 200 %, which counts for 100: the mean is 75.
    [
      'mean',
      { kind: 'mean' },
      {
        items: [
          { actual: 1, plan: 2 },
          { actual: 4, plan: 2 },
        ],
      },
      undefined,
      ['itemPercent 1 50', 'itemPercent 2 100'],
      '7.5',
      '7.50',
      null,
    ],
    [
      'formula',
      { kind: 'formula', inputs: ['p', 'q'], expr: 'p / q + full' },
      { inputs: { p: 1, q: 3 } },
      undefined,
      ['expr p / q + full', 'input p 1', 'input q 3', 'uncut 31/3'],
      '10',
      '10.00',
      'max',
    ],
  ])('%s', (_name, rule, value, target, lines, exact, points, cut) => {
    const worked = work(rule, value, target);
    expect(worked).toEqual({ lines, exact, points, cut, rounded: /\/|\.\d{3}/.test(exact) });
  });
});

describe('explaining one unit', () => {
  it('says what decided a rank, a class and a reward', () => {
    const account = golden('rewards', 'U4');
    expect(account.rank).toMatchObject({
      rank: 4,
      of: 6,
      tiedWith: [],
      above: { unit: 'U3', rank: 2, key: 'total', own: '80', other: '90', distance: '10' },
      below: { unit: 'I1', rank: 5, key: 'total', own: '80', other: '70', distance: '10' },
    });
    expect(account.classes.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['xs', 'conditions'],
      ['tot', 'given'],
    ]);
    expect(account.classes[0]!.conditions).toEqual([{ name: 'minTotal', required: '95', actual: '80', met: false }]);
    const of = (code: string) => account.rewards.find((reward) => reward.code === code)!;
    expect(of('edge')).toMatchObject({ outcome: 'places', open: 1, tieAtEdge: ['U2', 'U3'] });
    expect(of('exact')).toMatchObject({ outcome: 'places', last: { unit: 'U3', key: 'total', distance: '10' } });
    expect(of('top').conditions).toContainEqual({ name: 'maxRank', required: '2', actual: '4', met: false });
    expect(of('rest')).toMatchObject({ outcome: 'proposed', last: null });
    expect(golden('rewards', 'U1').rewards.find(({ code }) => code === 'rest')!.conditions).toContainEqual({
      name: 'excludes.exact',
      required: 'false',
      actual: 'true',
      met: false,
    });
  });

  it('says which stage overrules which', () => {
    const { criteria } = golden('stages-cluster', valueOf(checkFile('golden/stages-cluster.yaml')).entries![0]!.unit);
    for (const { entries, stage } of criteria) {
      for (const { entry, status } of entries) {
        expect(status).toBe(
          entry.stage === stage ? 'effective' : entry.stage === 'self' && stage === null ? 'below' : 'overruled',
        );
      }
    }
  });

  it('refuses a unit there is not', () => {
    expect(() => golden('rewards', 'X')).toThrow(RangeError);
  });
});
