import { describe, expect, it } from '@jest/globals';
import {
  readCompetition,
  RULE_KINDS,
  tallyVotes,
  type JsonValue,
  type ResultDocument,
  type VoteCounts,
  type VoteRule,
} from '@thidua/scoring';
import { merged } from './merge-patch.js';
import { placesOf } from './format-places.js';
import { EXAMPLES, readJsonFile, scoreFile } from './read-file.js';

type Expected = Pick<ResultDocument, 'clusters' | 'rewards'>;

/** A merge patch of a valid file, and the one error it brings in. */
interface Wrong {
  name: string;
  change: JsonValue;
  code: string;
}

interface Vote {
  name: string;
  rule: VoteRule;
  counts: VoteCounts;
  result: { quorum: boolean; passed: boolean } | { error: string };
}

/** Synthetic competitions over every rule kind and feature; their results were worked out by an independent program. */
describe('the examples of the format', () => {
  it.each(EXAMPLES)('%s has the clusters and rewards of the independent program, in every field', (path) => {
    const expected = readJsonFile<Expected>(path.replace('.json', '.result.json'));
    const result = scoreFile(path);
    expect(result.clusters).toStrictEqual(expected.clusters);
    expect(result.rewards).toStrictEqual(expected.rewards);
  });

  it('show every rule kind', () => {
    const places = new Set(EXAMPLES.flatMap((path) => [...placesOf(readJsonFile(path))]));
    expect(RULE_KINDS.filter((kind) => !places.has(`rule(${kind}).kind`))).toEqual([]);
  });
});

describe('the example of a file with nothing wrong', () => {
  const base = readJsonFile<JsonValue>('golden/examples/errors.base.json');
  const changes = readJsonFile<Wrong[]>('golden/examples/errors.json');

  it('is accepted as it is', () => expect(readCompetition(base).ok).toBe(true));

  it.each(changes)('is refused where $name', ({ change, code }) => {
    const outcome = readCompetition(merged(base, change));
    const errors = outcome.ok ? [] : outcome.errors;
    expect([...new Set(errors.map((error) => error.code))]).toEqual([code]);
    // What is wrong with several units in a condition is told of each of them, and nothing else is told twice.
    const units = errors.map(({ params }) => params?.['unit']);
    if (code === 'condition.divisionByZero') expect(units).toEqual(['A', 'B']);
    else expect(units).toHaveLength(1);
  });
});

describe('the example of a vote', () => {
  it.each(readJsonFile<Vote[]>('golden/examples/votes.json'))('$name', ({ rule, counts, result }) => {
    const outcome = tallyVotes(rule, counts);
    if ('error' in result) expect(outcome.ok ? [] : outcome.errors.map(({ code }) => code)).toEqual([result.error]);
    else expect(outcome).toMatchObject({ ok: true, value: result });
  });
});
