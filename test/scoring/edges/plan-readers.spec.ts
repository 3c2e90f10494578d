import { describe, expect, it } from '@jest/globals';
import {
  compile,
  readCompetition,
  type Competition,
  type JsonObject,
  type JsonValue,
  type Plan,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { WHOLE, withAt } from './whole-file.js';

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
const CUT = 'l'.repeat(80);
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
const INPUT = `${WHEN}.inputs.a`;
const RAW = 'scales[0].parts[1]';
const VOTE = 'rewards[0].vote';
const FACT = { unit: 'U', kind: 'f', from: '2022-01-01' };
const FACTS = {
  factKinds: [
    { code: 'f', name: 'F' },
    { code: 'd', name: 'D', when: asks('total') },
  ],
};
const NO_ENTRIES = { entries: undefined };
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

type Row = [string, Changes, string[]];

const WRONG: Row[] = [
  [
    'traits that are no codes, and one twice',
    { 'clusters[0].units[0].traits': ['a', null, 'a', null] },
    [
      'field.type clusters[0].units[0].traits[1] {"expected":"code","reason":"nothing"}',
      'code.duplicate clusters[0].units[0].traits[2] {"reason":"list","value":"a"}',
      'field.type clusters[0].units[0].traits[3] {"expected":"code","reason":"nothing"}',
    ],
  ],
  [
    'traits that are no list',
    { 'clusters[0].units[0].traits': 5 },
    ['field.type clusters[0].units[0].traits {"expected":"list"}'],
  ],

  ['a condition that is none', { [WHEN]: 5 }, ['field.type classes[0].when {"expected":"object"}']],
  [
    'inputs that are none',
    { [WHEN]: { inputs: 5, expr: 'true' } },
    [
      'field.type classes[0].when.inputs {"expected":"object"}',
      'rule.formula.invalid classes[0].when.expr {"reason":"condition"}',
    ],
  ],
  [
    'an input that has the name of the max',
    { [WHEN]: { inputs: { full: 'total' }, expr: 'true' } },
    [
      'rule.formula.invalid classes[0].when.inputs.full {"reason":"name","value":"full"}',
      'rule.formula.invalid classes[0].when.expr {"reason":"condition"}',
    ],
  ],
  [
    'an input of a name that is none',
    { [WHEN]: { inputs: { [`${LONG} x`]: 'total' }, expr: 'true' } },
    [
      `rule.formula.invalid classes[0].when.inputs["${CUT}…"] {"reason":"name","value":"${CUT}"}`,
      'rule.formula.invalid classes[0].when.expr {"reason":"condition"}',
    ],
  ],
  [
    'a condition without its expression',
    { [WHEN]: { inputs: {} } },
    ['field.missing classes[0].when.expr {"key":"expr"}'],
  ],
  [
    'an expression that is a number',
    { [WHEN]: { inputs: {}, expr: 5 } },
    ['field.type classes[0].when.expr {"expected":"condition"}'],
  ],
  [
    'a long source of no kind',
    { [WHEN]: asks(LONG) },
    [`condition.source.unknown classes[0].when.inputs.a {"reason":"kinds","value":"${CUT}"}`],
  ],
  [
    'a source behind something else',
    { [WHEN]: asks('xpart:I') },
    ['condition.source.unknown classes[0].when.inputs.a {"reason":"kinds","value":"xpart:I"}'],
  ],
  [
    'a source that means another',
    { [WHEN]: asks('part I') },
    ['condition.source.unknown classes[0].when.inputs.a {"reason":"meant","value":"part I","meant":"part:I"}'],
  ],
  [
    'a source where no scale is known',
    { 'clusters[0].scale': 'none', [WHEN]: asks('part I') },
    [
      'ref.unknown clusters[0].scale {"reason":"scale","value":"none","known":"S"}',
      'condition.source.unknown classes[0].when.inputs.a {"reason":"kinds","value":"part I"}',
    ],
  ],
  [
    'a fact where no scale is known',
    { 'clusters[0].scale': 'none', ...FACTS, [WHEN]: asks('fact:x') },
    [
      'ref.unknown clusters[0].scale {"reason":"scale","value":"none","known":"S"}',
      'condition.source.unknown classes[0].when.inputs.a {"value":"fact:x","known":"fact:f, fact:d"}',
    ],
  ],
  [
    'an unknown fact',
    { ...FACTS, [WHEN]: asks('fact:x') },
    ['condition.source.unknown classes[0].when.inputs.a {"value":"fact:x","known":"fact:f, fact:d"}'],
  ],
  [
    'an unknown part beside a group',
    { [`${RAW}.groups`]: [group(5, { criteria: [criterion('g')] })], [WHEN]: asks('part:x') },
    ['condition.source.unknown classes[0].when.inputs.a {"value":"part:x","known":"part:I, part:II"}'],
  ],
  [
    'an unknown group',
    { [`${RAW}.groups`]: [group(5, { criteria: [criterion('g')] })], [WHEN]: asks('group:x') },
    ['condition.source.unknown classes[0].when.inputs.a {"value":"group:x","known":"group:G"}'],
  ],
  [
    'an unknown value where a part is called as a criterion',
    { [`${RAW}.criteria[0].code`]: 'II', [WHEN]: asks('value:x') },
    ['condition.source.unknown classes[0].when.inputs.a {"value":"value:x"}'],
  ],
  [
    'the value of a rule that is wrong',
    { [`${RAW}.criteria[0].rule`]: { kind: 'none' }, [WHEN]: asks('value:II.1') },
    [
      'field.range scales[0].parts[1].criteria[0].rule.kind {"reason":"choice","values":"direct, ratio, increment, bands, count, choice, deadline, checklist, mean, tally, formula, relative, panel"}',
    ],
  ],

  [
    'a minus in the penalty',
    { 'scales[0].penalty.criteria[0].sign': 'minus' },
    ['field.range scales[0].penalty.criteria[0].sign {"reason":"minus"}'],
  ],
  [
    'an entry for a criterion without a name',
    { 'scales[0].parts[0].criteria[0].name': undefined, 'entries[0].points': 11 },
    [
      'field.missing scales[0].parts[0].criteria[0].name {"key":"name"}',
      'entry.points.range entries[0].points {"value":"11","most":"10","unitName":"U","criterion":"I.1","criterionName":""}',
    ],
  ],
  [
    'a stage that is none',
    { [`${RAW}.criteria[0].scoredBy`]: LONG },
    [
      `ref.unknown scales[0].parts[1].criteria[0].scoredBy {"reason":"stage","value":"${CUT}","known":"self, cluster, office"}`,
    ],
  ],
  [
    'whom a criterion is for that is none',
    { [`${RAW}.criteria[0].appliesTo`]: 5 },
    ['field.type scales[0].parts[1].criteria[0].appliesTo {"expected":"object"}'],
  ],

  ['kinds of facts that are no list', { factKinds: 5 }, ['field.type factKinds {"expected":"list"}']],
  ['a kind of facts that is none', { factKinds: [5] }, ['field.type factKinds[0] {"expected":"object"}']],
  [
    'kinds of facts of one code',
    {
      factKinds: [
        { code: 'f', name: 'F' },
        { code: 'f', name: 'G' },
      ],
    },
    ['code.duplicate factKinds[1].code {"value":"f"}'],
  ],
  [
    'kinds of facts without a code',
    { factKinds: [{ name: 'F' }, { name: 'G' }] },
    ['field.missing factKinds[0].code {"key":"code"}', 'field.missing factKinds[1].code {"key":"code"}'],
  ],
  [
    'a class at most that is none',
    { factKinds: [{ code: 'f', name: 'F', classAtMost: LONG }] },
    [`ref.unknown factKinds[0].classAtMost {"reason":"class","value":"${CUT}","known":"k"}`],
  ],
  [
    'a class at most that is no code',
    { factKinds: [{ code: 'f', name: 'F', classAtMost: 5 }] },
    ['field.type factKinds[0].classAtMost {"expected":"code","reason":"quote","value":"5"}'],
  ],
  ['facts that are no list', { ...FACTS, facts: 5 }, ['field.type facts {"expected":"list"}']],
  ['a fact that is none', { ...FACTS, facts: [5] }, ['field.type facts[0] {"expected":"object"}']],
  [
    'a fact without its kind',
    { ...FACTS, facts: [{ unit: 'U', from: '2022-01-01' }] },
    ['field.missing facts[0].kind {"key":"kind"}'],
  ],
  [
    'a fact of an unknown kind',
    { ...FACTS, facts: [{ ...FACT, kind: LONG }] },
    [`ref.unknown facts[0].kind {"reason":"fact","value":"${CUT}","known":"f"}`],
  ],
  [
    'a fact of a derived kind',
    { ...FACTS, facts: [{ ...FACT, kind: 'd' }] },
    ['ref.unknown facts[0].kind {"reason":"fact","value":"d","known":"f"}'],
  ],

  [
    'a quota by count and by per cent',
    { 'rewards[0].quota': { count: 1, percent: 500 } },
    [
      'field.range rewards[0].quota.percent {"reason":"both"}',
      'field.range rewards[0].quota.percent {"reason":"percent"}',
    ],
  ],
  [
    'a quota that is only rounded',
    { 'rewards[0].quota': { rounding: 'up' } },
    ['field.missing rewards[0].quota.percent {"key":"percent"}'],
  ],
  [
    'a quota of a number',
    { 'rewards[1].quota': { percent: 5, of: 5 } },
    ['field.type rewards[1].quota.of {"expected":"quotaOf"}'],
  ],
  [
    'a quota of neither',
    { 'rewards[1].quota': { percent: 5, of: 'best' } },
    ['field.range rewards[1].quota.of {"reason":"quotaOf"}'],
  ],
  [
    'a quota of an unknown reward',
    { 'rewards[1].quota': { percent: 5, of: `reward:${LONG}` } },
    [`ref.unknown rewards[1].quota.of {"reason":"earlier","value":"${CUT}","known":"r"}`],
  ],

  [
    'a part that not all scales have',
    {
      'scales[1]': scaleOf('T', 'II', 'III'),
      'scales[2]': scaleOf('W', 'IV', 'III'),
      'scales[0].parts[2]': part('III'),
      ...{ 'clusters[1]': clusterOf('D', 'T'), 'clusters[2]': clusterOf('E', 'W') },
      ...{ 'ranking.precedence': ['total'], 'classes[0].minParts': { II: 1 } },
    },
    ['ref.unknown classes[0].minParts.II {"reason":"part","value":"II","known":"III"}'],
  ],

  ['no round', { ...NO_ENTRIES, rounds: [], combine: { how: 'weighted' } }, ['field.range rounds {"reason":"empty"}']],
  ['rounds that are no list', { ...NO_ENTRIES, rounds: 5 }, ['field.type rounds {"expected":"list"}']],
  ['a round that is none', { ...NO_ENTRIES, rounds: [5] }, ['field.type rounds[0] {"expected":"object"}']],
  [
    'rounds without a code',
    { ...NO_ENTRIES, rounds: [round({ code: null }), round({ code: null })] },
    [
      'field.type rounds[0].code {"expected":"code","reason":"nothing"}',
      'field.type rounds[1].code {"expected":"code","reason":"nothing"}',
    ],
  ],
  [
    'rounds of one code',
    { ...NO_ENTRIES, rounds: [round({}), round({ name: 'R' })] },
    ['code.duplicate rounds[1].code {"value":"q"}'],
  ],
  [
    'a round without an end',
    { ...NO_ENTRIES, rounds: [{ code: 'q', name: 'Q', from: '2022-01-01' }] },
    ['field.missing rounds[0].to {"key":"to"}'],
  ],
  [
    'rounds that weigh nothing',
    { ...NO_ENTRIES, rounds: [round({ weight: 0 })], combine: { how: 'weighted' } },
    ['field.range rounds {"reason":"weights"}'],
  ],
  [
    'weights of rounds that are none',
    { ...NO_ENTRIES, rounds: [round({ weight: 'x' }), round({ code: 'r', weight: -1 })] },
    ['field.type rounds[0].weight {"expected":"decimal"}', 'field.range rounds[1].weight {"reason":"min","least":"0"}'],
  ],
  [
    'a way to combine that is none',
    { ...NO_ENTRIES, rounds: [round({})], combine: 5 },
    ['field.type combine {"expected":"object"}'],
  ],

  [
    'a part without a name that is not reached',
    { [`${RAW}.name`]: undefined, [`${RAW}.max`]: 11 },
    [
      'field.missing scales[0].parts[1].name {"key":"name"}',
      'scale.part.unreachable scales[0].parts[1].max {"reach":"10.00","max":"11.00","section":"part","code":"II"}',
    ],
  ],
  ['a least above the most', { [`${RAW}.min`]: 11 }, ['field.range scales[0].parts[1].min {"reason":"order"}']],
  [
    'a part that its capped group cannot fill',
    { [RAW]: part('II', { max: 10, criteria: [], groups: [group(5, { criteria: [criterion('g', 30)] })] }) },
    [
      'scale.part.unreachable scales[0].parts[1].max {"reach":"5.00","max":"10.00","section":"part","code":"II","name":"II"}',
    ],
  ],
  [
    'a part about a group of which one cannot tell',
    { [RAW]: part('II', { max: 10, criteria: [], groups: [group(5, { criteria: [criterion('g', 'x')] })] }) },
    ['field.type scales[0].parts[1].groups[0].criteria[0].max {"expected":"decimal"}'],
  ],
  [
    'a part and its group that are not reached',
    { [RAW]: part('II', { max: 15, criteria: [], groups: [group(20, { criteria: [criterion('g')] })] }) },
    [
      'scale.part.unreachable scales[0].parts[1].groups[0].max {"reach":"10.00","max":"20.00","section":"group","code":"G","name":"G"}',
      'scale.part.unreachable scales[0].parts[1].max {"reach":"10.00","max":"15.00","section":"part","code":"II","name":"II"}',
    ],
  ],
  [
    'criteria that are no list',
    { [`${RAW}.criteria`]: 5 },
    ['field.type scales[0].parts[1].criteria {"expected":"list"}'],
  ],
  [
    'groups that are no list',
    { [RAW]: part('II', { criteria: [], groups: 5 }) },
    ['field.type scales[0].parts[1].groups {"expected":"list"}'],
  ],
  [
    'a group that is none',
    { [RAW]: part('II', { criteria: [], groups: [5] }) },
    ['field.type scales[0].parts[1].groups[0] {"expected":"object"}'],
  ],
  [
    'a group without anything',
    { [`${RAW}.groups`]: [group(5, {})] },
    ['field.missing scales[0].parts[1].groups[0].criteria {"key":"criteria"}'],
  ],
  [
    'groups five deep',
    { [`${RAW}.groups`]: [deep(1)] },
    ['field.range scales[0].parts[1].groups[0].groups[0].groups[0].groups[0].groups {"reason":"depth","most":4}'],
  ],

  ['no stage', { stages: [] }, ['field.range stages {"reason":"empty"}']],
  ['stages that are no list', { stages: 5 }, ['field.type stages {"expected":"list"}']],
  ['a stage that is no object', { stages: [5] }, ['field.type stages[0] {"expected":"object"}']],
  [
    'stages without a code',
    {
      stages: [
        { code: 'self', name: 'S', by: 'unit' },
        { name: 'A', by: 'office' },
        { name: 'B', by: 'office' },
      ],
    },
    ['field.missing stages[1].code {"key":"code"}', 'field.missing stages[2].code {"key":"code"}'],
  ],
  [
    'stages of one code',
    {
      stages: [
        { code: 'self', name: 'S', by: 'unit' },
        { code: 'self', name: 'T', by: 'office' },
      ],
    },
    ['code.duplicate stages[1].code {"value":"self"}'],
  ],
  [
    'a stage by nobody',
    { stages: [{ code: 'self', name: 'S', by: 'nobody' }] },
    ['field.range stages[0].by {"reason":"choice","values":"unit, superior, cluster, office, panel"}'],
  ],
  [
    'weights of stages that are none',
    { 'ranking.stageWeights': 5 },
    ['field.type ranking.stageWeights {"expected":"object"}'],
  ],
  [
    'weights of unknown stages',
    { 'ranking.stageWeights': { [LONG]: 1 } },
    [`ref.unknown ranking.stageWeights["${CUT}…"] {"reason":"stage","value":"${CUT}","known":"self, cluster, office"}`],
  ],
  [
    'a weight that is none, and one below nothing',
    { 'ranking.stageWeights': { self: 'x', cluster: -1 } },
    [
      'field.type ranking.stageWeights.self {"expected":"decimal"}',
      'field.range ranking.stageWeights.cluster {"reason":"min","least":"0"}',
    ],
  ],
  [
    'weights that come to nothing',
    { 'ranking.stageWeights': { self: 0 } },
    ['field.range ranking.stageWeights {"reason":"weights"}'],
  ],

  [
    'whom a vote must include that is no list',
    { [`${VOTE}.mustInclude`]: 5, [`${VOTE}.secret`]: false },
    ['field.type rewards[0].vote.mustInclude {"expected":"list"}'],
  ],
  [
    'whom a vote must include, twice',
    { [`${VOTE}.mustInclude`]: ['a', 5, 'a ', 'b'], [`${VOTE}.secret`]: false },
    [
      'field.type rewards[0].vote.mustInclude[1] {"expected":"text","reason":"quoteText","value":"5"}',
      'label.duplicate rewards[0].vote.mustInclude[2] {"value":"a","other":"a"}',
    ],
  ],
  ['a quorum that is none', { [`${VOTE}.quorum`]: true }, ['field.type rewards[0].vote.quorum {"expected":"share"}']],
];

describe('of a wrong file is told in full', () => {
  it.each(WRONG)('%s', (_name, changes, errors) => {
    expect(toldOf(changes)).toEqual(errors);
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
