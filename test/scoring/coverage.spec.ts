import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, RULE_KINDS, VOTE_ERROR_CODES, WARNING_CODES } from '@thidua/scoring';
import { placesOf, placesOfFormat } from './format-places.js';
import { goldenVotes } from './golden-votes.js';
import { publicFunctions } from './public-functions.js';
import { parseFile, readJsonFile, readText, valueOf } from './read-file.js';
import { codesIn, COMPUTED, goldenFiles, REFUSED, WARNED } from './told.js';

/** The headings of the specification that say how something behaves. */
const PARAGRAPHS = [
  'The competition file',
  'Numbers',
  'Top level',
  'Cluster',
  'Scale',
  'Criteria that are not assigned',
  'Criterion',
  'Rules',
  'Checked when the scale is read',
  'Entry',
  'Rounds',
  'Conditions',
  'Facts',
  'Standings',
  'Classes',
  'Rewards',
  'Votes',
  'The result',
  'Errors',
];

const CASES = [...COMPUTED, ...REFUSED, ...goldenFiles('golden/votes/')];

const without = (all: Iterable<string>, shown: ReadonlySet<string>): string[] =>
  [...all].filter((each) => !shown.has(each));

describe('golden cases', () => {
  const shown = new Set(COMPUTED.flatMap((path) => [...placesOf(valueOf(parseFile(path)))]));

  it('show every rule kind computed', () => {
    expect(without(RULE_KINDS, new Set(RULE_KINDS.filter((kind) => shown.has(`rule(${kind}).kind`))))).toEqual([]);
  });

  it('show every key of the format, and every word where it lets one choose', () => {
    const places = placesOfFormat();
    expect(places.size).toBeGreaterThan(150);
    expect(without(places, shown)).toEqual([]);
  });

  it('show every error code, as do the wrong files', () => {
    expect(without(ERROR_CODES, codesIn(REFUSED))).toEqual([]);
    const wrong = readJsonFile<Record<string, { code: string }[]>>('fixtures/not-ok/expected.json');
    const told = Object.values(wrong).flatMap((errors) => errors.map(({ code }) => code));
    expect(without(ERROR_CODES, new Set(told))).toEqual([]);
  });

  it('show every error code of votes', () => {
    const told = goldenVotes().flatMap(({ errors = [] }) => errors.map((error) => error.split(' ')[0]!));
    expect(without(VOTE_ERROR_CODES, new Set(told))).toEqual([]);
  });

  it('show every warning', () => {
    expect(without(WARNING_CODES, codesIn(WARNED))).toEqual([]);
  });

  it('name the paragraphs of the specification they were worked out from, and leave none out', () => {
    const named = CASES.map(
      (path) => [path, /^# Spec: (.+)\.\n# ./.exec(readText(path))?.[1]?.split('; ') ?? []] as const,
    );
    for (const [path, paragraphs] of named) {
      expect([path, paragraphs.length > 0, without(paragraphs, new Set(PARAGRAPHS))]).toEqual([path, true, []]);
    }
    expect(without(PARAGRAPHS, new Set(named.flatMap(([, paragraphs]) => paragraphs)))).toEqual([]);
  });
});

describe('the public functions of the engine', () => {
  const functions = publicFunctions();
  const lacking = (says: (comment: string) => boolean): string[] =>
    functions
      .filter(({ comment }) => !says(comment))
      .map(({ name }) => name)
      .toSorted();

  it('are found', () => {
    const names = functions.map(({ name }) => name);
    for (const name of ['score', 'openStanding', 'entryOf', 'tallyVotes']) expect(names).toContain(name);
    expect(names).not.toContain('ERROR_CODES');
  });

  it('name the paragraph of the specification they carry out', () => {
    const paragraph = new RegExp(`\\(?spec[^)]*"(${[...PARAGRAPHS, 'Rewards, in order'].join('|')})"`);
    expect(lacking((comment) => paragraph.test(comment.replace(/\s*\n \* /g, ' ')))).toEqual([]);
  });

  it('say what they throw and which errors they return', () => {
    expect(lacking((comment) => /\b(throws?|errors?)\b/i.test(comment))).toEqual([]);
  });
});
