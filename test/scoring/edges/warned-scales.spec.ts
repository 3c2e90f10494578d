import { describe, expect, it } from '@jest/globals';
import {
  ALL,
  classes,
  criterion,
  group,
  notAssigned,
  part,
  PARTS,
  rewards,
  TOTAL,
  unit,
  warned,
  when,
  TWO,
  type Case,
} from './warned-file.js';

const tables: Record<string, Case[]> = {
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
  'what is not assigned': [
    [
      'is worth its max under full, and no more or less',
      {
        scale: { notAssigned: 'full' },
        file: {
          ...notAssigned(ALL, 'b'),
          ...classes(
            when('b == 10', { b: 'criterion:b' }),
            when('t < 10', TOTAL),
            when('t <= 10', TOTAL),
            when('b > 9', { b: 'criterion:b' }),
          ),
        },
      },
      ['condition.always classes[0].when', 'condition.never classes[1].when', 'condition.always classes[3].when'],
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
      'a min is idle by what the units of its own scale come to',
      {
        scale: {
          parts: [
            part('I', 20, {
              criteria: [criterion('a')],
              groups: [group('g', { min: 3, groups: [group('h', { min: 3, criteria: [criterion('b')] })] })],
            }),
          ],
        },
        second: {
          parts: [
            part('I', 20, {
              criteria: [criterion('a')],
              groups: [group('g', { min: 3, groups: [group('h', { min: 2, criteria: [criterion('b')] })] })],
            }),
          ],
        },
        file: TWO,
      },
      [
        'group.min.idle scales[0].parts[0].groups[0].min {"min":"3","least":"3","section":"group","code":"g","name":"g"}',
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
      'a group counts in the one around it for what it can reach; a max above that cuts nothing',
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
        'group.max.idle scales[0].parts[0].groups[0].max {"reach":"12","max":"13","code":"o","name":"o"}',
        'part.max.cut scales[0].parts[0].max {"sum":"43","max":"30","section":"part","code":"I","name":"I"}',
      ],
    ],
    [
      'a part whose criteria cannot reach what they are worth is cut where they come to more than its max',
      {
        scale: {
          parts: [4, 5, 6].map((step, index) =>
            part(`I${index}`, 10, {
              criteria: ['x', 'y'].map((code) =>
                criterion(`${code}${index}`, { max: 7, rule: { kind: 'direct', step } }),
              ),
            }),
          ),
        },
      },
      [
        ...[0, 1, 2].flatMap((index) => [
          ...['x', 'y'].map(
            (code, place) =>
              `criterion.max.unreachable scales[0].parts[${index}].criteria[${place}].max {"reach":"${4 + index}","max":"7","code":"${code}${index}","name":"${code}${index}"}`,
          ),
          ...(index === 2
            ? ['part.max.cut scales[0].parts[2].max {"sum":"14","max":"10","section":"part","code":"I2","name":"I2"}']
            : []),
        ]),
      ],
    ],
    [
      'of a part that is worth nothing, nothing is missing where nothing is assigned',
      {
        scale: {
          parts: [...PARTS, part('III', 0, { criteria: [criterion('d')] })],
        },
        file: notAssigned(ALL, 'd'),
      },
      ['part.max.cut scales[0].parts[2].max {"sum":"10","max":"0","section":"part","code":"III","name":"III"}'],
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
};

describe.each(Object.entries(tables))('%s', (_title, cases) => {
  it.each(cases)('%s', (_what, change, expected) => expect(warned(change)).toEqual(expected));
});
