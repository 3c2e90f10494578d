import type { JsonObject } from '@thidua/scoring';

const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});

/**
 * A right file with every key of the format that is not of a rule, also those that WHOLE does without: stages, rounds,
 * groups, facts, conditions, shares, what is not assigned. (Of two keys that exclude each other each stands somewhere.)
 */
export const EVERY_KEY: JsonObject = {
  format: 'thidua/1',
  asOf: '2022-12-31',
  campaign: { code: 'c', name: 'C', theme: 'T', from: '2022-01-01', to: '2022-12-31', basis: ['b'] },
  stages: [
    { code: 'tu', name: 'Tự chấm', by: 'unit' },
    { code: 'tren', name: 'Cấp trên', by: 'superior' },
    { code: 'td', name: 'Thẩm định', by: 'office' },
  ],
  rounds: [
    { code: 'Q1', name: 'Quý I', from: '2022-01-01', to: '2022-03-31', weight: 1 },
    { code: 'Q2', name: 'Quý II', from: '2022-04-01', to: '2022-06-30', weight: 2 },
  ],
  combine: { how: 'weighted', missing: 'skip' },
  scales: [
    {
      ...{ code: 'S', version: 1, name: 'S', rounding: { digits: 2, mode: 'halfUp' }, floor: 0, ceiling: 100 },
      notAssigned: 'rescalePart',
      parts: [
        {
          ...{ code: 'I', name: 'I', max: 25, min: 1 },
          criteria: [
            criterion('I.1', { scoredBy: 'tu', evidence: 'required', mandatory: true, sign: 'plus' }),
            criterion('I.2', { rule: { kind: 'ratio', direction: 'lower', plan: 4 }, appliesTo: { any: ['x', 'y'] } }),
            criterion('I.3', { sign: 'minus', appliesTo: { none: ['z'] } }),
          ],
          groups: [
            {
              ...{ code: 'I.A', name: 'A', min: null, max: 8, criteria: [criterion('I.A.1')] },
              groups: [{ code: 'I.A.a', name: 'a', criteria: [criterion('I.A.a.1')] }],
            },
          ],
        },
        { code: 'II', name: 'II', max: 10, criteria: [criterion('II.1')] },
      ],
      bonus: {
        max: 5,
        when: { inputs: { i: 'part:I', p: 'param:dan_so' }, expr: 'i > 5 && p > 0' },
        criteria: [criterion('B')],
        groups: [{ code: 'B.A', name: 'B.A', criteria: [criterion('B.A.1')] }],
      },
      penalty: {
        max: 5,
        when: { inputs: { b: 'base' }, expr: 'b > 1' },
        criteria: [criterion('P')],
        groups: [{ code: 'P.A', name: 'P.A', criteria: [criterion('P.A.1')] }],
      },
    },
  ],
  clusters: [
    {
      ...{ code: 'C', name: 'C', scale: 'S', head: 'U', deputies: ['V'] },
      units: [
        { code: 'U', name: 'U', kind: 'collective', traits: ['x'], params: { dan_so: 1200 }, competes: true },
        { code: 'V', name: 'V', traits: ['y'], params: { dan_so: 900 } },
      ],
    },
    {
      ...{ code: 'D', name: 'D', scale: 'S' },
      units: [{ code: 'W', name: 'W', kind: 'individual', headOf: 'U', traits: ['z'], params: { dan_so: 1 } }],
    },
  ],
  targets: [{ unit: 'U', criterion: 'I.2', plan: 3 }],
  notAssigned: [{ unit: 'V', criterion: 'II.1', reason: 'r' }],
  entries: [
    { unit: 'U', criterion: 'I.1', stage: 'tu', round: 'Q1', evidence: ['e'], reason: 'r', points: 5 },
    { unit: 'U', criterion: 'I.2', round: 'Q1', actual: 2, plan: 3 },
  ],
  factKinds: [
    { code: 'ky-luat', name: 'Kỷ luật', classAtMost: 'k', barred: true },
    { code: 'thap', name: 'Thấp', when: { inputs: { t: 'total' }, expr: 't < 1' } },
  ],
  facts: [{ unit: 'V', kind: 'ky-luat', from: '2022-01-01', to: '2023-01-01', reason: 'r', document: 'd' }],
  holds: [{ unit: 'V', kind: 'discipline', from: '2022-01-01', to: '2022-02-01', reason: 'r' }],
  ranking: {
    ...{ precedence: ['total', 'part:I', 'group:I.A', 'criterion:I.1', 'base'], missing: 'zero', stage: 'tu' },
    stageWeights: { tu: 1, tren: 2, td: 3 },
  },
  classes: [
    {
      ...{ code: 'g', name: 'G', minTotal: 1, maxPenalty: 2, minParts: { I: 1 } },
      maxShare: { percent: 20, of: 'class:k', scope: 'cluster' },
      when: { inputs: { f: 'fact:ky-luat' }, expr: 'f == 0' },
    },
    { code: 'k', name: 'K', maxPercent: 50 },
  ],
  rewards: [
    {
      ...{ code: 'r', name: 'R', for: 'collective', scope: 'cluster', quota: { percent: 20, rounding: 'up' } },
      ...{ maxRank: 3, minTotal: 1, classes: ['k'], minClusterSize: 1, excludes: [], requires: [] },
      when: { inputs: { t: 'total' }, expr: 't > 0' },
      vote: { quorum: '2/3', base: 'members', atLeast: '90%', secret: false, mustInclude: ['chair'] },
    },
    {
      ...{ code: 'q', name: 'Q', scope: 'campaign', quota: { percent: 50, of: 'reward:r' }, excludes: ['r'] },
      vote: { quorum: 0.5, base: 'cast', moreThan: '1/2', secret: true },
    },
    { code: 's', name: 'S', quota: { count: 1 }, requires: ['r'] },
  ],
};
