import type { JsonObject } from '@thidua/scoring';
import {
  cluster,
  clusters,
  criteria,
  direct,
  emptyParts,
  everybody,
  file,
  named,
  onParts,
  pointsFor,
  refused,
  rounds,
  sound,
  sum,
  times,
  total,
  units,
} from './files.js';
import type { HostileText } from './texts.js';

/** Small files in which units and clusters are multiplied with what is asked of them. */
export const HOSTILE_ASKED: readonly HostileText[] = [
  ...(['cluster', 'campaign'] as const).map((scope) =>
    sound(`50 classes, each a share of the next, of 6,000 units of a ${scope}`, () =>
      file(6_000, {
        classes: times(50, (i) => ({
          ...named(`k${i}`),
          ...(i < 49 && { maxShare: { percent: 50 + i, of: `class:k${i + 1}`, scope } }),
        })),
      }),
    ),
  ),
  refused('100 classes, each a share of the next, of 6,000 units', () =>
    file(6_000, {
      classes: times(100, (i) => ({
        ...named(`k${i}`),
        ...(i < 99 && { maxShare: { percent: 50, of: `class:k${i + 1}` } }),
      })),
    }),
  ),
  sound('50 classes of 5,000 units, each a share of the next that goes to every unit', () =>
    file(5_000, {
      classes: times(50, (i) => ({
        ...named(`k${i}`),
        minTotal: (50 - i) / 5,
        ...(i < 49 && { maxShare: { percent: 1_000_000, of: `class:k${i + 1}` } }),
      })),
    }),
  ),
  refused('3,000 rewards, each for who has the one before', () =>
    file(100, {
      rewards: times(3_000, (i) => ({
        ...named(`w${i}`),
        quota: i === 0 ? everybody : { percent: 100, of: `reward:w${i - 1}` },
        ...(i > 0 && { requires: [`w${i - 1}`] }),
      })),
    }),
  ),
  ...(['cluster', 'campaign'] as const).map((scope) =>
    sound(`100 rewards of a ${scope} for 6,000 units, each for who has the one before`, () =>
      file(6_000, {
        rewards: times(100, (i) => ({
          ...named(`w${i}`),
          scope,
          quota: i === 0 ? everybody : { percent: 100, of: `reward:w${i - 1}` },
          ...(i > 0 && { requires: [`w${i - 1}`] }),
        })),
      }),
    ),
  ),
  sound('100 rewards of the campaign for 200 clusters of 20', () =>
    file(4_000, {
      clusters: clusters(200, 20),
      rewards: times(100, (i) => ({ ...named(`w${i}`), scope: 'campaign', quota: everybody })),
    }),
  ),
  refused('100 rewards for 5,000 units, each for who has all the others', () =>
    file(5_000, {
      rewards: times(100, (i) => ({ ...named(`w${i}`), quota: everybody, requires: times(i, (j) => `w${j}`) })),
    }),
  ),
  refused('500 kinds of facts that ask for a mean of 5,000 units', () =>
    file(5_000, {
      factKinds: times(500, (i) => ({
        ...named(`f${i}`),
        when: { inputs: { m: 'mean:a', v: 'value:a' }, expr: `v > m + ${i}` },
      })),
    }),
  ),
  sound('50 means of 2,000 units', () =>
    file(
      2_000,
      {
        entries: pointsFor(2_000, 50, (i) => ({ points: `1.${'3'.repeat(1 + (i % 39))}` })),
        factKinds: times(50, (i) => ({
          ...named(`f${i}`),
          when: { inputs: { m: `mean:c${i}`, v: `total` }, expr: `v > m` },
        })),
      },
      criteria(50),
    ),
  ),
  sound('the mean of 5,000 figures of up to 40 digits', () =>
    file(
      5_000,
      {
        entries: times(5_000, (i) => ({ unit: `u${i}`, criterion: 'a', actual: `${i}.${'3'.repeat(1 + (i % 39))}` })),
        rewards: times(20, (i) => ({
          ...named(`w${i}`),
          quota: everybody,
          when: { inputs: { m: `mean:a`, v: `value:a` }, expr: `v > m + ${i}` },
        })),
      },
      [{ ...named('a'), max: 10, rule: { kind: 'ratio', plan: 3 } }],
    ),
  ),
  ...(['*', '/'] as const).map((sign) =>
    sound(`2 conditions of 90 figures of 40 digits on 1,400 units, each ${sign} the next`, () =>
      file(1_400, {
        clusters: [cluster(units(1_400, (i) => ({ params: { p: `${'7'.repeat(35)}.${10_000 + i}` } })))],
        entries: [],
        rewards: times(2, (i) => ({
          ...named(`w${i}`),
          quota: { count: 1 },
          when: { inputs: { p: 'param:p' }, expr: `${times(90, () => 'p').join(sign)} > ${i}` },
        })),
      }),
    ),
  ),
  refused('100 conditions of 38 steps on 10,000 units', () =>
    file(10_000, {
      entries: [],
      rewards: times(100, (i) => ({ ...named(`w${i}`), quota: { count: 1 }, when: sum(38) })),
    }),
  ),
  refused('10 conditions of 1,000 unused figures on 5,000 units', () =>
    file(5_000, {
      entries: [],
      rewards: times(10, (i) => ({
        ...named(`w${i}`),
        quota: { count: 1 },
        when: { inputs: { t: 'total', ...Object.fromEntries(times(1_000, (j) => [`x${j}`, 'total'])) }, expr: 't > 0' },
      })),
    }),
  ),
  sound('30 conditions of 20 steps on 4,800 units', () =>
    file(4_800, {
      entries: [],
      rewards: times(30, (i) => ({ ...named(`w${i}`), quota: { count: 1 }, when: sum(20) })),
    }),
  ),
  refused('a condition of 200 nodes for the bonus, in 50 rounds of 3,000 units', () => {
    const document = file(3_000, { entries: [], rounds: rounds(50) });
    const scale = (document['scales'] as JsonObject[])[0]!;
    scale['bonus'] = { when: { inputs: { t: 'base' }, expr: `t${'+t'.repeat(98)} > 0` }, criteria: [direct('b')] };
    return document;
  }),
  sound('50 classes of 100 parts each, of 1,300 units', () => {
    const document = file(1_300, {
      entries: [],
      classes: times(50, (i) => ({ ...named(`k${i}`), minParts: Object.fromEntries(times(100, (j) => [`p${j}`, 0])) })),
    });
    return onParts(document, emptyParts(100));
  }),
  refused('3,000 parts and 2,000 units', () => onParts(file(2_000, { entries: [] }), emptyParts(3_000))),
  refused('4,000 groups and as many criteria', () => {
    const document = file(1, { entries: [] });
    return onParts(document, [
      { ...named('p'), max: 0, groups: times(4_000, (i) => ({ ...named(`g${i}`), criteria: [direct(`c${i}`)] })) },
    ]);
  }),
  refused('2,000 keys of the precedence and 2,000 units that are equal', () =>
    file(2_000, { entries: [], ranking: { precedence: times(2_000, (i) => `criterion:c${i}`) } }, criteria(2_000)),
  ),
  sound('30 keys of the precedence and 10,000 units that are equal', () =>
    file(10_000, { entries: [], ranking: { precedence: times(30, (i) => `criterion:c${i}`) } }, criteria(60)),
  ),
  sound('100 scales of 40 criteria, and 500 criteria in conditions', () =>
    file(1, {
      scales: times(100, (i) => ({
        ...named(i === 0 ? 'S' : `S${i}`),
        version: 1,
        parts: [{ ...named('I'), max: 1, criteria: criteria(40) }],
      })),
      clusters: times(100, (i) => ({ ...named(`C${i}`), scale: i === 0 ? 'S' : `S${i}`, units: [named(`u${i}`)] })),
      entries: [],
      rewards: times(10, (i) => ({
        ...named(`w${i}`),
        quota: { count: 1 },
        when: { inputs: Object.fromEntries(times(40, (j) => [`x${j}`, `criterion:c${j}`])), expr: 'x1 > 0' },
      })),
    }),
  ),
  refused('2,000 sources that are not there', () =>
    file(
      1,
      {
        rewards: times(20, (i) => ({
          ...named(`w${i}`),
          quota: { count: 1 },
          when: { inputs: Object.fromEntries(times(200, (j) => [`x${j}`, `group:g${j}`])), expr: 'x1 > 0' },
        })),
      },
      criteria(1_000),
    ),
  ),
  sound('100 kinds of facts in force for each of 3,000 units, which bar', () =>
    file(3_000, {
      entries: [],
      factKinds: times(40, (i) => ({ ...named(`f${i}`), barred: true, when: total('t >= 0') })),
      rewards: times(100, (i) => ({ ...named(`w${i}`), quota: everybody })),
    }),
  ),
  sound('5,000 holds, each of another unit, and 100 rewards', () =>
    file(5_000, {
      entries: [],
      holds: times(4_000, (i) => ({ unit: `u${i}`, kind: 'k', from: '2022-01-01' })),
      rewards: times(100, (i) => ({ ...named(`w${i}`), quota: everybody })),
    }),
  ),
  sound('5,000 bands of figures that are worked out exactly', () =>
    file(
      4_000,
      { entries: times(4_000, (i) => ({ unit: `u${i}`, criterion: 'a', actual: `5e3.${i}`.replace('e3', '000') })) },
      [
        {
          ...named('a'),
          max: '1000000000000000000000000',
          rule: { kind: 'bands', bands: times(4_000, (i) => ({ from: i, to: i + 1, points: 1 })), else: 0 },
        },
      ],
    ),
  ),
  sound('10 criteria of 500 inputs and 500 params', () =>
    file(
      500,
      {
        clusters: [cluster(units(200, () => ({ params: Object.fromEntries(times(100, (j) => [`p${j}`, 1])) })))],
        entries: [],
      },
      times(100, (i) => ({
        ...named(`c${i}`),
        max: 10,
        rule: { kind: 'formula', inputs: ['x'], params: times(100, (j) => `p${j}`), expr: 'x' },
      })),
    ),
  ),
  sound('8,000 items done of a list of 8,000', () =>
    file(1, { entries: [{ unit: 'u0', criterion: 'a', done: times(8_000, (i) => `i${i}`) }] }, [
      {
        ...named('a'),
        max: 10,
        rule: { kind: 'checklist', items: Object.fromEntries(times(8_000, (i) => [`i${i}`, '0.001'])) },
      },
    ]),
  ),
  sound('100 criteria measured against the best of 5,000 units', () =>
    file(
      5_000,
      {
        entries: times(5_000, (i) => ({ unit: `u${i}`, criterion: `c${i % 100}`, actual: 1 + ((i * 7919) % 10_007) })),
      },
      times(100, (i) => ({ ...named(`c${i}`), max: 10, rule: { kind: 'relative' } })),
    ),
  ),
  sound('4,000 heads of as many collectives', () =>
    file(1, {
      clusters: [
        cluster(units(4_000)),
        cluster(
          times(4_000, (i) => ({ ...named(`h${i}`), kind: 'individual', headOf: `u${i}` })),
          'D',
        ),
      ],
      entries: [],
      classes: times(30, (i) => ({
        ...named(`k${i}`),
        ...(i < 29 && { maxShare: { percent: 50, of: `class:k${i + 1}` } }),
      })),
    }),
  ),
  sound('50 classes, each a share of the next, of every other unit of 5,000', () =>
    file(5_000, {
      clusters: [cluster(units(5_000, (i) => ({ params: { p: i % 2 } })))],
      classes: times(50, (i) => ({
        ...named(`k${i}`),
        ...(i < 49 && { maxShare: { percent: 40, of: `class:k${i + 1}` } }),
        ...(i % 2 === 0 && { when: { inputs: { p: 'param:p' }, expr: 'p > 0' } }),
      })),
    }),
  ),
  sound('50 classes of 6,000 units of 200 clusters, some a share of the campaign', () =>
    file(6_000, {
      clusters: clusters(200, 30),
      classes: times(50, (i) => ({
        ...named(`k${i}`),
        ...(i < 49 && { maxShare: { percent: 40, of: `class:k${i + 1}`, scope: i < 25 ? 'campaign' : 'cluster' } }),
      })),
    }),
  ),
  refused('30 conditions of 20 steps on 10,000 units', () =>
    file(10_000, {
      entries: [],
      rewards: times(30, (i) => ({ ...named(`w${i}`), quota: { count: 1 }, when: sum(20) })),
    }),
  ),
  sound('50 conditions of 20 steps on 2,900 units of unlike params, that hold for nobody', () =>
    file(2_900, {
      clusters: [cluster(units(2_900, (i) => ({ params: { p: i } })))],
      entries: [],
      rewards: times(50, (i) => ({
        ...named(`w${i}`),
        quota: { count: 1 },
        when: { inputs: { p: 'param:p' }, expr: `p${'+p'.repeat(8)} < 0` },
      })),
    }),
  ),
  sound('50 conditions of 20 steps on 2,900 units, of which each lacks another criterion, that hold for nobody', () =>
    file(
      2_900,
      {
        entries: [],
        notAssigned: times(2_900, (i) => ({ unit: `u${i}`, criterion: `c${i % 500}` })),
        rewards: times(50, (i) => ({ ...named(`w${i}`), quota: { count: 1 }, when: total(`t${'+t'.repeat(8)} < 0`) })),
      },
      criteria(500),
    ),
  ),
  sound('3,000 units, of which each lacks another criterion of 300 groups', () => {
    const document = file(3_000, {
      entries: [],
      notAssigned: times(3_000, (i) => ({ unit: `u${i}`, criterion: `c${i % 299}` })),
    });
    return onParts(document, [
      { ...named('p'), max: 0, groups: times(299, (i) => ({ ...named(`g${i}`), criteria: [direct(`c${i}`)] })) },
    ]);
  }),
];
