import { describe, expect, it } from '@jest/globals';
import { readCompetition, score, totalGaps, type Competition, type JsonObject } from '@thidua/scoring';
import { valueOf } from './read-file.js';
import { smallFile } from './small-file.js';

const figures = (part: string, base: string, bonus: string, penalty: string, total: string) => ({
  parts: { I: part, II: '1.5' },
  ...{ base, bonus, penalty, total },
});

describe('figures that do not add up to their total', () => {
  it('have no reason where they do', () => {
    expect(totalGaps(figures('2.25', '3.75', '1', '0.5', '4.25'))).toEqual([]);
    expect(totalGaps(figures('-2.25', '-0.75', '0', '0', '-0.75'))).toEqual([]);
    const rounds = [figures('2', '7', '0', '0', '7')];
    expect(totalGaps(figures('2.25', '3.75', '1', '0.5', '4.25'), { how: 'mean', rounds })).toEqual([]);
  });

  it('name what keeps them from it', () => {
    expect(totalGaps(figures('2', '7', '0', '0', '7'))).toEqual(['rescaled']);
    expect(totalGaps(figures('98', '99.5', '5', '0', '100'))).toEqual(['ceiling']);
    expect(totalGaps(figures('0', '1.5', '0', '5', '0'))).toEqual(['floor']);
    expect(totalGaps(figures('90', '99.5', '5', '0', '100'))).toEqual(['rescaled', 'ceiling']);
    expect(totalGaps(figures('-0.000001', '1.5', '0', '0', '1.5'))).toEqual(['rescaled']);
  });

  it('of several rounds are off by rounding, and by what the rounds have', () => {
    const off = figures('2', '3.5', '0', '0', '4');
    const even = figures('2', '3.5', '0', '0', '3.5');
    const cut = figures('98', '99.5', '5', '0', '100');
    expect(totalGaps(off, { how: 'mean', rounds: [even] })).toEqual(['rounds']);
    expect(totalGaps(off, { how: 'sum', rounds: [even, cut] })).toEqual(['rounds', 'ceiling']);
    expect(totalGaps(cut, { how: 'last', rounds: [even, cut] })).toEqual(['ceiling']);
  });
});

describe('the scores of a result', () => {
  /** The gaps of the one unit of a file. */
  const gapsOf = (small: Parameters<typeof smallFile>[0]) => {
    const competition = valueOf<Competition>(readCompetition(smallFile(small)));
    const [standing] = score(competition, '-').clusters[0]!.standings;
    return totalGaps(standing!);
  };
  const value = { points: 8 };
  const gated: JsonObject = {
    bonus: {
      max: 5,
      when: { inputs: { b: 'base' }, expr: 'b > 100' },
      criteria: [{ code: 'B', name: 'B', max: 5, rule: { kind: 'direct' } }],
    },
  };
  const bonus = [
    { unit: 'U', criterion: 'I.1', points: 8 },
    { unit: 'U', criterion: 'B', points: 5 },
  ];
  const penalty = { penalty: { criteria: [{ code: 'P', name: 'P', max: 9, rule: { kind: 'direct' } }] } };
  const more = {
    code: 'II',
    name: 'II',
    max: 10,
    criteria: [{ code: 'II.1', name: 'b', max: 10, rule: { kind: 'direct' } }],
  };

  it('have the gaps that the scale makes', () => {
    expect(gapsOf({ value })).toEqual([]);
    expect(gapsOf({ value, scale: { ceiling: 7 } })).toEqual(['ceiling']);
    expect(gapsOf({ value, scale: { floor: 9 } })).toEqual(['floor']);
    const deducted = [...bonus.slice(0, 1), { unit: 'U', criterion: 'P', points: 9 }];
    expect(gapsOf({ value, scale: penalty, file: { entries: deducted } })).toEqual(['floor']);
    const notAssigned = [{ unit: 'U', criterion: 'II.1' }];
    const file = { notAssigned };
    expect(gapsOf({ value, parts: [more], scale: { notAssigned: 'rescaleBase' }, file })).toEqual(['rescaled']);
    expect(gapsOf({ value, parts: [more], scale: { notAssigned: 'rescalePart' }, file })).toEqual([]);
  });

  it('have none where a bonus does not count: it is shown as 0', () => {
    expect(gapsOf({ value, scale: gated, file: { entries: bonus } })).toEqual([]);
  });
});
