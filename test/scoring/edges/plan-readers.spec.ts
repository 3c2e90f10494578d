import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  type Competition,
  type JsonObject,
  type JsonValue,
  type Plan,
} from '@thidua/scoring';
import { readJsonFile, valueOf } from '../read-file.js';
import { WHOLE, withAt } from './whole-file.js';

const TOLD = readJsonFile<Record<string, string[]>>('scoring/edges/plan-readers.json');

type Changes = Record<string, JsonValue | undefined>;

const changed = (changes: Changes): JsonObject =>
  Object.entries(changes).reduce((file, [path, value]) => withAt(path, value, file), WHOLE);

/** `code path {params}` of each error, with all that is told beside it. */
function toldOf(changes: Changes): string[] {
  const outcome = readCompetition(changed(changes));
  const errors = outcome.ok ? [] : outcome.errors;
  return errors.map(({ code, path, params }) =>
    [code, path, params && JSON.stringify(params)].filter(Boolean).join(' '),
  );
}

function planOf(changes: Changes): Plan {
  const { entries: _entries, ...rules } = valueOf<Competition>(readCompetition(changed(changes)));
  return compile(rules);
}

const LONG = 'l'.repeat(90);
const criterion = (code: string, max: JsonValue = 10, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max, rule: { kind: 'direct' } },
  ...over,
});
const group = (max: number, over: JsonObject): JsonObject => ({ code: 'G', name: 'G', max, ...over });
const part = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, criteria: [criterion(`${code}.a`)] },
  ...over,
});
const asks = (source: JsonValue): JsonObject => ({ inputs: { a: source }, expr: 'a > 0' });
const WHEN = 'classes[0].when';
const RAW = 'scales[0].parts[1]';
const VOTE = 'rewards[0].vote';
const FACT = { unit: 'U', kind: 'f', from: '2022-01-01' };
const FACTS: Changes = {
  factKinds: [
    { code: 'f', name: 'F' },
    { code: 'd', name: 'D', when: asks('total') },
  ],
};
const NO_ENTRIES: Changes = { entries: undefined };
const round = (over: JsonObject): JsonObject => ({
  ...{ code: 'q', name: 'Q', from: '2022-01-01', to: '2022-03-31' },
  ...over,
});
const deep = (depth: number): JsonObject => ({
  ...{ code: `G${depth}`, name: 'G' },
  ...(depth > 5 ? { criteria: [criterion('d')] } : { groups: [deep(depth + 1)] }),
});
const scaleOf = (code: string, ...parts: string[]): JsonObject => ({
  ...{ code, version: 1, name: code, parts: parts.map((each) => part(each)) },
});
const clusterOf = (code: string, scale: string): JsonObject => ({
  ...{ code, name: code, scale, units: [{ code: `${code}.U`, name: 'U' }] },
});

const WRONG: [string, Changes][] = [
  ['traits that are no codes, and one twice', { 'clusters[0].units[0].traits': ['a', null, 'a', null] }],
  ['traits that are no list', { 'clusters[0].units[0].traits': 5 }],

  ['a condition that is none', { [WHEN]: 5 }],
  ['inputs that are none', { [WHEN]: { inputs: 5, expr: 'true' } }],
  ['an input that has the name of the max', { [WHEN]: { inputs: { full: 'total' }, expr: 'true' } }],
  ['an input of a name that is none', { [WHEN]: { inputs: { [`${LONG} x`]: 'total' }, expr: 'true' } }],
  ['a condition without its expression', { [WHEN]: { inputs: {} } }],
  ['an expression that is a number', { [WHEN]: { inputs: {}, expr: 5 } }],
  ['a long source of no kind', { [WHEN]: asks(LONG) }],
  ['a source behind something else', { [WHEN]: asks('xpart:I') }],
  ['a source that means another', { [WHEN]: asks('part I') }],
  ['a source where no scale is known', { 'clusters[0].scale': 'none', [WHEN]: asks('part I') }],
  ['a fact where no scale is known', { 'clusters[0].scale': 'none', ...FACTS, [WHEN]: asks('fact:x') }],
  ['an unknown fact', { ...FACTS, [WHEN]: asks('fact:x') }],
  [
    'an unknown part beside a group',
    { [`${RAW}.groups`]: [group(5, { criteria: [criterion('g')] })], [WHEN]: asks('part:x') },
  ],
  ['an unknown group', { [`${RAW}.groups`]: [group(5, { criteria: [criterion('g')] })], [WHEN]: asks('group:x') }],
  [
    'an unknown value where a part is called as a criterion',
    { [`${RAW}.criteria[0].code`]: 'II', [WHEN]: asks('value:x') },
  ],
  ['the value of a rule that is wrong', { [`${RAW}.criteria[0].rule`]: { kind: 'none' }, [WHEN]: asks('value:II.1') }],

  ['a minus in the penalty', { 'scales[0].penalty.criteria[0].sign': 'minus' }],
  [
    'an entry for a criterion without a name',
    { 'scales[0].parts[0].criteria[0].name': undefined, 'entries[0].points': 11 },
  ],
  ['a stage that is none', { [`${RAW}.criteria[0].scoredBy`]: LONG }],
  ['whom a criterion is for that is none', { [`${RAW}.criteria[0].appliesTo`]: 5 }],

  ['kinds of facts that are no list', { factKinds: 5 }],
  ['a kind of facts that is none', { factKinds: [5] }],
  [
    'kinds of facts of one code',
    {
      factKinds: [
        { code: 'f', name: 'F' },
        { code: 'f', name: 'G' },
      ],
    },
  ],
  ['kinds of facts without a code', { factKinds: [{ name: 'F' }, { name: 'G' }] }],
  ['a class at most that is none', { factKinds: [{ code: 'f', name: 'F', classAtMost: LONG }] }],
  ['a class at most that is no code', { factKinds: [{ code: 'f', name: 'F', classAtMost: 5 }] }],
  ['facts that are no list', { ...FACTS, facts: 5 }],
  ['a fact that is none', { ...FACTS, facts: [5] }],
  ['a fact without its kind', { ...FACTS, facts: [{ unit: 'U', from: '2022-01-01' }] }],
  ['a fact of an unknown kind', { ...FACTS, facts: [{ ...FACT, kind: LONG }] }],
  ['a fact of a derived kind', { ...FACTS, facts: [{ ...FACT, kind: 'd' }] }],

  ['a quota by count and by per cent', { 'rewards[0].quota': { count: 1, percent: 500 } }],
  ['a quota that is only rounded', { 'rewards[0].quota': { rounding: 'up' } }],
  ['a quota of a number', { 'rewards[1].quota': { percent: 5, of: 5 } }],
  ['a quota of neither', { 'rewards[1].quota': { percent: 5, of: 'best' } }],
  ['a quota of an unknown reward', { 'rewards[1].quota': { percent: 5, of: `reward:${LONG}` } }],

  [
    'a part that not all scales have',
    {
      'scales[1]': scaleOf('T', 'II', 'III'),
      'scales[2]': scaleOf('W', 'IV', 'III'),
      'scales[0].parts[2]': part('III'),
      ...{ 'clusters[1]': clusterOf('D', 'T'), 'clusters[2]': clusterOf('E', 'W') },
      ...{ 'ranking.precedence': ['total'], 'classes[0].minParts': { II: 1 } },
    },
  ],

  ['no round', { ...NO_ENTRIES, rounds: [], combine: { how: 'weighted' } }],
  ['rounds that are no list', { ...NO_ENTRIES, rounds: 5 }],
  ['a round that is none', { ...NO_ENTRIES, rounds: [5] }],
  ['rounds without a code', { ...NO_ENTRIES, rounds: [round({ code: null }), round({ code: null })] }],
  ['rounds of one code', { ...NO_ENTRIES, rounds: [round({}), round({ name: 'R' })] }],
  [
    'an entry made twice in a round and a stage without names',
    {
      stages: [{ code: 'self', by: 'unit' }],
      rounds: [{ code: 'q', from: '2022-01-01', to: '2022-03-31' }],
      entries: Array.from({ length: 2 }, () => ({
        ...{ unit: 'U', criterion: 'I.1', round: 'q', stage: 'self', evidence: ['e'], reason: 'r', points: 5 },
      })),
    },
  ],
  ['a round without an end', { ...NO_ENTRIES, rounds: [{ code: 'q', name: 'Q', from: '2022-01-01' }] }],
  ['rounds that weigh nothing', { ...NO_ENTRIES, rounds: [round({ weight: 0 })], combine: { how: 'weighted' } }],
  [
    'weights of rounds that are none',
    { ...NO_ENTRIES, rounds: [round({ weight: 'x' }), round({ code: 'r', weight: -1 })] },
  ],
  ['a way to combine that is none', { ...NO_ENTRIES, rounds: [round({})], combine: 5 }],

  ['a part without a name that is not reached', { [`${RAW}.name`]: undefined, [`${RAW}.max`]: 11 }],
  ['a least above the most', { [`${RAW}.min`]: 11 }],
  [
    'a part that its capped group cannot fill',
    { [RAW]: part('II', { max: 10, criteria: [], groups: [group(5, { criteria: [criterion('g', 30)] })] }) },
  ],
  [
    'a part about a group of which one cannot tell',
    { [RAW]: part('II', { max: 10, criteria: [], groups: [group(5, { criteria: [criterion('g', 'x')] })] }) },
  ],
  [
    'a part and its group that are not reached',
    { [RAW]: part('II', { max: 15, criteria: [], groups: [group(20, { criteria: [criterion('g')] })] }) },
  ],
  ['criteria that are no list', { [`${RAW}.criteria`]: 5 }],
  ['groups that are no list', { [RAW]: part('II', { criteria: [], groups: 5 }) }],
  ['a group that is none', { [RAW]: part('II', { criteria: [], groups: [5] }) }],
  ['a group without anything', { [`${RAW}.groups`]: [group(5, {})] }],
  ['groups five deep', { [`${RAW}.groups`]: [deep(1)] }],

  ['no stage', { stages: [] }],
  ['stages that are no list', { stages: 5 }],
  ['a stage that is no object', { stages: [5] }],
  [
    'stages without a code',
    {
      stages: [
        { code: 'self', name: 'S', by: 'unit' },
        { name: 'A', by: 'office' },
        { name: 'B', by: 'office' },
      ],
    },
  ],
  [
    'stages of one code',
    {
      stages: [
        { code: 'self', name: 'S', by: 'unit' },
        { code: 'self', name: 'T', by: 'office' },
      ],
    },
  ],
  ['a stage by nobody', { stages: [{ code: 'self', name: 'S', by: 'nobody' }] }],
  ['weights of stages that are none', { 'ranking.stageWeights': 5 }],
  ['weights of unknown stages', { 'ranking.stageWeights': { [LONG]: 1 } }],
  ['a weight that is none, and one below nothing', { 'ranking.stageWeights': { self: 'x', cluster: -1 } }],
  ['weights that come to nothing', { 'ranking.stageWeights': { self: 0 } }],

  ['whom a vote must include that is no list', { [`${VOTE}.mustInclude`]: 5, [`${VOTE}.secret`]: false }],
  ['whom a vote must include, twice', { [`${VOTE}.mustInclude`]: ['a', 5, 'a ', 'b'], [`${VOTE}.secret`]: false }],
  ['a quorum that is none', { [`${VOTE}.quorum`]: true }],
];

describe('of a wrong file is told in full', () => {
  it.each(WRONG)('%s', (name, changes) => {
    expect(toldOf(changes)).toEqual(TOLD[name]);
  });
  it('says what a source may have been meant for', () => {
    const outcome = readCompetition(changed({ [WHEN]: asks('part I') }));
    expect(outcome).toMatchObject({ errors: [{ message: expect.stringMatching(/: part:I\?$/) }] });
  });

  it('nothing of what may be', () => {
    const vote = { [`${VOTE}.mustInclude`]: [], [`${VOTE}.secret`]: true };
    const weightless = { rounds: [round({ weight: 0 })], combine: { how: 'mean' } };
    expect([toldOf(vote), toldOf({ ...NO_ENTRIES, ...weightless })]).toEqual([[], []]);
  });

  it('what conditions come to is counted of those that are right', () => {
    // 200 steps, which count as 200 + 200²/15 = 2,866, in each of 100 rewards, of 30 units: 8,598,000.
    const when = (source: string): JsonObject => ({
      inputs: { a: source },
      expr: `a${' + a'.repeat(98)} > 0`,
    });
    const units = Array.from({ length: 30 }, (_, index) => ({ code: `U${index}`, name: 'U' }));
    const toldWith = (source: string): string[] => {
      const rewards = Array.from({ length: 100 }, (_, index) => ({
        ...{ code: `r${index}`, name: 'R', quota: { count: 1 }, when: when(source) },
      }));
      const rest = { 'clusters[0].head': undefined, 'clusters[0].deputies': undefined, targets: undefined };
      const all = { ...NO_ENTRIES, ...rest, holds: undefined, 'clusters[0].units': units, rewards };
      return toldOf(all).map((each) => each.split(' ').slice(0, 2).join(' '));
    };
    expect(toldWith('part:I')).toEqual(['field.range rewards']);
    const wrong = Array.from({ length: 100 }, (_, index) => `condition.source.unknown rewards[${index}].when.inputs.a`);
    expect(toldWith('part:x')).toEqual(wrong);
  });
});

describe('the plan of a file', () => {
  it('has for whom a criterion is', () => {
    const path = `${RAW}.criteria[0].appliesTo`;
    const appliesTo = (of: JsonObject) =>
      planOf({ [path]: of })
        .scales.get('S')
        ?.byCode.get('II.1')?.appliesTo;
    expect(appliesTo({ any: ['x'] })).toEqual({ any: ['x'], none: [] });
    expect(appliesTo({ none: ['y'] })).toEqual({ any: undefined, none: ['y'] });
  });

  it('has its kinds of facts, and the rows of each unit', () => {
    const told = { reason: 'r', document: 'd' };
    const facts = [
      { ...FACT, ...told, to: '2022-12-31' },
      { ...FACT, from: '2022-12-31' },
      { ...FACT, ...told, to: '2022-12-30' },
      { ...FACT, unit: 'V', from: '2023-01-01' },
    ];
    const { factKinds, units } = planOf({
      ...FACTS,
      'factKinds[0].barred': true,
      'factKinds[1].classAtMost': 'k',
      facts,
    });
    expect(factKinds).toMatchObject([
      { index: 0, code: 'f', name: 'F', when: undefined, classAtMost: undefined, barred: true },
      { index: 1, code: 'd', name: 'D', when: { expr: 'a > 0' }, classAtMost: 0, barred: false },
    ]);
    const none = { to: null, reason: null, document: null };
    expect(units.get('U')?.factRows).toEqual([
      { kind: 0, from: '2022-01-01', to: '2022-12-31', ...told },
      { kind: 0, from: '2022-12-31', ...none },
    ]);
    expect(units.get('U')?.pastFacts).toEqual([{ kind: 0, from: '2022-01-01', to: '2022-12-30', ...told }]);
    expect([units.get('V')?.factRows, units.get('V')?.pastFacts]).toEqual([
      [],
      [{ kind: 0, from: '2023-01-01', ...none }],
    ]);
  });

  it('has its rounds', () => {
    const later = round({ code: 'r', name: 'R', from: '2023-01-01', to: '2023-03-31', weight: 3 });
    const rounds = [round({}), later];
    expect(planOf({ ...NO_ENTRIES, rounds }).rounds).toEqual({
      list: [
        { index: 0, code: 'q', name: 'Q', from: '2022-01-01', to: '2022-03-31', weight: { n: 1n, d: 1n }, begun: true },
        {
          index: 1,
          code: 'r',
          name: 'R',
          from: '2023-01-01',
          to: '2023-03-31',
          weight: { n: 3n, d: 1n },
          begun: false,
        },
      ],
      indexOf: new Map([
        ['q', 0],
        ['r', 1],
      ]),
      ...{ how: 'mean', missing: 'zero' },
    });
    const combine = { how: 'weighted', missing: 'skip' };
    expect(planOf({ ...NO_ENTRIES, rounds, combine }).rounds).toMatchObject(combine);
  });

  it('has its stages, and what each weighs', () => {
    const stages = [
      { code: 'self', name: 'S', by: 'unit' },
      { code: 'b', name: 'B', by: 'office' },
    ];
    const plan = planOf({ stages, 'ranking.stageWeights': { b: 3 } });
    expect(plan.stages.list).toEqual(stages.map((each, level) => ({ ...each, level })));
    expect(plan.ranking.weights).toEqual([
      { n: 0n, d: 1n },
      { n: 3n, d: 1n },
    ]);
  });

  it('has whom a vote must include, and of what a quota is a share', () => {
    const include = { [`${VOTE}.mustInclude`]: [' a ', 'b'], [`${VOTE}.secret`]: false };
    const { rewards } = planOf({ ...include, 'rewards[1].quota': { percent: 50, of: 'reward:r', rounding: 'halfUp' } });
    const vote = { quorum: '2/3', base: 'members', atLeast: '90%', secret: false };
    expect(rewards[0]?.vote).toEqual({ ...vote, mustInclude: ['a', 'b'] });
    expect(rewards[1]?.quota).toEqual({ percent: { n: 50n, d: 1n }, of: 'r', rounding: 'halfUp' });
    expect(planOf({ [`${VOTE}.secret`]: false }).rewards[0]?.vote).not.toHaveProperty('mustInclude');
  });
});
