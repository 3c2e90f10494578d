import type { JsonObject } from '@thidua/scoring';
import {
  cluster,
  clusters,
  criteria,
  distinct,
  emptyParts,
  file,
  named,
  onParts,
  pointsFor,
  refused,
  rounds,
  sound,
  times,
  total,
  traits,
  units,
} from './files.js';
import type { HostileText } from './texts.js';

/** Small files in which units, clusters, criteria, stages and rounds are multiplied with each other. */
export const HOSTILE_UNITS: readonly HostileText[] = [
  refused('1,000 rounds of 1,000 units', () => file(1_000, { entries: [], rounds: rounds(1_000) })),
  refused('100 rounds of 5,000 units', () => file(5_000, { entries: [], rounds: rounds(100) })),
  sound('100 rounds of 1,000 units', () => file(1_000, { entries: [], rounds: rounds(100) })),
  sound('50 rounds of 100 units on 1,000 criteria', () =>
    file(100, { entries: [], rounds: rounds(50) }, criteria(1_000)),
  ),
  sound('20 rounds of 1,000 units, each with points in each', () =>
    file(400, {
      entries: times(8_000, (i) => ({
        unit: `u${i % 400}`,
        criterion: 'a',
        round: `r${Math.floor(i / 400)}`,
        points: 1,
      })),
      rounds: rounds(20),
    }),
  ),
  refused('1,500 empty clusters and 1,500 rewards', () =>
    file(1, {
      clusters: clusters(1_500, 0),
      entries: [],
      rewards: times(1_500, (i) => ({ ...named(`w${i}`), quota: { count: 1 } })),
    }),
  ),
  refused('5,000 empty clusters and 100 rewards', () =>
    file(1, {
      clusters: clusters(5_000, 0),
      entries: [],
      rewards: times(100, (i) => ({ ...named(`w${i}`), quota: { count: 1 } })),
    }),
  ),
  sound('660 empty clusters and 90 rewards', () =>
    file(1, {
      clusters: clusters(660, 0),
      entries: [],
      rewards: times(90, (i) => ({ ...named(`w${i}`), quota: { count: 1 } })),
    }),
  ),
  refused('5,000 clusters and 100 rounds', () =>
    file(1, { clusters: clusters(5_000, 0), entries: [], rounds: rounds(100) }),
  ),
  sound('300 clusters of 1 and 80 rounds', () =>
    file(1, { clusters: clusters(300, 1), entries: [], rounds: rounds(80) }),
  ),
  sound('740 clusters and 80 kinds of facts', () =>
    file(1, {
      clusters: clusters(740, 1),
      entries: [],
      factKinds: times(80, (i) => ({ ...named(`f${i}`), when: total('t > 0') })),
    }),
  ),
  sound('1,190 clusters and 50 classes of 2 conditions', () =>
    file(1, {
      clusters: clusters(1_190, 1),
      entries: [],
      classes: times(50, (i) => ({ ...named(`k${i}`), minTotal: 1, maxPenalty: 0, minParts: { I: 1 } })),
    }),
  ),
  sound('10,000 empty clusters', () => file(1, { clusters: clusters(10_000, 0), entries: [] })),
  refused('6,500 units on 300 parts', () => onParts(file(6_500, { entries: [] }), emptyParts(300))),
  sound('400 units on 40 parts in 70 rounds', () =>
    onParts(file(400, { entries: [], rounds: rounds(70) }), emptyParts(40)),
  ),
  sound('12,000 units on 60 parts', () => onParts(file(12_000, { entries: [] }), emptyParts(60))),
  refused('6,000 units on 3,000 criteria', () => file(6_000, { entries: [] }, criteria(3_000))),
  refused('10 units on 1,001 criteria', () => file(10, { entries: [] }, criteria(1_001))),
  sound('8,000 units on 1,000 criteria', () => file(8_000, { entries: [] }, criteria(1_000))),
  sound('4,000 units on 1,000 criteria, each with an entry', () =>
    file(4_000, { entries: pointsFor(4_000, 1_000) }, criteria(1_000)),
  ),
  sound('3,000 units on 1,000 criteria, entries at 20 stages', () =>
    file(
      3_000,
      {
        entries: pointsFor(3_000, 1_000, (i) => ({ stage: `s${i % 20}` })),
        stages: times(20, (i) => ({ ...named(`s${i}`), by: 'office' })),
      },
      criteria(1_000),
    ),
  ),
  sound('4,000 units on 1,000 criteria for a trait', () =>
    file(
      4_000,
      { clusters: [cluster(units(4_000, () => ({ traits: ['t'] })))], entries: [] },
      criteria(1_000, () => ({ appliesTo: { none: ['t'] } })),
    ),
  ),
  ...(['drop', 'rescalePart', 'rescaleBase'] as const).map((notAssigned) =>
    sound(`4,000 units of unlike traits on 1,000 criteria for some of them, ${notAssigned}`, () => {
      const document = file(
        4_000,
        { clusters: [cluster(units(4_000, (i) => ({ traits: distinct(traits(i)) })))], entries: [] },
        criteria(1_000, (i) => ({ appliesTo: { none: [`t${i % 30}`] } })),
      );
      (document['scales'] as JsonObject[])[0]!['notAssigned'] = notAssigned;
      return document;
    }),
  ),
  sound('1,000 units of 30 traits on 1,000 criteria for one of 30', () =>
    file(
      1_000,
      {
        clusters: [cluster(units(1_000, (i) => ({ traits: times(30, (t) => `t${t + (i % 2)}`) })))],
        entries: [],
      },
      criteria(1_000, () => ({ appliesTo: { any: times(30, (t) => `t${t + 40}`) } })),
    ),
  ),
  sound('4,000 units on 1,000 criteria, of which each lacks another', () =>
    file(
      4_000,
      { entries: [], notAssigned: times(4_000, (i) => ({ unit: `u${i}`, criterion: `c${i % 1_000}` })) },
      criteria(1_000),
    ),
  ),
];
