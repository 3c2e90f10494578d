import type { JsonObject } from '@thidua/scoring';
import { direct, file, named, refused, sound, times, year } from './files.js';
import type { HostileText } from './texts.js';

/** A unit's figures of 40 digits, and a condition over them. */
const figures = (size: number, expr: string): JsonObject =>
  file(size, {
    clusters: [
      {
        ...{ code: 'C', name: 'C', scale: 'S' },
        units: times(size, (i) => ({
          ...named(`u${i}`),
          params: { p: `1.${'3'.repeat(39)}`, q: `${'7'.repeat(39)}${i % 10}` },
        })),
      },
    ],
    classes: [{ ...named('k'), when: { inputs: { p: 'param:p', q: 'param:q' }, expr } }],
  });

const groups = (depth: number): JsonObject => {
  let group: JsonObject = { ...named('g'), criteria: [direct('b')] };
  for (let level = 0; level < depth; level++) group = { ...named(`g${level}`), groups: [group] };
  return group;
};

/** Each class a share of the next, which only the last does not need. */
const chain = (length: number, scope: string): JsonObject[] =>
  times(length, (i) => ({
    ...named(`k${i}`),
    ...(i < length - 1 && { maxShare: { percent: 20 + i, of: `class:k${i + 1}`, scope } }),
  }));

const relative = (size: number, rule: JsonObject = {}): JsonObject =>
  file(
    size,
    {
      entries: times(size, (i) => ({
        unit: `u${i}`,
        criterion: 'a',
        actual: 1 + ((i * 7919) % 10_007),
        ...(rule['atPlan'] !== undefined && { plan: 5000 }),
      })),
    },
    [{ code: 'a', name: 'a', max: 10, rule: { kind: 'relative', ...rule } }],
  );

const nested = (open: string, inner: string, close: string): string =>
  `${open.repeat(10_000)}${inner}${close.repeat(10_000)}`;

export const HOSTILE_RULES: readonly HostileText[] = [
  { name: 'rules: JSON groups 10,000 deep', syntax: 'json', make: () => nested('{"groups":[', '', ']}') },
  { name: 'rules: YAML groups 10,000 deep', syntax: 'yaml', make: () => nested('{groups: [', '', ']}') },
  refused('groups 5 deep', () =>
    file(1, { scales: [{ ...named('S'), version: 1, parts: [{ ...named('I'), max: 10, groups: [groups(5)] }] }] }),
  ),
  sound('100,000 marks', () =>
    file(
      1,
      {
        entries: [
          { unit: 'u0', criterion: 'a', marks: Object.fromEntries(times(100_000, (i) => [`m${i}`, (i % 1000) / 100])) },
        ],
      },
      [{ ...named('a'), max: 10, rule: { kind: 'panel', how: 'median', drop: 100 } }],
    ),
  ),
  refused('100,000 rounds', () =>
    file(1, {
      rounds: times(100_000, (i) => ({ ...named(`r${i}`), ...year })),
      entries: times(100_000, (i) => ({ unit: 'u0', criterion: 'a', round: `r${i}`, points: 1 })),
    }),
  ),
  refused('100,000 stages', () => file(1, { stages: times(100_000, (i) => ({ ...named(`s${i}`), by: 'office' })) })),
  refused('100,000 kinds of facts', () =>
    file(1, {
      factKinds: times(100_000, (i) => named(`f${i}`)),
      facts: times(1_000, (i) => ({ unit: 'u0', kind: `f${i}`, from: '2022-01-01' })),
    }),
  ),
  sound('100,000 facts of 100 kinds', () =>
    file(100, {
      factKinds: times(100, (i) => named(`f${i}`)),
      facts: times(100_000, (i) => ({ unit: `u${i % 100}`, kind: `f${i % 97}`, from: '2022-01-01' })),
    }),
  ),
  sound('100,000 facts of one kind', () =>
    file(1, { factKinds: [named('f')], facts: times(100_000, () => ({ unit: 'u0', kind: 'f', from: '2022-01-01' })) }),
  ),
  sound('100,000 criteria that are not assigned', () =>
    file(
      100,
      {
        entries: [],
        notAssigned: times(100_000, (i) => ({ unit: `u${i % 100}`, criterion: `c${Math.floor(i / 100)}` })),
      },
      times(1_000, (i) => direct(`c${i}`)),
    ),
  ),
  refused('100,000 times the same criterion not assigned', () =>
    file(1, { entries: [], notAssigned: times(100_000, () => ({ unit: 'u0', criterion: 'a' })) }),
  ),
  refused('100,000 classes', () => file(1, { classes: times(100_000, (i) => named(`k${i}`)) })),
  refused('20,000 rewards', () =>
    file(1, { rewards: times(20_000, (i) => ({ ...named(`w${i}`), quota: { count: 1 } })) }),
  ),
  sound('a condition of 1,000 characters', () =>
    file(1_000, { classes: [{ ...named('k'), when: { inputs: { t: 'total' }, expr: `t > 0${' '.repeat(995)}` } }] }),
  ),
  sound('a condition of 200 nodes', () =>
    file(2_400, { classes: [{ ...named('k'), when: { inputs: { t: 'total' }, expr: `t${'+t'.repeat(98)} > 0` } }] }),
  ),
  refused('a condition of 400 nodes', () =>
    file(1, { classes: [{ ...named('k'), when: { inputs: { t: 'total' }, expr: `t${'+t'.repeat(198)} > 0` } }] }),
  ),
  sound('ternaries in ternaries', () =>
    file(1_750, {
      classes: [
        {
          ...named('k'),
          when: { inputs: { t: 'total' }, expr: `${'t > 1 ? '.repeat(28)}t > 2${' : t > 3'.repeat(28)}` },
        },
      ],
    }),
  ),
  sound('a product of 90 figures of 40 digits', () =>
    figures(100, `${times(90, (i) => (i % 2 === 0 ? 'p' : 'q')).join('*')} > 1`),
  ),
  sound('quotients of 90 figures of 40 digits', () =>
    figures(100, `${times(90, (i) => (i % 2 === 0 ? 'p' : 'q')).join('/')} > 1`),
  ),
  sound('sums of quotients of figures of 40 digits', () =>
    figures(100, `${times(33, (i) => `p/(q+${i})`).join('+')} > 1`),
  ),
  refused('decimals of 900 digits', () =>
    file(1, { classes: [{ ...named('k'), when: { inputs: { t: 'total' }, expr: `t > ${'9'.repeat(900)}` } }] }),
  ),
  sound('a chain of shares over 5,000 units', () => file(5_000, { classes: chain(6, 'cluster') })),
  sound('a chain of shares over 5,000 units of a campaign', () => file(5_000, { classes: chain(6, 'campaign') })),
  sound('a chain of 50 shares over 5,000 units', () => file(5_000, { classes: chain(50, 'cluster') })),
  sound('10,000 units measured against the best', () => relative(10_000)),
  sound('10,000 units measured against the best beyond the plan', () => relative(10_000, { atPlan: '0.5' })),
  sound('the means of 10,000 units in 10 conditions', () =>
    file(10_000, {
      rewards: times(10, (i) => ({
        ...named(`w${i}`),
        quota: { count: 1 },
        when: { inputs: { m: 'mean:a', v: 'value:a' }, expr: `v > m + ${i}` },
      })),
    }),
  ),
];
