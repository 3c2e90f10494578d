import { describe, expect, it } from '@jest/globals';
import { readCompetition, warningsOf, type Competition, type JsonObject } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile, told } from '../small-file.js';

const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});
const unit = (code: string, over: JsonObject = {}): JsonObject => ({ code, name: code, ...over });

/** Warnings of a file of three units on parts I (a, and a group g with b) and II (c), with what a case lays over it. */
function warned({ scale = {}, units = [], groups, ...file }: JsonObject): string[] {
  const own = (units as JsonObject[]).length > 0 ? units : ['U1', 'U2', 'U3'].map((code) => unit(code));
  const competition = smallFile({
    scale: {
      parts: [
        {
          code: 'I',
          name: 'I',
          max: 20,
          criteria: [criterion('a')],
          groups: groups ?? [{ code: 'g', name: 'g', criteria: [criterion('b')] }],
        },
        { code: 'II', name: 'II', max: 10, criteria: [criterion('c')] },
      ],
      ...(scale as JsonObject),
    },
    file: { clusters: [{ code: 'C', name: 'C', scale: 'S', units: own! }], ...file },
  });
  return told(warningsOf(valueOf<Competition>(readCompetition(competition)))).map((each) =>
    each.replace(/ \{("reason":"\w+")?\}$/, ''),
  );
}
const classes = (...list: JsonObject[]): JsonObject[] =>
  list.map((each, index) => ({ code: `k${index}`, name: 'k', ...each }));
const when = (expr: string, inputs: JsonObject): JsonObject => ({ when: { inputs, expr } });

describe('warnings of sections', () => {
  it('see what groups can come to', () => {
    expect(warned({ classes: classes({ ...when('g > 10', { g: 'group:g' }) }) })).toEqual([
      'condition.never classes[0].when',
    ]);
    const groups = [{ code: 'g', name: 'g', min: 4, criteria: [criterion('b', { sign: 'minus' }), criterion('d')] }];
    expect(warned({ groups })).toEqual([]);
    expect(warned({ groups, classes: classes(when('g < 4', { g: 'group:g' })) })).toEqual([
      'condition.never classes[0].when',
    ]);
    expect(warned({ groups, classes: classes(when('i >= 4', { i: 'part:I' })) })).toEqual([
      'condition.always classes[0].when',
    ]);
  });

  it('say how often a min, a max and a part are idle', () => {
    const inner = [{ code: 'h', name: 'h', min: 6, criteria: [criterion('d')] }];
    const groups = [{ code: 'g', name: 'g', min: 5, criteria: [criterion('b')], groups: inner }];
    expect(warned({ groups })).toEqual([
      'part.max.cut scales[0].parts[0].max {"sum":"30.00","max":"20.00","section":"part","code":"I","name":"I"}',
      'group.min.idle scales[0].parts[0].groups[0].min {"min":"5.00","least":"6.00","section":"group","code":"g","name":"g"}',
    ]);
    const notAssigned = ['U1', 'U3'].map((code) => ({ unit: code, criterion: 'c' }));
    const params = (mode: string) => `{"part":"II","partName":"II","mode":"${mode}","units":2,"unit":"U1","name":"U1"}`;
    expect(warned({ notAssigned })).toEqual([`part.notAssigned scales[0].parts[1] ${params('drop')}`]);
    expect(warned({ notAssigned, scale: { notAssigned: 'rescalePart' } })).toEqual([
      `part.notAssigned scales[0].parts[1] ${params('rescalePart')}`,
    ]);
    for (const mode of ['full', 'rescaleBase'])
      expect(warned({ notAssigned, scale: { notAssigned: mode } })).toEqual([]);
  });

  it('take what is not assigned into account, unit by unit', () => {
    const notAssigned = ['U1', 'U2', 'U3'].map((code) => ({ unit: code, criterion: 'a' }));
    expect(warned({ notAssigned, classes: classes({ minTotal: 21 }) })).toEqual(['class.unreachable classes[0]']);
    expect(warned({ notAssigned: notAssigned.slice(1), classes: classes({ minTotal: 21 }) })).toEqual([]);
    const scale = { notAssigned: 'rescaleBase' };
    expect(warned({ scale, notAssigned, classes: classes({ minTotal: 30 }) })).toEqual([]);
    const value = classes(when('v >= 0', { v: 'value:a' }));
    expect(warned({ notAssigned, classes: value })).toEqual(['condition.never classes[0].when']);
  });

  it('name the traits and params, and how many lack them', () => {
    const rule = { kind: 'formula', inputs: ['x'], params: ['p'], expr: 'x / p' };
    const scale = { bonus: { criteria: [criterion('x', { rule, appliesTo: { none: ['núi'] } })] } };
    const units = [unit('U1', { params: { p: 1 } }), unit('U2'), unit('U3')];
    expect(warned({ scale, units })).toEqual([
      'trait.unknown scales[0].bonus.criteria[0].appliesTo.none[0] {"trait":"núi"}',
      'param.lacking scales[0].bonus.criteria[0].rule.params[0] {"param":"p","lacking":2,"units":3,"unit":"U2","name":"U2"}',
    ]);
    expect(warned({ classes: classes(when('p > 1', { p: 'param:p' })) })).toEqual([
      'param.unknown classes[0].when.inputs.p {"param":"p"}',
    ]);
  });
});

describe('warnings of conditions', () => {
  it('judge each by whom it is judged for', () => {
    const units = [unit('U1', { params: { p: 1 } }), unit('U2', { competes: false, params: { p: 9 } })];
    const when9 = when('p == 9', { p: 'param:p' });
    expect(warned({ units, classes: classes(when9) })).toEqual(['condition.never classes[0].when']);
    const factKinds = [{ code: 'f', name: 'f', ...when9 }];
    expect(warned({ units, factKinds })).toEqual([]);
    const rewards = [
      { code: 'r', name: 'r', for: 'individual', quota: { count: 1 }, ...when('t > 99', { t: 'total' }) },
    ];
    expect(warned({ rewards })).toEqual(['reward.unreachable rewards[0]']);
  });

  it('follow facts that can never be, or always are', () => {
    const kind = (expr: string): JsonObject => ({ code: 'f', name: 'f', ...when(expr, { t: 'total' }) });
    const asks = classes(when('f == 1', { f: 'fact:f' }));
    expect(warned({ factKinds: [kind('t > 30')], classes: asks })).toEqual([
      'fact.unreachable factKinds[0]',
      'condition.never classes[0].when',
    ]);
    expect(warned({ factKinds: [kind('t > 29')], classes: asks })).toEqual([]);
    expect(warned({ factKinds: [{ code: 'f', name: 'f' }], classes: asks })).toEqual([]);
  });

  it('know that what is entered may be missing, and that a bonus may be closed', () => {
    expect(
      warned({
        classes: classes(when('v >= 0 || m >= 0 || true_ > 0', { v: 'value:a', m: 'mean:a', true_: 'total' })),
      }),
    ).toEqual([]);
    const bonus = { criteria: [criterion('x')], ...when('b > 30', { b: 'base' }) };
    expect(warned({ scale: { bonus }, classes: classes({ minTotal: 31 }) })).toEqual([
      'condition.never scales[0].bonus.when',
      'class.unreachable classes[0]',
    ]);
  });

  it('judge the whole of rounds, and each of them for the bonus', () => {
    const round = (code: string, from: string): JsonObject => ({ code, name: code, from, to: '2022-12-31' });
    const rounds = [round('Q1', '2022-01-01'), round('Q2', '2022-07-01')];
    const over40 = classes(when('t > 40', { t: 'total' }));
    expect(warned({ rounds, combine: { how: 'sum' }, classes: over40 })).toEqual([]);
    expect(warned({ rounds, combine: { how: 'mean' }, classes: over40 })).toEqual(['condition.never classes[0].when']);
    const asOf = '2022-06-30';
    expect(warned({ rounds, asOf, combine: { how: 'sum' }, classes: over40 })).toEqual([
      'round.notBegun rounds[1].from {"from":"2022-07-01","asOf":"2022-06-30"}',
      'condition.never classes[0].when',
    ]);
    const bonus = { criteria: [criterion('x')], ...when('b > 30', { b: 'base' }) };
    expect(warned({ rounds, combine: { how: 'sum' }, scale: { bonus } })).toEqual([
      'condition.never scales[0].bonus.when',
    ]);
  });
});

describe('warnings of classes and rewards', () => {
  it('do not take a class for shadowed where something keeps units from the earlier one', () => {
    const list = classes({ minTotal: 10 }, { minTotal: 10 });
    expect(warned({ classes: list })).toEqual(['class.shadowed classes[1] {"by":"k0","name":"k"}']);
    expect(warned({ classes: list, factKinds: [{ code: 'f', name: 'f', classAtMost: 'k1' }] })).toEqual([]);
    expect(
      warned({ classes: classes({ minTotal: 10, ...when('a > 1', { a: 'criterion:a' }) }, { minTotal: 10 }) }),
    ).toEqual([]);
    const led = [
      { code: 'C', name: 'C', scale: 'S', units: [unit('U1')] },
      { code: 'D', name: 'D', scale: 'S', units: [unit('P1', { kind: 'individual', headOf: 'U1' })] },
    ];
    expect(warned({ classes: list, clusters: led })).toEqual([]);
    const open = {
      parts: [
        { code: 'I', name: 'I', min: null, max: 10, criteria: [criterion('a'), criterion('m', { sign: 'minus' })] },
      ],
    };
    expect(warned({ scale: open, classes: classes({ minParts: { I: 0 } }, {}) })).toEqual([]);
  });

  it('say which class a share is of', () => {
    const share = (percent: number, of: string): JsonObject => ({ maxShare: { percent, of } });
    expect(warned({ classes: classes(share(50, 'class:k1'), {}) })).toEqual([]);
    expect(warned({ classes: classes(share(49, 'class:k1'), {}) })).toEqual([
      'class.share.none classes[0].maxShare {"of":"next"}',
    ]);
    expect(warned({ classes: classes(share(33, 'ranked'), {}) })).toEqual([
      'class.share.none classes[0].maxShare {"of":"ranked"}',
    ]);
  });

  it('say why nobody can have them', () => {
    const reasons = (...rewards: JsonObject[]): unknown[] => {
      const list = rewards.map((each, index) => ({ code: `r${index}`, name: 'r', quota: { count: 1 }, ...each }));
      const file = smallFile({ file: { classes: classes({ minTotal: 11 }, { maxPercent: 0 }), rewards: list } });
      return warningsOf(valueOf<Competition>(readCompetition(file))).map(({ params }) => params!['reason']);
    };
    expect(reasons({ maxRank: 0 }, { classes: ['k0'] }, { requires: ['r1'] }, { for: 'individual' })).toEqual([
      ...['conditions', 'places', 'rank', 'class', 'required', 'cluster'],
    ]);
    expect(reasons({ quota: { count: 0 } }, { minTotal: 12 })).toEqual(['conditions', 'places', 'quota', 'total']);
  });

  it('count neither guests nor more of a reward than can have it', () => {
    const reward = (code: string, over: JsonObject): JsonObject => ({ code, name: code, quota: { count: 1 }, ...over });
    const units = [unit('U1'), unit('U2', { competes: false })];
    expect(warned({ units, rewards: [reward('r', { quota: { count: 2 } })] })).toEqual([
      'reward.quota.large rewards[0].quota {"reason":"cluster","quota":"2","units":1,"group":"C","name":"C"}',
    ]);
    const share = reward('s', { quota: { percent: 50, of: 'reward:r' } });
    expect(warned({ rewards: [reward('r', {}), share] })).toEqual(['reward.unreachable rewards[1]']);
    expect(warned({ rewards: [reward('r', { quota: { count: 2 } }), share] })).toEqual([]);
    expect(warned({ rewards: [reward('r', { quota: { count: 2 }, scope: 'campaign' }), share] })).toEqual([]);
  });

  it('name what keeps a reward from being had', () => {
    const rewards: JsonObject[] = [
      { code: 'r', name: 'r', quota: { count: 1 }, maxRank: 0 },
      { code: 's', name: 's', quota: { percent: 50, of: 'reward:r' } },
      { code: 't', name: 't', quota: { count: 1 }, requires: ['s'] },
      { code: 'u', name: 'u', quota: { count: 1 }, excludes: ['s'] },
      { code: 'v', name: 'v', quota: { count: 1 }, requires: ['u'], excludes: ['u'] },
    ];
    expect(warned({ rewards })).toEqual([
      'reward.unreachable rewards[0]',
      'reward.quota.none rewards[1].quota.of {"reward":"r","name":"r"}',
      'reward.unreachable rewards[2]',
      'reward.requires.excluded rewards[4].requires {"reward":"u","name":"u"}',
    ]);
  });
});

describe('warnings of what a reward excludes', () => {
  const warnedOf = (...excludes: string[][]): string[] => {
    const rewards = excludes.map((codes, index) => ({
      ...{ code: `r${index}`, name: `R${index}`, quota: { count: 1 }, excludes: codes },
    }));
    return warned({ rewards });
  };

  it('are of itself and of what is not earlier', () => {
    expect(warnedOf([], ['r0'], ['r1', 'r0'])).toEqual([]);
    expect(warnedOf(['r1', 'r0'], ['r2'], [])).toEqual([
      'reward.excludes.later rewards[0].excludes[0] {"reason":"later","reward":"r1","name":"R1"}',
      'reward.excludes.later rewards[0].excludes[1] {"reason":"self","reward":"r0","name":"R0"}',
      'reward.excludes.later rewards[1].excludes[0] {"reason":"later","reward":"r2","name":"R2"}',
    ]);
  });

  it('are not of two that exclude each other', () => {
    expect(warnedOf(['r1'], ['r0'])).toEqual([]);
    expect(warnedOf(['r2'], [], ['r1'])).toHaveLength(1);
  });
});

describe('warnings of rounds and stages', () => {
  it('name the days, the stage and the criterion', () => {
    const rounds = [{ code: 'Q1', name: 'Q1', from: '2022-01-01', to: '2023-01-31' }];
    expect(warned({ rounds })).toEqual([
      'round.outside rounds[0].to {"from":"2022-01-01","to":"2023-01-31","campaignFrom":"2022-01-01","campaignTo":"2022-12-31"}',
    ]);
    const scale = {
      bonus: { criteria: [criterion('x', { scoredBy: 'cluster' }), criterion('y', { scoredBy: 'office' })] },
    };
    const part = { code: 'I', name: 'I', max: 10 };
    const ranking = (weights: JsonObject, stage = 'self'): JsonObject => ({
      ranking: { stage, stageWeights: weights },
    });
    expect(warned({ scale, ...ranking({ self: 1, office: 1 }) })).toEqual([
      'stage.weightless ranking.stageWeights {"stage":"cluster","name":"Cụm chấm","criterion":"x"}',
    ]);
    expect(warned({ scale, ...ranking({ cluster: 1, office: 1 }) })).toEqual([]);
    expect(warned({ scale, ...ranking({ office: 1 }, 'office') })).toEqual([]);
    const unused = (stage: string, name: string): string[] => [
      `stage.weightsUnused ranking.stageWeights ${JSON.stringify({ stage, name })}`,
    ];
    expect(warned({ scale, ...ranking({ self: 1, cluster: 2 }, 'office') })).toEqual(unused('office', 'Thẩm định'));
    expect(warned({ scale, ...ranking({ self: 1, office: 0 }, 'cluster') })).toEqual(unused('cluster', 'Cụm chấm'));
    // What is measured against others counts without a weight.
    const relative = { parts: [{ ...part, criteria: [criterion('a', { rule: { kind: 'relative' } })] }] };
    expect(warned({ scale: relative, ...ranking({ self: 1 }, 'office') })).toEqual([]);
  });

  it('know the best class from the others', () => {
    const list = classes({ minTotal: 20 }, {});
    const kind = (code: string, classAtMost: string): JsonObject => ({ code, name: code, classAtMost });
    expect(warned({ classes: list, factKinds: [kind('f', 'k0'), kind('g', 'k1')] })).toEqual([
      'fact.class.best factKinds[0].classAtMost {"class":"k0","name":"k"}',
    ]);
  });
});
