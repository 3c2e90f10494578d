import { describe, expect, it } from '@jest/globals';
import { tallyVotes, type VoteCounts, type VoteRule } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { errorsOf, smallFile } from '../small-file.js';

const COUNTS: VoteCounts = { members: 100, present: 90, written: 5, yes: 60, no: 10, invalid: 2 };
const tally = (rule: Partial<VoteRule>, counts: Partial<VoteCounts> = {}) =>
  valueOf(tallyVotes({ quorum: 0, base: 'members', atLeast: 0, ...rule }, { ...COUNTS, ...counts }));

describe('the base of a vote', () => {
  it.each<[VoteRule['base'], number]>([
    ['members', 100],
    ['present', 95],
    ['cast', 72],
  ])('%s', (base, size) => {
    expect(tally({ base }).base).toBe(size);
  });
});

describe('a share', () => {
  const needed = (quorum: string | number): number => tally({ quorum }).presentNeeded;
  const refused = (quorum: unknown): string[] => {
    const vote = { quorum: quorum as string, base: 'cast', atLeast: '1/2' };
    const rewards = [{ code: 'r', name: 'r', scope: 'cluster', quota: { count: 1 }, vote }];
    return errorsOf(smallFile({ file: { rewards } }));
  };

  it('is a fraction, a per cent or a decimal from 0 to 1', () => {
    // of 100 members, rounded up: 11/12 are 91.67
    expect(
      ['11/12', '2/4', '50%', '33.4%', '0.5', 0.125, 1, '0', '100%', '3/3', '000000001/000000002'].map(needed),
    ).toEqual([92, 50, 50, 34, 50, 13, 100, 0, 100, 100, 50]);
  });

  it.each(['1/0', '0/0', '3/2', '-1/2', '1/-2', '1 /2', 'x1/2', '1/2x', '1/2/3', '1234567890/1234567890', '101%'])(
    '%s is none',
    (text) => {
      expect(refused(text)).toEqual(['field.range rewards[0].vote.quorum {"reason":"share"}']);
    },
  );

  it.each(['-1%', 'x%', '%', '5%%', '-0.1', '1.1', -0.1, 1.1, 'most', ''])('nor is %j', (value) => {
    expect(refused(value)).toEqual(['field.range rewards[0].vote.quorum {"reason":"share"}']);
  });

  it.each([true, null, [], {}])('%j is not even a text', (value) => {
    expect(refused(value)).toEqual(['field.type rewards[0].vote.quorum {"expected":"share"}']);
  });

  it('that was never checked is told by its words', () => {
    expect(() => tally({ atLeast: '3/2' })).toThrow('not a share between 0 and 1: 3/2');
    expect(() => tally({ quorum: 'most' })).toThrow('not a share between 0 and 1: most');
  });
});

describe('a count that cannot be', () => {
  const refused = (counts: object) => {
    const outcome = tallyVotes({ quorum: 0, base: 'members', atLeast: 0 }, { ...COUNTS, ...counts });
    return outcome.ok ? [] : outcome.errors.map(({ path, params }) => ({ path, ...params }));
  };

  it('is told with why, and with the least there may be', () => {
    expect(refused({ members: 0, no: -1, yesOf: [1] })).toEqual([
      { path: 'members', reason: 'count', least: 1 },
      { path: 'no', reason: 'count', least: 0 },
      { path: 'yesOf', reason: 'roles', least: 0 },
    ]);
    expect(refused({ present: 96 })).toEqual([{ path: 'present', reason: 'members', least: 0 }]);
    expect(refused({ yes: 84 })).toEqual([{ path: 'yes', reason: 'ballots', least: 0 }]);
    expect(refused({ yes: 83 })).toEqual([]);
  });
});

describe('the roles without whose yes nothing passes', () => {
  const refused = (mustInclude: unknown): string[] => {
    const vote = { quorum: 0, base: 'cast', atLeast: '1/2', mustInclude } as never;
    return errorsOf(smallFile({ file: { rewards: [{ code: 'r', name: 'r', quota: { count: 1 }, vote }] } }));
  };
  const once = (value: string, other: string): string[] => [
    `label.duplicate rewards[0].vote.mustInclude[1] ${JSON.stringify({ value, other })}`,
  ];

  it('are each named once', () => {
    expect(refused(['a', 'b'])).toEqual([]);
    expect(refused(['a', 'a '])).toEqual(once('a', 'a'));
    expect(refused(['ủ', 'ủ'.normalize('NFD')])).toEqual(once('ủ'.normalize('NFD'), 'ủ'));
    expect(refused(['a', 'a\u200b', 'a'])).toHaveLength(2);
  });
});
