import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { tallyVotes, VOTE_ERROR_CODES, type VoteCounts, type VoteRule } from '@thidua/scoring';
import { valueOf } from './read-file.js';

const RULE: VoteRule = { quorum: '2/3', base: 'members', atLeast: '90%' };
const COUNTS: VoteCounts = { members: 12, present: 9, written: 2, yes: 10, no: 1, invalid: 0 };

const tally = (rule: Partial<VoteRule>, counts: Partial<VoteCounts>) =>
  valueOf(tallyVotes({ ...RULE, ...rule }, { ...COUNTS, ...counts }));

const errorsOf = (counts: Partial<Record<keyof VoteCounts, unknown>>): string[] => {
  const outcome = tallyVotes(RULE, { ...COUNTS, ...counts } as VoteCounts);
  return outcome.ok ? [] : outcome.errors.map(({ code, path }) => `${code} ${path}`);
};

describe('a vote', () => {
  it('tells how many are needed and whether they are there', () => {
    // 2/3 of 12 = 8 present; 90 % of 12 = 10.8, so 11 in favour
    const expected = { quorum: true, presentNeeded: 8, base: 12, yesNeeded: 11, missing: [], passed: false };
    expect(tally({}, {})).toEqual(expected);
    expect(tally({}, { yes: 11, no: 0 })).toEqual({ ...expected, passed: true });
  });

  it('takes its share of members, of those who took part, or of the ballots', () => {
    expect(tally({ base: 'members' }, {})).toMatchObject({ base: 12, yesNeeded: 11, passed: false });
    expect(tally({ base: 'present' }, {})).toMatchObject({ base: 11, yesNeeded: 10, passed: true });
    expect(tally({ base: 'cast' }, { yes: 9, no: 0, invalid: 1 })).toMatchObject({ base: 10, passed: true });
    expect(tally({ base: 'cast' }, { yes: 8, no: 0, invalid: 1 })).toMatchObject({ base: 9, passed: false });
  });

  it('needs the quorum of those present: opinions in writing do not make it', () => {
    const counts = { present: 7, written: 5, yes: 12, no: 0 };
    expect(tally({}, counts)).toMatchObject({ quorum: false, passed: false });
    expect(tally({ quorum: '7/12' }, counts)).toMatchObject({ quorum: true, presentNeeded: 7, passed: true });
    expect(tally({ quorum: 0 }, { ...counts, present: 0, written: 12 })).toMatchObject({ quorum: true, passed: true });
  });

  it('compares exactly at the edge', () => {
    const all = { members: 3, present: 3, written: 0, no: 0, invalid: 0 };
    expect(tally({ atLeast: '2/3' }, { ...all, yes: 2 })).toMatchObject({ yesNeeded: 2, passed: true });
    expect(tally({ atLeast: '0.6667' }, { ...all, yes: 2 })).toMatchObject({ yesNeeded: 3, passed: false });
    expect(tally({ atLeast: 0.6666 }, { ...all, yes: 2 })).toMatchObject({ yesNeeded: 2, passed: true });
    expect(tally({ atLeast: '66.6%' }, { ...all, yes: 2 })).toMatchObject({ passed: true });
    expect(tally({ atLeast: 1 }, { ...all, yes: 2 })).toMatchObject({ yesNeeded: 3, passed: false });
  });

  it('needs more than a share, or at least it', () => {
    const all = { members: 10, present: 10, written: 0, no: 0 };
    const half = (yes: number, share: Partial<VoteRule>) => tally({ atLeast: undefined, ...share }, { ...all, yes });
    expect(half(5, { atLeast: '1/2' })).toMatchObject({ yesNeeded: 5, passed: true });
    expect(half(5, { moreThan: '1/2' })).toMatchObject({ yesNeeded: 6, passed: false });
    expect(half(6, { moreThan: '1/2' })).toMatchObject({ yesNeeded: 6, passed: true });
    expect(half(6, { moreThan: '0.55' })).toMatchObject({ yesNeeded: 6, passed: true });
    // Nobody can be more than all.
    expect(half(10, { moreThan: 1 })).toMatchObject({ yesNeeded: 11, passed: false });
  });

  it('counts who abstained among the ballots, and as in favour of nothing', () => {
    const counts = { yes: 6, no: 1, invalid: 1 };
    expect(tally({ base: 'cast', atLeast: '3/4' }, counts)).toMatchObject({ base: 8, passed: true });
    expect(tally({ base: 'cast', atLeast: '3/4' }, { ...counts, abstain: 1 })).toMatchObject({
      base: 9,
      passed: false,
    });
  });

  it('tells which roles are not in favour that must be', () => {
    const rule = { mustInclude: ['chair', 'clerk'] };
    const counts = { yes: 11, no: 0 };
    expect(tally(rule, { ...counts, yesOf: ['clerk', 'guest'] })).toMatchObject({ missing: ['chair'], passed: false });
    expect(tally(rule, { ...counts, yesOf: ['clerk', 'chair'] })).toMatchObject({ missing: [], passed: true });
    expect(tally(rule, counts)).toMatchObject({ missing: ['chair', 'clerk'], passed: false });
  });

  it('knows a role however its marks and the space around it are typed', () => {
    const rule = { mustInclude: ['Chủ tịch', 'Thư ký '] };
    const counts = { yes: 11, no: 0, yesOf: [' Chủ tịch'.normalize('NFD'), 'Thư\u200b ký'] };
    expect(tally(rule, counts)).toMatchObject({ missing: [], passed: true });
    expect(tally(rule, { ...counts, yesOf: ['Phó Chủ tịch'] })).toMatchObject({ missing: rule.mustInclude });
  });

  it('is never passed where nobody counts', () => {
    const none = { present: 9, written: 0, yes: 0, no: 0, invalid: 0 };
    expect(tally({ base: 'cast', atLeast: 0 }, none)).toMatchObject({ quorum: true, base: 0, passed: false });
    expect(tally({ base: 'members', atLeast: 0 }, none)).toMatchObject({ yesNeeded: 0, passed: true });
  });

  it('agrees with the fractions of the format, for every count', () => {
    const natural = fc.nat({ max: 40 });
    fc.assert(
      fc.property(natural, natural, natural, natural, natural, fc.integer({ min: 1, max: 9 }), (p, w, y, n, i, of) => {
        const members = Math.max(1, p + w);
        fc.pre(y + n + i <= p + w);
        const rule: VoteRule = { quorum: `1/${of}`, base: 'cast', atLeast: `${of - 1}/${of}` };
        const { quorum, passed } = tally(rule, { members, present: p, written: w, yes: y, no: n, invalid: i });
        const cast = y + n + i;
        expect(quorum).toBe(p * of >= members);
        expect(passed).toBe(quorum && cast > 0 && y * of >= (of - 1) * cast);
      }),
    );
  });
});

describe('counts that cannot be', () => {
  it.each([
    [{ members: 0, present: 0, written: 0, yes: 0, no: 0 }, ['members']],
    [{ present: 11 }, ['present']],
    [{ yes: 11 }, ['yes']],
    [{ invalid: 1 }, ['yes']],
    [{ abstain: 1 }, ['yes']],
    [{ abstain: -1 }, ['abstain']],
    [{ abstain: '1' }, ['abstain']],
    [{ present: 11, yes: 14 }, ['present', 'yes']],
    [{ no: -1 }, ['no']],
    [{ written: 1.5 }, ['written']],
    [{ yes: '10' }, ['yes']],
    [{ present: Number.NaN, no: Infinity }, ['present', 'no']],
    [{ invalid: undefined }, ['invalid']],
    [{ members: 2 ** 53 }, ['members']],
    [{ yesOf: 'chair' }, ['yesOf']],
    [{ yesOf: ['chair', 1] }, ['yesOf']],
    [{ yesOf: { 0: 'chair' } }, ['yesOf']],
    [{ yesOf: null }, ['yesOf']],
    [{ yesOf: [null], no: -1 }, ['no', 'yesOf']],
  ])('%j', (counts, paths) => {
    expect(errorsOf(counts)).toEqual(paths.map((path) => `${VOTE_ERROR_CODES[0]} ${path}`));
  });

  it('is a fault of the caller where the rule was never checked', () => {
    expect(() => tallyVotes({ ...RULE, atLeast: '3/2' }, COUNTS)).toThrow(TypeError);
    expect(() => tallyVotes({ ...RULE, quorum: 'most' }, COUNTS)).toThrow(TypeError);
  });
});
