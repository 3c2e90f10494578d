import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@thidua/scoring';
import { sameEntries, sameFigures } from '../../libs/entries/same-entries.js';

const of = (entry: object): JsonValue => [{ criterion: 'A', ...entry }] as unknown as JsonValue;
const both = (one: object, other: object) => [sameFigures(of(one), of(other)), sameEntries(of(one), of(other))];

describe('two sheets of entries', () => {
  it.each([
    [{ points: 65.3 }, { points: '65.30' }],
    [{ points: '0065' }, { points: 65 }],
    [{ points: '-0.0' }, { points: 0 }],
    [{ points: '.5' }, { points: '.5' }],
    [{ items: [{ actual: '1.0', plan: 2 }] }, { items: [{ plan: '2', actual: 1 }] }],
    [{ tally: { 'Đúng hạn': 3, 'Quá hạn': 0 } }, { tally: { 'Quá hạn': 0, 'Đúng hạn': 3 } }],
    [{ marks: { 'Giám khảo 1': '9.50' } }, { marks: { 'Giám khảo 1': 9.5 } }],
    [{ unit: 'u1', stage: 'self', points: 1 }, { points: 1 }],
  ])('are the same however figures are written: %j and %j', (one, other) => {
    expect(both(one, other)).toEqual([true, true]);
  });

  it.each([
    [{ points: 65.3 }, { points: '65.31' }],
    [{ points: '-5' }, { points: 5 }],
    [{ points: 100 }, { points: 10 }],
    [{ points: 5 }, { actual: 5 }],
    [{ actual: 5 }, { actual: 5, plan: 5 }],
    // Names, though they look like figures.
    [{ choice: '2' }, { choice: '2.0' }],
    [{ on: '2022-03-01' }, { on: '2022-03-10' }],
    [{ done: ['1'] }, { done: ['1.0'] }],
    [{ done: ['a'] }, { done: ['a', 'b'] }],
    [{ items: [{ actual: 1, plan: 2 }] }, { items: [{ actual: 2, plan: 1 }] }],
    [{ tally: { a: 1 } }, { tally: { b: 1 } }],
    [{ marks: { a: 1 } }, { marks: { a: 1, b: 1 } }],
  ])('differ by what is entered: %j and %j', (one, other) => {
    expect(both(one, other)).toEqual([false, false]);
  });

  it.each([
    [{ points: 1, evidence: ['QĐ 1'] }, { points: 1 }],
    [
      { points: 1, evidence: ['QĐ 1'] },
      { points: 1, evidence: ['QĐ 1.0'] },
    ],
    [
      { points: 1, reason: '1' },
      { points: 1, reason: '1.0' },
    ],
  ])('have the same figures where only texts differ: %j and %j', (one, other) => {
    expect(both(one, other)).toEqual([true, false]);
  });

  it('are compared by criterion, not by order', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((criterion) => ({ criterion, points: 1 })) as unknown as JsonValue[];
    expect(sameFigures([a!, b!], [b!, a!])).toBe(true);
    expect(sameFigures([a!, b!], [a!, c!])).toBe(false);
    expect(sameFigures([a!], [a!, b!])).toBe(false);
    expect(sameFigures([], [])).toBe(true);
  });
});
