import { describe, expect, it } from '@jest/globals';
import {
  cluster,
  classes,
  criterion,
  part,
  PARTS,
  rewards,
  TOTAL,
  unit,
  warned,
  when,
  type Case,
} from './warned-file.js';

const tables: Record<string, Case[]> = {
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
      'a trait that some unit has is known, be it of another scale',
      {
        second: { parts: [part('I', 10, { criteria: [criterion('a', { appliesTo: { any: ['núi', 'biển'] } })] })] },
        file: {
          clusters: [cluster('C', [unit('U1', { traits: ['núi'] })]), cluster('D', [unit('U2')], 'T')],
        },
      },
      [
        'trait.unknown scales[1].parts[0].criteria[0].appliesTo.any[1] {"trait":"biển"}',
        'part.notAssigned scales[1].parts[0] {"part":"I","partName":"I","mode":"drop","units":1,"unit":"U2","name":"U2"}',
      ],
    ],
    [
      'units to which a criterion is not assigned need no param for it',
      {
        scale: {
          bonus: {
            criteria: [
              criterion('x', {
                appliesTo: { any: ['núi'] },
                rule: { kind: 'formula', inputs: ['x'], params: ['p'], expr: 'x / p' },
              }),
            ],
          },
        },
        units: [unit('U1', { traits: ['núi'], params: { p: 1 } }), unit('U2')],
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
      'there may be nothing entered, and no condition of it holds always',
      {
        scale: {
          parts: [part('I', 10, { criteria: [criterion('r', { rule: { kind: 'ratio', plan: 4 } })] })],
        },
        file: classes(
          when('v >= 0', { v: 'value:r' }),
          when('v >= 0', { v: 'percent:r' }),
          when('v >= 0', { v: 'mean:r' }),
          when('v >= 0', { v: 'criterion:r' }),
        ),
      },
      ['condition.always classes[3].when'],
    ],
    [
      'a bonus comes to its max, a penalty to its own',
      {
        scale: {
          bonus: { max: 7, criteria: [criterion('x')] },
          penalty: { max: 4, criteria: [criterion('y')] },
        },
        file: classes(
          ...[6, 7].map((least) => when(`x > ${least}`, { x: 'bonus' })),
          ...[3, 4].map((least) => when(`x > ${least}`, { x: 'penalty' })),
          ...[29, 30].map((least) => when(`x > ${least}`, { x: 'base' })),
          ...[19, 20].map((least) => when(`x > ${least}`, { x: 'part:I' })),
          ...[9, 10].map((least) => when(`x > ${least}`, { x: 'group:g' })),
        ),
      },
      [1, 3, 5, 7, 9].map((index) => `condition.never classes[${index}].when`),
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
