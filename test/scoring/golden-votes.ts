import type { VoteCounts, VoteResult, VoteRule } from '@thidua/scoring';
import { parseFile, valueOf } from './read-file.js';
import { goldenFiles } from './told.js';

/** A vote worked by hand: its result, or the errors its counts must have. */
export interface GoldenVote {
  name: string;
  rule: VoteRule;
  counts: VoteCounts;
  result?: VoteResult;
  errors?: string[];
}

const COUNTS = ['members', 'present', 'written', 'yes', 'no', 'invalid'] as const;

interface Written extends Omit<GoldenVote, 'counts'> {
  counts: number[];
}

/** Every vote of the golden files; counts are written in the order of the spec. */
export const goldenVotes = (): GoldenVote[] =>
  goldenFiles('golden/votes/').flatMap((path) =>
    (valueOf(parseFile(path)) as unknown as Written[]).map((vote) => ({
      ...vote,
      counts: Object.fromEntries(COUNTS.map((name, index) => [name, vote.counts[index]])) as unknown as VoteCounts,
    })),
  );
