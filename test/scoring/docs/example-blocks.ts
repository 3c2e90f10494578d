import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  diff,
  makeBundle,
  readCompetition,
  score,
  tallyVotes,
  verifyBundle,
  type Competition,
  type JsonObject,
  type JsonValue,
  type ResultDocument,
  type VoteCounts,
  type VoteRule,
} from '@thidua/scoring';
import { valueOf } from '../read-file.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const INPUT = 'sha256:-';
const SAYS = ['gives', 'refused', 'diff', 'after', 'tampered', 'findings', 'add'];

/** The example with what a block changes: keys replaced, entries to `add` besides. */
function changed(example: JsonObject, block: JsonObject): JsonObject {
  const keys = Object.fromEntries(Object.entries(block).filter(([key]) => !SAYS.includes(key)));
  const added = (block['add'] ?? []) as JsonValue[];
  const entries = (block['entries'] ?? example['entries']) as JsonValue[];
  return { ...example, ...keys, entries: [...entries, ...added] };
}

const scored = (document: JsonObject): ResultDocument => score(valueOf(readCompetition(document)), INPUT);

/** Fails unless a block says what is so. */
export function checkExampleBlock(example: JsonObject, block: JsonObject): void {
  const { gives, refused, diff: differs, after, tampered, findings } = block;
  const document = changed(example, block);
  if (refused !== undefined) {
    const read = readCompetition(document);
    expect(read.ok ? [] : read.errors.map(({ code, path }) => `${code} ${path}`)).toEqual(refused);
  } else if (differs !== undefined) {
    const found = diff(scored(document), scored(changed(document, after as JsonObject)));
    expect(found).toMatchObject(differs as JsonObject);
  } else if (tampered !== undefined) {
    checkTampered(document, tampered as { at: string; to: JsonValue }, findings as JsonObject[]);
  } else checkResult(scored(document), gives as unknown as Partial<Gives>);
}

interface Gives {
  standings: { unit: string }[];
  rewards: { code: string; cluster: string | null }[];
}

/** What is given of each unit and each reward must be so, and those named must stand in this order. */
function checkResult(result: ResultDocument, { standings = [], rewards = [], ...rest }: Partial<Gives>): void {
  expect(rest).toEqual({});
  expect(standings.length + rewards.length).toBeGreaterThan(0);
  const units = new Set(standings.map(({ unit }) => unit));
  const rows = new Set(rewards.map(({ code, cluster }) => `${code} ${cluster}`));
  const listed = result.clusters.flatMap((cluster) => cluster.standings).filter(({ unit }) => units.has(unit));
  expect(listed).toMatchObject(standings);
  expect(result.rewards.filter(({ code, cluster }) => rows.has(`${code} ${cluster}`))).toMatchObject(rewards);
}

function checkTampered(document: JsonObject, { at, to }: { at: string; to: JsonValue }, findings: JsonObject[]): void {
  const file = valueOf(readCompetition(document)) as Competition;
  const bundle = JSON.parse(JSON.stringify(makeBundle(file, sha256))) as JsonObject;
  expect(verifyBundle(bundle, sha256)).toEqual([]);
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '');
  const parent = steps.slice(0, -1).reduce<JsonValue>((value, step) => (value as JsonObject)[step]!, bundle);
  (parent as JsonObject)[steps.at(-1)!] = to;
  const found = verifyBundle(bundle, sha256);
  expect(found).toEqual(expect.arrayContaining(findings.map((each) => expect.objectContaining(each))));
}

/** Fails unless a vote comes out as a block says. */
export function checkVoteBlock({ vote, counts, gives }: JsonObject): void {
  const outcome = tallyVotes(vote as unknown as VoteRule, counts as unknown as VoteCounts);
  expect(valueOf(outcome)).toEqual(gives);
}
