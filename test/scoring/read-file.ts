import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import {
  canonicalJson,
  parseText,
  readCompetition,
  score,
  type Competition,
  type JsonValue,
  type Outcome,
  type ResultDocument,
} from '@thidua/scoring';

const TEST = new URL('../', import.meta.url);

/** The text of a file below test/. */
export const readText = (path: string): string => readFileSync(new URL(path, TEST), 'utf8');

export const readJsonFile = <T>(path: string): T => JSON.parse(readText(path)) as T;

/** Names of the files of a folder below test/. */
export const listFiles = (folder: string): string[] => readdirSync(new URL(folder, TEST)).toSorted();

/** The whole competitions among the examples of the format. */
export const EXAMPLES: readonly string[] = listFiles('golden/examples/')
  .filter((name) => /^\d+\.json$/.test(name))
  .map((name) => `golden/examples/${name}`);

/** The document of a file below test/, by its extension. */
export const parseFile = (path: string): Outcome<JsonValue> =>
  parseText(readText(path), path.endsWith('.json') ? 'json' : 'yaml');

/** Reads and checks a competition file. */
export function checkFile(path: string): Outcome<Competition> {
  const document = parseFile(path);
  return document.ok ? readCompetition(document.value) : document;
}

/** The value of an outcome that must be good; otherwise fails with the errors. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.errors, null, 1));
}

/** Scores a file, with the hash a caller has to give. */
export function scoreFile(path: string): ResultDocument {
  const document = valueOf(parseFile(path));
  const input = `sha256:${createHash('sha256').update(canonicalJson(document)).digest('hex')}`;
  return score(valueOf(readCompetition(document)), input);
}
