import type { VoteRule } from '../plan/competition.js';
import { at } from '../text/path.js';
import { Problems, type Outcome } from '../text/problems.js';
import { readFraction } from '../number/fraction.js';
import { floor, negate, type Rational } from '../number/rational.js';

/** What was counted, in whole persons and ballots. */
export interface VoteCounts {
  /** Of the council, present or not. */
  members: number;
  present: number;
  /** Absent members who gave their opinion in writing. */
  written: number;
  yes: number;
  no: number;
  invalid: number;
}

export interface VoteResult {
  /** Whether enough members were present; opinions in writing do not count for it. */
  quorum: boolean;
  /** The fewest members present that make the quorum. */
  presentNeeded: number;
  /** Of how many the ballots in favour are a share, by `rule.base`. */
  base: number;
  /** The fewest ballots in favour that pass. */
  yesNeeded: number;
  /** Quorum holds and enough are in favour; never with a base of 0. */
  passed: boolean;
}

const COUNTS: readonly (keyof VoteCounts)[] = ['members', 'present', 'written', 'yes', 'no', 'invalid'];

/**
 * Judges a vote, comparing shares exactly (spec, "Votes"). Counts are persons and ballots. Counts that are not whole
 * numbers, negative, or more than there can be are errors: `vote.count.invalid` with the count's name as path. Throws
 * a TypeError for a rule that was never checked: one whose shares are none.
 */
export function tallyVotes(rule: VoteRule, counts: VoteCounts): Outcome<VoteResult> {
  const quorumShare = shareOf(rule.quorum);
  const passShare = shareOf(rule.atLeast);
  const problems = checkCounts(counts);
  const { members, present, yes } = counts;
  if (problems.errors.length > 0) return { ok: false, errors: problems.errors };
  const base = baseOf(rule.base, counts);
  const presentNeeded = leastOf(quorumShare, members);
  const yesNeeded = leastOf(passShare, base);
  const quorum = present >= presentNeeded;
  const passed = quorum && base > 0 && yes >= yesNeeded;
  return { ok: true, value: { quorum, presentNeeded, base, yesNeeded, passed } };
}

function checkCounts(counts: VoteCounts): Problems {
  const problems = new Problems();
  const refuse = (key: keyof VoteCounts, message: string): void =>
    problems.add('vote.count.invalid', at(null, key), message);

  for (const key of COUNTS) {
    const least = key === 'members' ? 1 : 0;
    const count: unknown = counts[key];
    const sound = Number.isSafeInteger(count) && (count as number) >= least;
    if (!sound) refuse(key, `a whole number of at least ${least} is expected`);
  }
  if (problems.errors.length > 0) return problems;
  const { members, present, written, yes, no, invalid } = counts;
  if (present + written > members) refuse('present', 'more took part than there are members');
  if (yes + no + invalid > present + written) refuse('yes', 'more ballots were cast than members took part');
  return problems;
}

function baseOf(base: VoteRule['base'], { members, present, written, yes, no, invalid }: VoteCounts): number {
  if (base === 'members') return members;
  return base === 'present' ? present + written : yes + no + invalid;
}

/** The least whole number that is at least `share` of `whole`. */
const leastOf = (share: Rational, whole: number): number =>
  Number(negate(floor({ n: -share.n * BigInt(whole), d: share.d })).n);

function shareOf(value: unknown): Rational {
  const share = readFraction(value);
  if (share === null) throw new TypeError(`not a share between 0 and 1: ${String(value).slice(0, 80)}`);
  return share;
}
