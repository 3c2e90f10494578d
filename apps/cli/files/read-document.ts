import { parseText, readCompetition, readResult, score } from '@thidua/scoring';
import type { Competition, JsonValue, ResultDocument } from '@thidua/scoring';
import { WrongFile } from '../failures.js';
import { inputOf } from './input-of.js';
import { readCompetitionText } from './read-competition-text.js';

/** The plain JSON value of a file. @throws WrongFile when its text is wrong, Failure when it cannot be read. */
export async function readDocument(path: string): Promise<JsonValue> {
  const { text, syntax } = await readCompetitionText(path);
  const document = parseText(text, syntax);
  if (!document.ok) throw new WrongFile(document.errors);
  return document.value;
}

/** A competition file with its hash. @throws WrongFile when it is wrong, Failure when it cannot be read. */
export async function readCompetitionFile(path: string): Promise<{ competition: Competition; input: string }> {
  const document = await readDocument(path);
  return { competition: check(document), input: inputOf(document) };
}

/**
 * The result a file holds, or that of the competition it holds; then also the competition, for its names.
 * @throws WrongFile when it is neither, Failure when it cannot be read.
 */
export async function readResultFile(path: string): Promise<{ result: ResultDocument; competition?: Competition }> {
  const document = await readDocument(path);
  if (formatOf(document) === 'thidua-result/1') {
    const result = readResult(document);
    if (!result.ok) throw new WrongFile(result.errors);
    return { result: result.value };
  }
  const competition = check(document);
  return { result: score(competition, inputOf(document)), competition };
}

function check(document: JsonValue): Competition {
  const competition = readCompetition(document);
  if (!competition.ok) throw new WrongFile(competition.errors);
  return competition.value;
}

const formatOf = (document: JsonValue): unknown =>
  typeof document === 'object' && document !== null && !Array.isArray(document) ? document['format'] : undefined;
