import { describe, expect, it } from '@jest/globals';
import { scoreUnit, openStanding, type JsonObject, type JsonValue, type Entry } from '@thidua/scoring';
import { competition, direct } from './cluster-file.js';
import { followed, points, put, read, remove, rulesOf, totals, UNITS } from './followed.js';

describe('rounds', () => {
  const rounds = (...weights: (number | string)[]): JsonValue =>
    weights.map((weight, index) => ({
      code: `Q${index + 1}`,
      name: 'q',
      from: '2022-01-01',
      to: '2022-12-31',
      weight,
    }));
  const plain = {
    parts: [{ code: 'I', name: 'I', max: 20, criteria: [direct('a', { max: 10 }), direct('b', { max: 10 })] }],
    bonus: { criteria: [direct('x', { max: 10 })] },
    penalty: { criteria: [direct('y', { max: 10 })] },
  };
  const wide = { ...plain, bonus: { criteria: [direct('x', { max: `1${'0'.repeat(30)}` })] } };
  const at = (round: string, unit: string, criterion: string, value: number | string) =>
    points(unit, criterion, value, { round });
  const putAt = (round: string, ...rest: [unit: string, criterion: string, value: number | string]) =>
    put(...rest, { round });

  const both = [
    ...[at('Q1', 'u', 'a', 4), at('Q1', 'u', 'b', 1), at('Q2', 'u', 'a', 7)],
    ...[at('Q2', 'v', 'a', 9), at('Q2', 'v', 'b', 2), at('Q1', 'w', 'x', 3)],
  ];
  it.each([
    ['doubles', plain],
    ['whole numbers of any length', wide],
  ])('are made one in %s', (_how, scale) => {
    const whole = (how: string, missing: string, weights: (number | string)[], over: JsonObject = {}) =>
      totals(
        openStanding(
          read({ ...scale, ...over }, UNITS, both, { rounds: rounds(...weights), combine: { how, missing } }),
        ),
      );
    // u has 5 and 7, v nothing and 11, w 3 and nothing.
    expect(whole('sum', 'zero', [1, 1])).toEqual(['u 12', 'v 11', 'w 3']);
    expect(whole('sum', 'skip', [1, 1])).toEqual(['u 12', 'v 11', 'w 3']);
    expect(whole('mean', 'zero', [1, 1])).toEqual(['u 6', 'v 6', 'w 2']);
    expect(whole('mean', 'skip', [1, 1])).toEqual(['u 6', 'v 11', 'w 3']);
    expect(whole('last', 'zero', [1, 1])).toEqual(['u 7', 'v 11', 'w 0']);
    expect(whole('last', 'skip', [1, 1])).toEqual(['u 7', 'v 11', 'w 3']);
    // (1,5·5 + 7)/2,5 = 5,8; 11/2,5 = 4,4; 4,5/2,5 = 1,8.
    expect(whole('weighted', 'zero', ['1.5', 1])).toEqual(['u 6', 'v 4', 'w 2']);
    expect(whole('weighted', 'zero', ['1.5', '0.25'], { rounding: { digits: 2 } })).toEqual([
      ...['u 5.29', 'v 1.57', 'w 2.57'],
    ]);
    expect(whole('weighted', 'skip', ['1.5', 1])).toEqual(['u 6', 'v 11', 'w 3']);
    expect(whole('weighted', 'skip', [0, 1])).toEqual(['u 7', 'v 11', 'w 0']);
    expect(whole('weighted', 'zero', [0, 1])).toEqual(['u 7', 'v 11', 'w 0']);
    // Each figure is made one by itself.
    const file = read(scale, UNITS, both, { rounds: rounds(1, 1), combine: { how: 'mean', missing: 'skip' } });
    expect(openStanding(file).scoreOf('u')).toMatchObject({
      ...{ total: '6', base: '6', parts: { I: '6' } },
      criteria: { a: { points: '6', stage: 'self' }, b: { points: '1', stage: 'self' } },
    });
  });

  it.each([
    ['doubles', plain],
    ['whole numbers of any length', wide],
  ])('round below nothing as above, in %s', (_how, scale) => {
    const entries = [at('Q1', 'u', 'y', 1), at('Q2', 'u', 'y', 2), at('Q2', 'v', 'y', 1)];
    const mean = (mode: string) => {
      const over = { ...scale, floor: null, rounding: { digits: 0, mode } };
      return totals(openStanding(read(over, UNITS, entries, { rounds: rounds(1, 1), combine: { how: 'mean' } }))).slice(
        0,
        2,
      );
    };
    expect(mean('halfUp')).toEqual(['u -2', 'v -1']);
    expect(mean('halfEven')).toEqual(['u -2', 'v 0']);
    expect(mean('down')).toEqual(['u -1', 'v 0']);
    expect(mean('up')).toEqual(['u -2', 'v -1']);
  });

  it('are exact whatever their weights', () => {
    const entries = [at('Q1', 'u', 'a', 1), at('Q2', 'v', 'a', 1)];
    const weighted = (...weights: (number | string)[]) =>
      totals(openStanding(read(plain, UNITS, entries, { rounds: rounds(...weights), combine: { how: 'weighted' } })));
    // Half of one is rounded up, anything less is not.
    expect(weighted(1, 1)).toEqual(['u 1', 'v 1', 'w 0']);
    expect(weighted(1, '1.0000000000000000000001')).toEqual(['u 0', 'v 1', 'w 0']);
    expect(weighted('0.0000000000000000000001', '0.0000000000000000000001')).toEqual(['u 1', 'v 1', 'w 0']);
    expect(weighted('9007199254740993', '9007199254740992')).toEqual(['u 1', 'v 0', 'w 0']);
  });

  it.each([
    ['doubles', plain],
    ['whole numbers of any length', wide],
  ])('follow every change, in %s', (_how, scale) => {
    const file = (how: string, missing: string) =>
      read(scale, UNITS, both, { rounds: rounds(1, 1), combine: { how, missing } });
    const changes = [
      ...[putAt('Q2', 'w', 'a', 5), putAt('Q1', 'w', 'a', 2), putAt('Q1', 'v', 'b', 4), putAt('Q1', 'u', 'y', 1)],
      ...[remove('v', 'a', { round: 'Q2' }), remove('v', 'b', { round: 'Q2' }), remove('w', 'a', { round: 'Q2' })],
    ];
    expect(followed(file('mean', 'skip'), ...changes)).toEqual([
      // w had 3 and nothing; then 3 and 5, then 5 and 5.
      ['u 6', 'v 11', 'w 4'],
      ['u 6', 'v 11', 'w 5'],
      // v had nothing and 11; then 4 and 11, 4 and 2, 4 alone.
      ['u 6', 'v 8', 'w 5'],
      ['u 6', 'v 8', 'w 5'],
      ['u 6', 'v 3', 'w 5'],
      ['u 6', 'v 4', 'w 5'],
      ['u 6', 'v 4', 'w 5'],
    ]);
    expect(followed(file('mean', 'zero'), ...changes).at(-1)).toEqual(['u 6', 'v 2', 'w 3']);
    expect(followed(file('last', 'skip'), ...changes).at(-1)).toEqual(['u 7', 'v 4', 'w 5']);
    expect(followed(file('sum', 'zero'), ...changes).at(-1)).toEqual(['u 11', 'v 4', 'w 5']);
  });

  it('list criteria as the scale does, and are scored one by one', () => {
    const entries = [at('Q1', 'u', 'b', 4), at('Q2', 'u', 'a', 7), at('Q2', 'u', 'x', 1)];
    const file = read(plain, UNITS, entries, { rounds: rounds(1, 1) });
    expect(Object.keys(openStanding(file).scoreOf('u').criteria)).toEqual(['a', 'b', 'x']);
    const plan = rulesOf(file);
    const given = (file.entries ?? []).map((entry) => ({ stage: 'self', ...entry })) as Entry[];
    const scored = (...round: string[]) => {
      const { total, criteria, missing } = scoreUnit(plan, 'u', given, ...round);
      return [total, Object.keys(criteria).join(' '), missing.join(' ')];
    };
    expect(scored('Q1')).toEqual(['4', 'b', 'a']);
    expect(scored('Q2')).toEqual(['8', 'a x', 'b']);
    expect(scored()).toEqual(['4', 'b', 'a']);
    expect(() => scored('Q3')).toThrow('no round Q3 in this plan');
    expect(() => scoreUnit(rulesOf(competition({ C: { a: [1] } })), 'a', [], 'Q1')).toThrow(RangeError);
  });
});
