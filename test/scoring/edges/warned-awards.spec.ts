import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import {
  ALL,
  cluster,
  classes,
  criterion,
  notAssigned,
  part,
  rewards,
  TOTAL,
  TWO,
  unit,
  warned,
  when,
  WIDE,
  type Case,
} from './warned-file.js';

describe('classes and rewards that nobody can have', () => {
  it.each<Case>([
    [
      'where nobody competes nothing is said of classes, and rewards have no units',
      {
        units: ALL.map((code) => unit(code, { competes: false })),
        file: { ...classes({ minTotal: 99 }), ...rewards({ classes: ['k0'] }) },
      },
      ['reward.unreachable rewards[0] {"reason":"cluster"}'],
    ],
    [
      'a class whose condition holds for one unit, and whose least total is too much for it',
      {
        units: [unit('U1', { params: { p: 1 } }), unit('U2', { params: { p: 9 } })],
        file: classes({ minTotal: 31, ...when('p > 5', { p: 'param:p' }) }),
      },
      ['class.unreachable classes[0] {"reason":"conditions"}'],
    ],
    [
      'a condition that holds for nobody is told once; the class is nobody’s all the same',
      { file: { ...classes(when('t > 30', TOTAL), {}), ...rewards({ classes: ['k0'] }, { classes: ['k1'] }) } },
      ['condition.never classes[0].when', 'reward.unreachable rewards[0] {"reason":"class"}'],
    ],
    [
      'a ceiling of the best class keeps nobody from it, one of the next does',
      {
        file: {
          factKinds: [
            { code: 'e', name: 'e' },
            { code: 'f', name: 'f', classAtMost: 'k0' },
          ],
          ...classes({ minTotal: 9 }, { minTotal: 10 }),
        },
      },
      [
        'fact.class.best factKinds[1].classAtMost {"class":"k0","name":"K0"}',
        'class.shadowed classes[1] {"by":"k0","name":"K0"}',
      ],
    ],
    [
      'a share of the next class leaves some to it, be it the whole',
      { file: classes({ maxShare: { percent: 100, of: 'class:k1' } }, {}) },
      [],
    ],
    [
      'a share of a class that nobody can get',
      { file: classes({ maxShare: { percent: 100, of: 'class:k1' } }, { minTotal: 31 }) },
      ['class.share.none classes[0].maxShare {"of":"next"}', 'class.unreachable classes[1] {"reason":"conditions"}'],
    ],
    [
      'a part that may be below 0 on one of the scales leaves out whom a least of 0 asks for',
      {
        second: {
          parts: [
            WIDE[0]!,
            part('II', 10, { min: null, criteria: [criterion('c'), criterion('m', { sign: 'minus' })] }),
          ],
        },
        file: { ...TWO, ...classes({ minParts: { II: 0 } }, {}) },
      },
      [],
    ],
    [
      'also where a scale that nobody is scored on does not have it',
      {
        second: { parts: [part('X', 10, { criteria: [criterion('x')] })] },
        file: classes({ minParts: { II: 0 } }, {}),
      },
      ['class.shadowed classes[1] {"by":"k0","name":"K0"}'],
    ],
    [
      'a leader of a guest, and a file without classes to say so of',
      {
        file: {
          clusters: [
            cluster('C', [unit('U1', { competes: false })]),
            cluster('D', [unit('P', { kind: 'individual', headOf: 'U1' })]),
          ],
          ...classes({}),
        },
      },
      ['unit.headOf.guest clusters[1].units[0].headOf {"unit":"U1","name":"U1"}'],
    ],
    [
      'the same without classes',
      {
        file: {
          clusters: [
            cluster('C', [unit('U1', { competes: false })]),
            cluster('D', [unit('P', { kind: 'individual', headOf: 'U1' })]),
          ],
        },
      },
      [],
    ],
    [
      'a reward whose condition holds for nobody, and one that requires it',
      { file: rewards(when('t > 30', TOTAL), { requires: ['r0'] }) },
      ['condition.never rewards[0].when', 'reward.unreachable rewards[1] {"reason":"required"}'],
    ],
    [
      'one whose condition holds for somebody is not in the way',
      {
        units: [unit('U1', { params: { p: 1 } }), unit('U2', { params: { p: 9 } })],
        file: rewards(when('p > 5', { p: 'param:p' }), { requires: ['r0'] }),
      },
      [],
    ],
    [
      'least totals are those of the scales of whom the reward is for',
      {
        second: {},
        file: {
          clusters: [cluster('C', [unit('P', { kind: 'individual' })]), cluster('D', [unit('U2')], 'T')],
          ...rewards(
            { for: 'collective', minTotal: 50 },
            { for: 'individual', minTotal: 30 },
            { for: 'individual', minTotal: 31 },
            { minTotal: 50 },
            { minTotal: 51 },
          ),
        },
      },
      [2, 4].map((index) => `reward.unreachable rewards[${index}] {"reason":"total"}`),
    ],
    [
      'of one cluster with both kinds, too',
      {
        units: [unit('U1'), unit('P', { kind: 'individual' })],
        file: {
          ...notAssigned(['P'], 'c'),
          ...rewards({ for: 'individual', minTotal: 20 }, { for: 'individual', minTotal: 21 }),
        },
      },
      [
        'part.notAssigned scales[0].parts[1] {"part":"II","partName":"II","mode":"drop","units":1,"unit":"P","name":"P"}',
        'reward.unreachable rewards[1] {"reason":"total"}',
      ],
    ],
    [
      'and of the clusters that are large enough',
      {
        second: {},
        file: {
          clusters: [
            cluster(
              'C',
              ['A1', 'A2', 'A3'].map((code) => unit(code)),
            ),
            cluster('D', [unit('B1')], 'T'),
          ],
          ...rewards({ minClusterSize: 3, minTotal: 30 }, { minClusterSize: 3, minTotal: 31 }, { minTotal: 50 }),
        },
      },
      ['reward.unreachable rewards[1] {"reason":"total"}'],
    ],
  ])('%s', (_what, change, expected) => expect(warned(change)).toEqual(expected));
});

describe('shares of who is proposed for another reward', () => {
  /** Clusters of 2, 2 and 5. */
  const clusters = [2, 2, 5].map((size, index) =>
    cluster(
      `C${index}`,
      Array.from({ length: size }, (_, at) => unit(`U${index}${at}`)),
    ),
  );
  const none = 'reward.unreachable rewards[1] {"reason":"quota"}';

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'two in each of three clusters: 16 % of 6',
      { quota: { count: 2 } },
      { scope: 'campaign', quota: { percent: 16 } },
      [none],
    ],
    ['17 % of 6', { quota: { count: 2 } }, { scope: 'campaign', quota: { percent: 17 } }, []],
    [
      'no more in a cluster than its units: 11 % of 2 + 2 + 5',
      { quota: { count: 5 } },
      { scope: 'campaign', quota: { percent: 11 } },
      ['reward.quota.large rewards[0].quota {"reason":"cluster","quota":"5","units":2,"group":"C0","name":"C0"}', none],
    ],
    [
      '12 % of 2 + 2 + 5',
      { quota: { count: 5 } },
      { scope: 'campaign', quota: { percent: 12 } },
      ['reward.quota.large rewards[0].quota {"reason":"cluster","quota":"5","units":2,"group":"C0","name":"C0"}'],
    ],
    [
      'three of the campaign: 33 % of 3',
      { scope: 'campaign', quota: { count: 3 } },
      { scope: 'campaign', quota: { percent: 33 } },
      [none],
    ],
    ['34 % of 3', { scope: 'campaign', quota: { count: 3 } }, { scope: 'campaign', quota: { percent: 34 } }, []],
    // All three may be of the largest cluster, and no more than two of another.
    ['33 % of 3 in a cluster', { scope: 'campaign', quota: { count: 3 } }, { quota: { percent: 33 } }, [none]],
    ['34 % of 3 in a cluster', { scope: 'campaign', quota: { count: 3 } }, { quota: { percent: 34 } }, []],
    ['19 % of 5 in a cluster', { scope: 'campaign', quota: { count: 9 } }, { quota: { percent: 19 } }, [none]],
    ['20 % of 5 in a cluster', { scope: 'campaign', quota: { count: 9 } }, { quota: { percent: 20 } }, []],
    ['one in each cluster: 33 % of 3', { quota: { count: 1 } }, { scope: 'campaign', quota: { percent: 33 } }, [none]],
    ['34 % of one in each cluster', { quota: { count: 1 } }, { scope: 'campaign', quota: { percent: 34 } }, []],
    ['one in each: 99 % of 1', { quota: { count: 1 } }, { quota: { percent: 99 } }, [none]],
    [
      'half of each, rounded up: 19 % of 1 + 1 + 3',
      { quota: { percent: 50, rounding: 'up' } },
      { scope: 'campaign', quota: { percent: 19 } },
      [none],
    ],
    [
      'half of each, rounded up: 20 % of 1 + 1 + 3',
      { quota: { percent: 50, rounding: 'up' } },
      { scope: 'campaign', quota: { percent: 20 } },
      [],
    ],
  ])('%s', (_what, first, second, expected) => {
    const share = { ...second, quota: { ...(second['quota'] as JsonObject), of: 'reward:r0' } };
    expect(warned({ file: { clusters, ...rewards(first, share) } })).toEqual(expected);
  });
});

describe('shares of classes too small for a place', () => {
  /** Clusters of 3 and 3, one of each a guest where a case says so. */
  const clusters = (competes: boolean): JsonObject[] =>
    ['C', 'D'].map((code) =>
      cluster(
        code,
        [1, 2, 3].map((at) => unit(`${code}${at}`, at === 3 ? { competes } : {})),
      ),
    );
  const none = (key: string): string[] => [`class.share.none classes[0].${key} {"of":"ranked"}`];

  it.each<[string, JsonObject, boolean, string[]]>([
    ['a third of 3', { maxPercent: 33 }, true, none('maxPercent')],
    ['34 % of 3', { maxPercent: 34 }, true, []],
    ['34 % of 2 who compete', { maxPercent: 34 }, false, none('maxPercent')],
    ['half of 2 who compete', { maxPercent: 50 }, false, []],
    ['16 % of 6', { maxShare: { percent: 16, of: 'ranked', scope: 'campaign' } }, true, none('maxShare')],
    ['17 % of 6', { maxShare: { percent: 17, of: 'ranked', scope: 'campaign' } }, true, []],
    ['a fifth of the 5 besides one of 6', { maxShare: { percent: 20, of: 'class:k1', scope: 'campaign' } }, true, []],
    [
      '19 % of them',
      { maxShare: { percent: 19, of: 'class:k1', scope: 'campaign' } },
      true,
      ['class.share.none classes[0].maxShare {"of":"next"}'],
    ],
    ['17 % of 3', { maxShare: { percent: 17, of: 'ranked' } }, true, none('maxShare')],
  ])('%s', (_what, share, competes, expected) => {
    expect(
      warned({ file: { clusters: clusters(competes), ...classes(share, { minTotal: 5, maxPercent: 99 }) } }),
    ).toEqual(expected);
  });
});

it('a reward for persons may have more places than persons: a share of one for everybody', () => {
  const units = [unit('U1'), unit('P', { kind: 'individual' })];
  const share = { for: 'individual', scope: 'campaign', quota: { percent: 100, of: 'reward:r0' } };
  expect(warned({ units, file: rewards({ quota: { count: 2 } }, share) })).toEqual([
    'reward.quota.large rewards[1].quota {"reason":"campaign","quota":"2","units":1,"group":"","name":""}',
  ]);
});
