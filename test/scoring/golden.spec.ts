import { describe, expect, it } from '@jest/globals';
import { readCompetition, score, tallyVotes, type Competition, type ResultDocument } from '@thidua/scoring';
import { goldenVotes } from './golden-votes.js';
import { checkFile, readJsonFile, scoreFile, valueOf } from './read-file.js';
import { COMPUTED, expectedOf as expectedToldOf, REFUSED, toldOf, WARNED } from './told.js';

type Expected = Pick<ResultDocument, 'clusters' | 'rewards'> & Partial<Pick<ResultDocument, 'input'>>;

/**
 * Worked by hand; the working stands in the comments of the competition file. Where there is an `input`, another
 * program made the canonical JSON and its hash.
 */
const expectedOf = (path: string): Expected => readJsonFile(path.replace('.yaml', '.result.json'));

describe('cases worked by hand', () => {
  it.each(COMPUTED)('%s', (path) => {
    const result = scoreFile(path);
    const { clusters, rewards, input } = expectedOf(path);
    expect(result.clusters).toEqual(clusters);
    expect(result.rewards).toEqual(rewards);
    // Parts and criteria are listed in scale order, which equality does not see.
    expect(JSON.stringify([result.clusters, result.rewards])).toBe(JSON.stringify([clusters, rewards]));
    expect(result).toMatchObject({ format: 'thidua-result/1', engine: 'thidua@0.2.0' });
    expect(result.input).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(result.input).toBe(input ?? result.input);
  });

  it.each(COMPUTED)('%s gives the same whatever the order of its entries', (path) => {
    const competition = valueOf(checkFile(path));
    const shuffled: Competition = { ...competition, entries: (competition.entries ?? []).toReversed() };
    const again = valueOf(readCompetition(JSON.parse(JSON.stringify(shuffled))));
    expect(score(again, 'sha256:-')).toEqual(score(competition, 'sha256:-'));
  });
});

/** What must be told stands at the line it must be told of. Errors hide the warnings: nothing is computed then. */
describe('files that are refused', () => {
  it.each(REFUSED)('%s', (path) => {
    const { errors, warnings } = toldOf(path);
    expect(errors.toSorted()).toEqual(expectedToldOf(path).toSorted());
    expect(errors).not.toEqual([]);
    expect(warnings).toEqual([]);
  });
});

describe('files that are warned of', () => {
  it.each(WARNED)('%s', (path) => {
    const { errors, warnings } = toldOf(path);
    expect(errors).toEqual([]);
    expect(warnings.toSorted()).toEqual(expectedToldOf(path).toSorted());
    expect(warnings).not.toEqual([]);
  });
});

describe('votes worked by hand', () => {
  it.each(goldenVotes())('$name', ({ rule, counts, result, errors }) => {
    const outcome = tallyVotes(rule, counts);
    if (outcome.ok) expect(outcome.value).toEqual(result);
    else expect(outcome.errors.map(({ code, path }) => `${code} ${path}`)).toEqual(errors);
  });
});
