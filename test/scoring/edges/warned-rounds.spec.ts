import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import {
  classes,
  criterion,
  group,
  notAssigned,
  part,
  rounds,
  TOTAL,
  TWO,
  unit,
  warned,
  when,
  type Case,
} from './warned-file.js';

const tables: Record<string, Case[]> = {
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
    ...['sum', 'mean', 'last'].map((how): Case => [
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
};

describe.each(Object.entries(tables))('%s', (_title, cases) => {
  it.each(cases)('%s', (_what, change, expected) => expect(warned(change)).toEqual(expected));
});

describe('stages without a weight', () => {
  const RELATIVE = { rule: { kind: 'relative' } };
  const ranking = (weights: JsonObject, stage = 'self'): JsonObject => ({ ranking: { stage, stageWeights: weights } });
  const unused = ['stage.weightsUnused ranking.stageWeights {"stage":"office","name":"Thẩm định"}'];

  it.each<Case>([
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
