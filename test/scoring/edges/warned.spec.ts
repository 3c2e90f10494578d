import { describe, expect, it } from '@jest/globals';
import { readCompetition, warningsOf, type Competition, type JsonObject } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { smallFile, told } from '../small-file.js';

const criterion = (code: string, over: JsonObject = {}): JsonObject => ({
  ...{ code, name: code, max: 10, rule: { kind: 'direct' } },
  ...over,
});
const unit = (code: string, over: JsonObject = {}): JsonObject => ({ code, name: code, ...over });
const cluster = (code: string, units: JsonObject[], scale = 'S'): JsonObject => ({ code, name: code, scale, units });
const when = (expr: string, inputs: JsonObject): JsonObject => ({ when: { inputs, expr } });
const group = (code: string, over: JsonObject): JsonObject => ({ code, name: code, ...over });
const part = (code: string, max: number, over: JsonObject): JsonObject => ({ code, name: code, max, ...over });
const classes = (...list: JsonObject[]): JsonObject => ({
  classes: list.map((each, index) => ({ code: `k${index}`, name: `K${index}`, ...each })),
});
const rewards = (...list: JsonObject[]): JsonObject => ({
  rewards: list.map((each, index) => ({ code: `r${index}`, name: `R${index}`, quota: { count: 1 }, ...each })),
});
const rounds = (how: string, over: JsonObject = {}, weights: number[] = [1, 1]): JsonObject => ({
  rounds: weights.map((weight, index) => ({
    ...{ code: `Q${index}`, name: 'Q', from: index === 0 ? '2022-01-01' : '2022-07-01', to: '2022-12-31', weight },
  })),
  combine: { how, ...over },
});

/** Points for everybody: part I to 20 (a, and b in group g), part II to 10 (c). */
const PARTS: JsonObject[] = [
  part('I', 20, { criteria: [criterion('a')], groups: [group('g', { criteria: [criterion('b')] })] }),
  part('II', 10, { criteria: [criterion('c')] }),
];
/** A scale T beside it with the same parts, of which a gives 30. */
const WIDE: JsonObject[] = [
  part('I', 40, { criteria: [criterion('a', { max: 30 })], groups: [group('g', { criteria: [criterion('b')] })] }),
  PARTS[1]!,
];

/** What a case lays over a file of three units: its scale, a second scale T, its one cluster's units, or the whole. */
interface Change {
  scale?: JsonObject;
  second?: JsonObject;
  units?: JsonObject[];
  file?: JsonObject;
}

function warned({ scale = {}, second, units = ['U1', 'U2', 'U3'].map((code) => unit(code)), file }: Change): string[] {
  const document = smallFile({ file: { clusters: [cluster('C', units)], ...file } });
  const own: JsonObject = { code: 'S', version: 1, name: 'S', rounding: { digits: 0 }, parts: PARTS, ...scale };
  const scales = [own, ...(second === undefined ? [] : [{ ...own, code: 'T', parts: WIDE, ...second }])];
  return told(warningsOf(valueOf<Competition>(readCompetition({ ...document, scales }))));
}

/** A unit of each scale: one scored to 30, one to 50. */
const TWO: JsonObject = { clusters: [cluster('C', [unit('U1')]), cluster('D', [unit('U2')], 'T')] };
const TOTAL = { t: 'total' };
const ALL = ['U1', 'U2', 'U3'];
const notAssigned = (units: string[], code: string): JsonObject => ({
  notAssigned: units.map((each) => ({ unit: each, criterion: code })),
});

const tables: Record<string, [what: string, change: Change, expected: string[]][]> = {
  'a bound of the whole': [
    [
      'the least a penalty takes away is gone from the most of the total',
      {
        scale: { penalty: { groups: [group('h', { min: 4, max: 10, criteria: [criterion('p')] })] } },
        file: classes({ minTotal: 26, maxPercent: 50 }, { minTotal: 27, maxPercent: 50 }),
      },
      ['class.unreachable classes[1] {"reason":"conditions"}'],
    ],
    [
      'a penalty that always takes something',
      {
        scale: { penalty: { groups: [group('h', { min: 4, max: 10, criteria: [criterion('p')] })] } },
        file: classes({ maxPenalty: 3, maxPercent: 50 }, { maxPenalty: 4, maxPercent: 50 }),
      },
      ['class.unreachable classes[0] {"reason":"conditions"}'],
    ],
    [
      'items of a checklist beyond max count no further',
      {
        scale: {
          parts: [
            part('I', 10, { criteria: [criterion('a', { rule: { kind: 'checklist', items: { x: 6, y: 5 } } })] }),
          ],
        },
        file: classes({ minTotal: 10, maxPercent: 50 }, { minTotal: 11, maxPercent: 50 }),
      },
      [
        'rule.weights.sum scales[0].parts[0].criteria[0].rule.items {"reason":"items","sum":"11","max":"10"}',
        'class.unreachable classes[1] {"reason":"conditions"}',
      ],
    ],
  ],
  'what rounds make of it': [
    [
      'every round counts: the sum of two is twice the least and the most',
      {
        scale: { floor: 5 },
        file: {
          ...rounds('sum'),
          ...classes(when('t >= 10', TOTAL), when('t > 10', TOTAL), when('t >= 60', TOTAL), when('t > 60', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[3].when'],
    ],
    [
      'the mean of two lies between the least and the most of one',
      {
        scale: { floor: 5 },
        file: {
          ...rounds('mean'),
          ...classes(when('t >= 5', TOTAL), when('t > 5', TOTAL), when('t >= 30', TOTAL), when('t > 30', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[3].when'],
    ],
    [
      'where it may be that no round counts, the whole may be 0 below the least of one',
      {
        scale: { floor: 5 },
        file: {
          ...rounds('mean', { missing: 'skip' }),
          ...classes(when('t >= 0', TOTAL), when('t > 0', TOTAL), when('t >= 30', TOTAL), when('t > 30', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[3].when'],
    ],
    [
      'the same of a sum',
      {
        scale: { floor: 5 },
        file: {
          ...rounds('sum', { missing: 'skip' }),
          ...classes(when('t >= 0', TOTAL), when('t > 0', TOTAL), when('t >= 60', TOTAL), when('t > 60', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[3].when'],
    ],
    [
      'a sum of which rounds may be left out comes to the least of all of them, where that is below 0',
      {
        scale: { floor: null, ceiling: 7, penalty: { max: 10, criteria: [criterion('p', { max: 10 })] } },
        file: {
          ...rounds('sum', { missing: 'skip' }),
          ...classes(when('t >= -20', TOTAL), when('t > -20', TOTAL), when('t >= 14', TOTAL), when('t > 14', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[3].when'],
    ],
    [
      'of a whole that is below 0 wherever a round counts the most is 0 where none may',
      {
        scale: {
          ...{ floor: null, parts: [part('I', 1, { criteria: [criterion('a', { max: 1 })] })] },
          penalty: { groups: [group('h', { min: 4, max: 10, criteria: [criterion('p')] })] },
        },
        file: {
          ...rounds('sum', { missing: 'skip' }),
          ...classes(when('t >= 0', TOTAL), when('t > 0', TOTAL)),
        },
      },
      ['condition.never classes[1].when'],
    ],
    [
      'and that of a mean',
      {
        scale: {
          ...{ floor: null, parts: [part('I', 1, { criteria: [criterion('a', { max: 1 })] })] },
          penalty: { groups: [group('h', { min: 4, max: 10, criteria: [criterion('p')] })] },
        },
        file: {
          ...rounds('mean', { missing: 'skip' }),
          ...classes(when('t >= 0', TOTAL), when('t > 0', TOTAL), when('t >= -10', TOTAL), when('t > -10', TOTAL)),
        },
      },
      ['condition.never classes[1].when', 'condition.always classes[2].when'],
    ],
    [
      'where every round counts it is below 0',
      {
        scale: {
          ...{ floor: null, parts: [part('I', 1, { criteria: [criterion('a', { max: 1 })] })] },
          penalty: { groups: [group('h', { min: 4, max: 10, criteria: [criterion('p')] })] },
        },
        file: { ...rounds('sum'), ...classes(when('t >= -6', TOTAL), when('t > -6', TOTAL)) },
      },
      ['condition.never classes[1].when'],
    ],
    [
      'a round without a weight leaves the whole to the others',
      {
        scale: { floor: 5 },
        file: { ...rounds('weighted', {}, [0, 1]), ...classes(when('t >= 5', TOTAL), when('t > 5', TOTAL)) },
      },
      ['round.weightless rounds[0].weight', 'condition.always classes[0].when'],
    ],
    [
      'where no round that has begun has a weight the whole is 0',
      {
        scale: { floor: 5 },
        file: {
          ...{ asOf: '2022-06-30', ...rounds('weighted', {}, [0, 1]) },
          ...classes(when('t >= 5', TOTAL), when('t >= 0', TOTAL)),
        },
      },
      [
        'round.weightless rounds[0].weight',
        'round.notBegun rounds[1].from {"from":"2022-07-01","asOf":"2022-06-30"}',
        'condition.always classes[1].when',
      ],
    ],
    [
      'a weight says nothing where rounds are not weighted',
      {
        scale: { floor: 5 },
        file: {
          ...{ asOf: '2022-06-30', ...rounds('mean', {}, [0, 1]) },
          ...classes(when('t >= 5', TOTAL), when('t > 5', TOTAL)),
        },
      },
      ['round.notBegun rounds[1].from {"from":"2022-07-01","asOf":"2022-06-30"}', 'condition.always classes[0].when'],
    ],
    ...['sum', 'mean', 'last'].map((how): [string, Change, string[]] => [
      `before the first round the ${how} is 0`,
      {
        scale: { floor: 5 },
        file: {
          ...{ asOf: '2021-12-31', ...rounds(how, {}, [1]) },
          ...classes(when('t == 0', TOTAL), when('t != 0', TOTAL)),
        },
      },
      [
        'round.notBegun rounds[0].from {"from":"2022-01-01","asOf":"2021-12-31"}',
        'condition.always classes[0].when',
        'condition.never classes[1].when',
      ],
    ]),
    [
      'a bonus is given round by round: the sum of the parts does not open it',
      {
        scale: { bonus: { criteria: [criterion('x')], ...when('b > 30', { b: 'base' }) } },
        file: { ...rounds('sum'), ...classes({ minTotal: 60, maxPercent: 50 }, { minTotal: 61, maxPercent: 50 }) },
      },
      ['condition.never scales[0].bonus.when', 'class.unreachable classes[1] {"reason":"conditions"}'],
    ],
    [
      'and so is a penalty',
      {
        scale: { penalty: { criteria: [criterion('x')], ...when('b > 30', { b: 'base' }) } },
        file: { ...rounds('sum'), ...classes(when('p > 0', { p: 'penalty' })) },
      },
      ['condition.never scales[0].penalty.when', 'condition.never classes[0].when'],
    ],
    [
      'facts are of the whole',
      {
        file: {
          ...{ ...rounds('sum'), factKinds: [{ code: 'f', name: 'f', ...when('t > 40', TOTAL) }] },
          ...classes(when('f == 1', { f: 'fact:f' })),
        },
      },
      [],
    ],
    [
      'and classes are, of each unit',
      {
        units: [unit('U1'), unit('U2')],
        file: {
          ...{ ...rounds('sum'), ...notAssigned(['U1'], 'c') },
          ...classes({ minParts: { II: 1 }, ...when('i > 25', { i: 'part:I' }) }),
        },
      },
      [
        'part.notAssigned scales[0].parts[1] {"part":"II","partName":"II","mode":"drop","units":1,"unit":"U1","name":"U1"}',
      ],
    ],
  ],
  'what is not assigned': [
    [
      'is worth its max under full, and no more or less',
      {
        scale: { notAssigned: 'full' },
        file: {
          ...notAssigned(ALL, 'b'),
          ...classes(when('b == 10', { b: 'criterion:b' }), when('t < 10', TOTAL), when('t <= 10', TOTAL)),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[1].when'],
    ],
    [
      'is worth nothing else',
      {
        file: {
          ...notAssigned(ALL, 'b'),
          ...classes(when('b > 0', { b: 'criterion:b' }), when('t == 0', TOTAL), when('t > 20', TOTAL)),
        },
      },
      ['condition.never classes[0].when', 'condition.never classes[2].when'],
    ],
    [
      'what is assigned may be worth its max, not more',
      { file: classes(when('b >= 10', { b: 'criterion:b' }), when('b > 10', { b: 'criterion:b' })) },
      ['condition.never classes[1].when'],
    ],
    [
      'has a mean all the same, of the units it is assigned to',
      {
        units: [unit('U1'), unit('P', { kind: 'individual' })],
        file: {
          ...notAssigned(['P'], 'b'),
          ...rewards({ for: 'individual', ...when('m >= 0', { m: 'mean:b' }) }),
        },
      },
      [],
    ],
    [
      'a value that it never has meets nothing',
      {
        units: [unit('U1'), unit('P', { kind: 'individual' })],
        file: {
          ...notAssigned(['P'], 'b'),
          ...rewards({ for: 'individual', ...when('v >= 0', { v: 'value:b' }) }),
        },
      },
      ['condition.never rewards[0].when'],
    ],
    [
      'leaves a min idle only where it does so for every unit, the first',
      {
        scale: {
          notAssigned: 'full',
          parts: [
            part('I', 20, { criteria: [criterion('a')], groups: [group('g', { min: 4, criteria: [criterion('b')] })] }),
          ],
        },
        file: notAssigned(['U2', 'U3'], 'b'),
      },
      [],
    ],
    [
      'as well as the last',
      {
        scale: {
          notAssigned: 'full',
          parts: [
            part('I', 20, { criteria: [criterion('a')], groups: [group('g', { min: 4, criteria: [criterion('b')] })] }),
          ],
        },
        file: notAssigned(['U1', 'U2'], 'b'),
      },
      [],
    ],
    [
      'and for all',
      {
        scale: {
          notAssigned: 'full',
          parts: [
            part('I', 20, { criteria: [criterion('a')], groups: [group('g', { min: 4, criteria: [criterion('b')] })] }),
          ],
        },
        file: notAssigned(ALL, 'b'),
      },
      [
        'group.min.idle scales[0].parts[0].groups[0].min {"min":"4","least":"10","section":"group","code":"g","name":"g"}',
      ],
    ],
  ],
  'bounds of sections': [
    [
      'a min that what stands in it just comes to is idle, in parts, bonus and penalty',
      {
        scale: {
          parts: [
            part('I', 20, {
              min: 3,
              criteria: [criterion('a')],
              groups: [group('g', { min: 3, max: 10, criteria: [criterion('b')] })],
            }),
          ],
          bonus: {
            groups: [group('h', { min: 2, groups: [group('h1', { min: 2, max: 5, criteria: [criterion('x')] })] })],
          },
          penalty: {
            groups: [group('k', { min: 1, groups: [group('k1', { min: 2, max: 5, criteria: [criterion('y')] })] })],
          },
        },
      },
      [
        'part.max.cut scales[0].bonus.groups[0].groups[0].max {"sum":"10","max":"5","section":"group","code":"h1","name":"h1"}',
        'part.max.cut scales[0].penalty.groups[0].groups[0].max {"sum":"10","max":"5","section":"group","code":"k1","name":"k1"}',
        'group.min.idle scales[0].parts[0].min {"min":"3","least":"3","section":"part","code":"I","name":"I"}',
        'group.min.idle scales[0].bonus.groups[0].min {"min":"2","least":"2","section":"group","code":"h","name":"h"}',
        'group.min.idle scales[0].penalty.groups[0].min {"min":"1","least":"2","section":"group","code":"k","name":"k"}',
      ],
    ],
    [
      'a min above what stands in it, of 0, or none is not',
      {
        scale: {
          parts: [
            part('I', 20, {
              min: 4,
              criteria: [criterion('a')],
              groups: [group('g', { min: 3, max: 10, criteria: [criterion('b')] })],
            }),
            part('II', 10, { min: 0, criteria: [criterion('c')] }),
            part('III', 10, { min: null, criteria: [criterion('d')] }),
          ],
        },
      },
      [],
    ],
    [
      'a group counts in the one around it for what it can reach, cut to its max',
      {
        scale: {
          parts: [
            part('I', 30, {
              criteria: [criterion('a', { max: 30 })],
              groups: [
                group('o', {
                  max: 13,
                  groups: [
                    group('g', {
                      max: 15,
                      criteria: ['b1', 'b2'].map((code) => criterion(code, { rule: { kind: 'direct', step: 6 } })),
                    }),
                  ],
                }),
              ],
            }),
          ],
        },
      },
      [
        'criterion.max.unreachable scales[0].parts[0].groups[0].groups[0].criteria[0].max {"reach":"6","max":"10","code":"b1","name":"b1"}',
        'criterion.max.unreachable scales[0].parts[0].groups[0].groups[0].criteria[1].max {"reach":"6","max":"10","code":"b2","name":"b2"}',
        'group.max.idle scales[0].parts[0].groups[0].groups[0].max {"reach":"12","max":"15","code":"g","name":"g"}',
        'part.max.cut scales[0].parts[0].groups[0].groups[0].max {"sum":"20","max":"15","section":"group","code":"g","name":"g"}',
        'group.max.idle scales[0].parts[0].groups[0].max {"reach":"12","max":"13","code":"o","name":"o"}',
        'part.max.cut scales[0].parts[0].groups[0].max {"sum":"15","max":"13","section":"group","code":"o","name":"o"}',
        'part.max.cut scales[0].parts[0].max {"sum":"43","max":"30","section":"part","code":"I","name":"I"}',
      ],
    ],
    [
      'and no further than its max',
      {
        scale: {
          parts: [
            part('I', 30, {
              criteria: [criterion('a', { max: 30 })],
              groups: [
                group('o', {
                  max: 22,
                  groups: [
                    group('g', { max: 15, criteria: [criterion('b1'), criterion('b2')] }),
                    group('h', { criteria: [criterion('b3', { rule: { kind: 'direct', step: 6 } })] }),
                  ],
                }),
              ],
            }),
          ],
        },
      },
      [
        'part.max.cut scales[0].parts[0].groups[0].groups[0].max {"sum":"20","max":"15","section":"group","code":"g","name":"g"}',
        'criterion.max.unreachable scales[0].parts[0].groups[0].groups[1].criteria[0].max {"reach":"6","max":"10","code":"b3","name":"b3"}',
        'group.max.idle scales[0].parts[0].groups[0].max {"reach":"21","max":"22","code":"o","name":"o"}',
        'part.max.cut scales[0].parts[0].max {"sum":"52","max":"30","section":"part","code":"I","name":"I"}',
      ],
    ],
  ],
  'whose units are asked': [
    [
      'traits and params of a scale that nobody is scored on say nothing',
      {
        second: {
          parts: [
            part('I', 10, {
              min: 4,
              criteria: [
                criterion('a', {
                  appliesTo: { any: ['núi'] },
                  rule: { kind: 'formula', inputs: ['x'], params: ['p'], expr: 'x / p' },
                }),
              ],
            }),
          ],
        },
      },
      [],
    ],
    [
      'a param that only units of the other scale have is one that nobody has',
      {
        second: {
          parts: [
            part('I', 10, {
              criteria: [criterion('a', { rule: { kind: 'formula', inputs: ['x'], params: ['p'], expr: 'x / p' } })],
            }),
          ],
        },
        file: { clusters: [cluster('C', [unit('U1', { params: { p: 1 } })]), cluster('D', [unit('U2')], 'T')] },
      },
      ['param.unknown scales[1].parts[0].criteria[0].rule.params[0] {"param":"p"}'],
    ],
    [
      'and one that all of its own units have is known',
      {
        second: {
          parts: [
            part('I', 10, {
              criteria: [criterion('a', { rule: { kind: 'formula', inputs: ['x'], params: ['p'], expr: 'x / p' } })],
            }),
          ],
        },
        file: { clusters: [cluster('C', [unit('U1')]), cluster('D', [unit('U2', { params: { p: 1 } })], 'T')] },
      },
      [],
    ],
    [
      'a bonus is closed where it is for every unit of its scale',
      {
        scale: { bonus: { criteria: [criterion('x')], ...when('p > 5', { p: 'param:p' }) } },
        second: { bonus: { criteria: [criterion('x')] } },
        file: {
          clusters: [
            cluster('C', [unit('U1', { params: { p: 5 } })]),
            cluster('D', [unit('U2', { params: { p: 6 } })], 'T'),
          ],
        },
      },
      ['condition.never scales[0].bonus.when'],
    ],
    [
      'it is open to those whose figures allow it, whoever comes first',
      {
        scale: { bonus: { criteria: [criterion('x')], ...when('p > 5', { p: 'param:p' }) } },
        units: [unit('U1', { params: { p: 5 } }), unit('U2', { params: { p: 6 } })],
        file: classes({ minTotal: 40, maxPercent: 50 }, { minTotal: 41, maxPercent: 50 }),
      },
      ['class.unreachable classes[1] {"reason":"conditions"}'],
    ],
    [
      'so is a penalty',
      {
        scale: { penalty: { criteria: [criterion('x')], ...when('p > 5', { p: 'param:p' }) } },
        units: [unit('U1', { params: { p: 5 } }), unit('U2', { params: { p: 6 } })],
        file: classes(when('n > 9', { n: 'penalty' }), when('n > 10', { n: 'penalty' })),
      },
      ['condition.never classes[1].when'],
    ],
    [
      'a reward for persons asks persons, one for collectives these, one for both both',
      {
        units: [unit('U1', { params: { p: 9 } }), unit('P', { kind: 'individual', params: { p: 1 } })],
        file: rewards(
          { for: 'individual', ...when('p > 5', { p: 'param:p' }) },
          { for: 'collective', ...when('p < 5', { p: 'param:p' }) },
          when('p > 5', { p: 'param:p' }),
        ),
      },
      ['condition.never rewards[0].when', 'condition.never rewards[1].when'],
    ],
    [
      'one that nobody is eligible for is not asked for its condition',
      { file: rewards({ for: 'individual', ...when('t > 99', TOTAL) }) },
      ['reward.unreachable rewards[0] {"reason":"cluster"}'],
    ],
  ],
  'what is entered': [
    [
      'points lie between 0 and max, counts and actual values have no end',
      {
        scale: {
          parts: [
            ...PARTS,
            part('III', 20, {
              criteria: [
                criterion('n', { rule: { kind: 'count', each: 1 } }),
                criterion('r', { rule: { kind: 'ratio', plan: 4 } }),
              ],
            }),
          ],
        },
        file: classes(
          when('v >= 10', { v: 'value:a' }),
          when('v > 10', { v: 'value:a' }),
          when('v > 999', { v: 'value:n' }),
          when('v > 999', { v: 'value:r' }),
          when('v > 999', { v: 'percent:r' }),
          when('v < 0', { v: 'value:n' }),
          when('v < 0', { v: 'percent:r' }),
          when('v >= 10', { v: 'mean:a' }),
          when('v > 10', { v: 'mean:a' }),
          when('v > 999', { v: 'mean:n' }),
        ),
      },
      [1, 5, 6, 8].map((index) => `condition.never classes[${index}].when`),
    ],
    [
      'of each kind of facts its own condition counts',
      {
        file: {
          factKinds: [
            { code: 'f', name: 'f', ...when('t > 30', TOTAL) },
            { code: 'h', name: 'h', ...when('t >= 30', TOTAL) },
            { code: 'l', name: 'l' },
          ],
          ...classes(
            when('f == 1', { f: 'fact:f' }),
            when('f == 1', { f: 'fact:h' }),
            when('f == 1', { f: 'fact:l' }),
            when('f == 0', { f: 'fact:f' }),
            when('f <= 1', { f: 'fact:l' }),
            when('f > 1', { f: 'fact:l' }),
          ),
        },
      },
      [
        'fact.unreachable factKinds[0]',
        'condition.never classes[0].when',
        'condition.always classes[3].when',
        'condition.always classes[4].when',
        'condition.never classes[5].when',
      ],
    ],
  ],
};

describe.each(Object.entries(tables))('%s', (_title, cases) => {
  it.each(cases)('%s', (_what, change, expected) => expect(warned(change)).toEqual(expected));
});

describe('classes and rewards that nobody can have', () => {
  it.each<[string, Change, string[]]>([
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

describe('stages without a weight', () => {
  const RELATIVE = { rule: { kind: 'relative' } };
  const ranking = (weights: JsonObject, stage = 'self'): JsonObject => ({ ranking: { stage, stageWeights: weights } });
  const unused = ['stage.weightsUnused ranking.stageWeights {"stage":"office","name":"Thẩm định"}'];

  it.each<[string, Change, string[]]>([
    [
      'one of two criteria counts by its weight',
      {
        scale: { parts: [part('I', 20, { criteria: [criterion('a', RELATIVE), criterion('b')] })] },
        file: ranking({ self: 1 }, 'office'),
      },
      unused,
    ],
    [
      'one of two scales',
      {
        scale: { parts: [part('I', 10, { criteria: [criterion('a', RELATIVE)] })] },
        second: {},
        file: { ...TWO, ...ranking({ self: 1 }, 'office') },
      },
      unused,
    ],
    [
      'none',
      {
        scale: { parts: [part('I', 10, { criteria: [criterion('a', RELATIVE)] })] },
        file: ranking({ self: 1 }, 'office'),
      },
      [],
    ],
    [
      'a criterion that is measured against others counts without one',
      {
        scale: { bonus: { criteria: [criterion('x', { ...RELATIVE, scoredBy: 'cluster' })] } },
        file: ranking({ self: 1, office: 1 }),
      },
      [],
    ],
    [
      'its neighbour does not',
      {
        scale: {
          bonus: {
            criteria: [criterion('x', { ...RELATIVE, scoredBy: 'cluster' }), criterion('y', { scoredBy: 'cluster' })],
          },
        },
        file: ranking({ self: 1, office: 1 }),
      },
      ['stage.weightless ranking.stageWeights {"stage":"cluster","name":"Cụm chấm","criterion":"y"}'],
    ],
  ])('%s', (_what, change, expected) => expect(warned(change)).toEqual(expected));
});
