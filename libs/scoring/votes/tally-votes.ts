import type { VoteRule } from '../plan/competition.js';
import { readFraction } from '../number/fraction.js';
import { floor, negate, type Rational } from '../number/rational.js';
import { at } from '../text/path.js';
import { Problems, type Outcome } from '../text/problems.js';
import { labelKey } from '../text/seen.js';

/** What was counted, in whole persons and ballots. */
export interface VoteCounts {
  /** Of the council, present or not. */
  members: number;
  present: number;
  /** Absent members who gave their opinion in writing. */
  written: number;
  yes: number;
  no: number;
  /** Blank ballots, and those who said neither; 0 where it is left out. */
  abstain?: number;
  invalid: number;
  /** Roles of those who said yes, where that is known; compared as labels are. */
  yesOf?: readonly string[];
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
  /** Roles that must be in favour and are not known to be. */
  missing: readonly string[];
  /** Quorum holds, enough are in favour and everybody who must be; never with a base of 0. */
  passed: boolean;
}

const COUNTS = ['members', 'present', 'written', 'yes', 'no', 'abstain', 'invalid'] as const;

/**
 * Judges a vote, comparing shares exactly (spec, "Votes"). Counts are persons and ballots. Counts that are not whole
 * numbers, negative, or more than there can be, and roles that are no list of texts, are errors: `vote.count.invalid`
 * with the count's name as path. Throws a TypeError for a rule that was never checked: one whose shares are none.
 */
export function tallyVotes(rule: VoteRule, counts: VoteCounts): Outcome<VoteResult> {
  const quorumShare = shareOf(rule.quorum);
  const passShare = shareOf(rule.moreThan ?? rule.atLeast);
  const problems = checkCounts(counts);
  const { members, present, yes, yesOf = [] } = counts;
  if (problems.errors.length > 0) return { ok: false, errors: problems.errors };
  const base = baseOf(rule.base, counts);
  const presentNeeded = leastOf(quorumShare, members);
  const yesNeeded = rule.moreThan === undefined ? leastOf(passShare, base) : moreThan(passShare, base);
  const inFavour = new Set(yesOf.map(labelKey));
  const missing = (rule.mustInclude ?? []).filter((role) => !inFavour.has(labelKey(role)));
  const quorum = present >= presentNeeded;
  const passed = quorum && base > 0 && yes >= yesNeeded && missing.length === 0;
  return { ok: true, value: { quorum, presentNeeded, base, yesNeeded, missing, passed } };
}

type CountFault = 'count' | 'members' | 'ballots' | 'roles';

function checkCounts(counts: VoteCounts): Problems {
  const problems = new Problems();
  const refuse = (key: keyof VoteCounts, message: string, reason: CountFault, least = 0): void =>
    problems.add('vote.count.invalid', at(null, key), message, { reason, least });

  for (const key of COUNTS) {
    const least = key === 'members' ? 1 : 0;
    const count: unknown = key === 'abstain' ? (counts.abstain ?? 0) : counts[key];
    const sound = Number.isSafeInteger(count) && (count as number) >= least;
    if (!sound) refuse(key, `a whole number of at least ${least} is expected`, 'count', least);
  }
  if (counts.yesOf !== undefined && !areTexts(counts.yesOf)) refuse('yesOf', 'a list of roles is expected', 'roles');
  if (problems.errors.length > 0) return problems;
  const { members, present, written } = counts;
  if (present + written > members) refuse('present', 'more took part than there are members', 'members');
  if (castIn(counts) > present + written) refuse('yes', 'more ballots were cast than members took part', 'ballots');
  return problems;
}

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

const castIn = ({ yes, no, abstain = 0, invalid }: VoteCounts): number => yes + no + abstain + invalid;

function baseOf(base: VoteRule['base'], counts: VoteCounts): number {
  if (base === 'members') return counts.members;
  return base === 'present' ? counts.present + counts.written : castIn(counts);
}

/** The least whole number that is at least `share` of `whole`. */
const leastOf = (share: Rational, whole: number): number =>
  Number(negate(floor({ n: -share.n * BigInt(whole), d: share.d })).n);

/** The least whole number that is more than that. */
const moreThan = (share: Rational, whole: number): number =>
  Number(floor({ n: share.n * BigInt(whole), d: share.d }).n) + 1;

function shareOf(value: unknown): Rational {
  const share = readFraction(value);
  if (share === null) throw new TypeError(`not a share between 0 and 1: ${String(value).slice(0, 80)}`);
  return share;
}
