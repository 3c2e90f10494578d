import { describe, expect, it } from '@jest/globals';
import {
  checkSheet,
  compile,
  parseText,
  readCompetition,
  scoreUnit,
  type Entry,
  type JsonValue,
  type Outcome,
  type Stage,
} from '@thidua/scoring';
import { valueOf } from './read-file.js';

const RULES = `
format: thidua/1
campaign: {code: c, name: Đợt thi đua, from: 2022-01-01, to: 2022-12-31}
scales:
  - code: s
    version: 1
    name: Thang điểm
    rounding: {digits: 1}
    parts:
      - code: I
        name: Phần I
        max: 30
        criteria:
          - {code: I.1, name: Chỉ tiêu, max: 10, evidence: required, rule: {kind: ratio}}
          - {code: I.2, name: Cụm chấm, max: 10, scoredBy: cluster, rule: {kind: direct}}
          - {code: I.3, name: Thẩm định, max: 10, scoredBy: office, rule: {kind: direct}}
clusters: [{code: C1, name: Cụm 1, scale: s, units: [{code: U1, name: Đơn vị 1}, {code: U2, name: Đơn vị 2}]}]
targets: [{unit: U1, criterion: I.1, plan: 30}]
entries: []
`;

/** Made again for each test. */
const plan = () => compile(valueOf(readCompetition(valueOf(parseText(RULES, 'yaml')))));

const check = (stage: Stage, entries: JsonValue, others: Entry[] = [], unit = 'U1'): Outcome<Entry[]> =>
  checkSheet(plan(), { unit, stage }, entries, others);

const errorsOf = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.errors.map(({ code, path }) => `${code} ${path}`);

const self: Entry = { unit: 'U1', criterion: 'I.1', stage: 'self', actual: 15, evidence: ['BC 12'] };

describe('a sheet', () => {
  it('is accepted with unit and stage filled in', () => {
    const entries = valueOf(check('self', [{ criterion: 'I.1', actual: 15, evidence: ['BC 12'] }]));
    expect(entries).toEqual([self]);
    expect(scoreUnit(plan(), 'U1', entries)).toEqual({
      unit: 'U1',
      complete: false,
      total: '5.0',
      base: '5.0',
      bonus: '0.0',
      penalty: '0.0',
      parts: { I: '5.0' },
      groups: {},
      attainable: '30.0',
      facts: [],
      criteria: { 'I.1': { points: '5.0', stage: 'self' } },
      missing: ['I.2', 'I.3'],
    });
  });

  it('lists every error with its place in the array given', () => {
    const outcome = check('self', [
      { criterion: 'I.1', actual: '1,5' },
      { criterion: 'I.2', points: 5 },
      { criterion: 'I.9', points: 5 },
      { criterion: 'I.1', actual: 3, plan: 4, evidence: ['a'] },
      { criterion: 'I.1', actual: 3, plan: 4, evidence: ['a'], unit: 'U2', stage: 'office' },
      7,
    ]);
    expect(errorsOf(outcome)).toEqual([
      'entry.evidence.missing entries[0].evidence',
      'field.type entries[0].actual',
      'entry.stage.reserved entries[1].stage',
      'ref.unknown entries[2].criterion',
      'entry.duplicate entries[3]',
      'field.range entries[4].unit',
      'field.range entries[4].stage',
      'entry.duplicate entries[4]',
      'field.type entries[5]',
    ]);
    expect(errorsOf(check('self', { criterion: 'I.1' }))).toEqual(['field.type entries']);
  });

  it('takes the plan of the unit it is of', () => {
    const entries = [{ criterion: 'I.1', actual: 15, evidence: ['BC 12'] }];
    expect(errorsOf(check('self', entries, [], 'U2'))).toEqual(['entry.plan.missing entries[0].plan']);
    expect(() => check('self', entries, [], 'U3')).toThrow(RangeError);
  });

  it('asks for a reason against the next lower stage there is, comparing rounded points', () => {
    expect(errorsOf(check('office', [{ criterion: 'I.1', actual: 16 }], [self]))).toEqual([
      'entry.reason.missing entries[0].reason',
    ]);
    expect(errorsOf(check('office', [{ criterion: 'I.1', actual: 16, reason: 'Thiếu' }], [self]))).toEqual([]);
    expect(errorsOf(check('office', [{ criterion: 'I.1', actual: '15.1' }], [self]))).toEqual([]); // 5.03 → 5.0
    const cluster: Entry = { unit: 'U1', criterion: 'I.1', stage: 'cluster', actual: 21, reason: 'Tính lại' };
    expect(errorsOf(check('office', [{ criterion: 'I.1', actual: 21 }], [self, cluster]))).toEqual([]);
    expect(errorsOf(check('office', [{ criterion: 'I.1', actual: 15 }], [self, cluster]))).toEqual([
      'entry.reason.missing entries[0].reason',
    ]);
  });

  it('replaces what was entered at its own stage and leaves the stages above alone', () => {
    const office: Entry = { unit: 'U1', criterion: 'I.1', stage: 'office', actual: 15 };
    const again = [{ criterion: 'I.1', actual: 18, evidence: ['BC 13'] }];
    expect(errorsOf(check('self', again, [self, office]))).toEqual([]);
  });

  it('is scored by the highest stage, whatever the order of its entries', () => {
    const entries: Entry[] = [
      { unit: 'U1', criterion: 'I.1', stage: 'office', actual: 30, reason: 'x' },
      { unit: 'U1', criterion: 'I.1', stage: 'cluster', actual: 3, reason: 'x' },
      self,
    ];
    const wanted = { 'I.1': { points: '10.0', stage: 'office' } };
    expect(scoreUnit(plan(), 'U1', entries).criteria).toEqual(wanted);
    expect(scoreUnit(plan(), 'U1', entries.toReversed()).criteria).toEqual(wanted);
  });

  it('is never scored from entries that would not be accepted', () => {
    expect(() => scoreUnit(plan(), 'U1', [{ ...self, actual: -1 }])).toThrow(/never accepted/);
    expect(() => scoreUnit(plan(), 'U1', [{ ...self, criterion: 'I.9' }])).toThrow(/no criterion/);
  });
});
