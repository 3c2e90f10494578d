import { parseText, placeErrors, readCompetition, readResult, score } from '@thidua/scoring';
import type { Competition, JsonValue, Outcome, ResultDocument } from '@thidua/scoring';
import { WrongFile } from '../failures.js';
import { inputOf } from './input-of.js';
import { readCompetitionText, type CompetitionText } from './read-competition-text.js';

interface Document extends CompetitionText {
  readonly value: JsonValue;
}

/** The plain JSON value of a file. @throws WrongFile when its text is wrong, Failure when it cannot be read. */
export async function readDocument(path: string): Promise<Document> {
  const file = await readCompetitionText(path);
  return { ...file, value: right(parseText(file.text, file.syntax), file) };
}

/** A competition file with its hash. @throws WrongFile when it is wrong, Failure when it cannot be read. */
export async function readCompetitionFile(path: string): Promise<{ competition: Competition; input: string }> {
  const document = await readDocument(path);
  return { competition: right(readCompetition(document.value), document), input: inputOf(document.value) };
}

/**
 * The result a file holds, or that of the competition it holds; then also the competition, for its names.
 * @throws WrongFile when it is neither, Failure when it cannot be read.
 */
export async function readResultFile(path: string): Promise<{ result: ResultDocument; competition?: Competition }> {
  const document = await readDocument(path);
  if (formatOf(document.value) === 'thidua-result/1') return { result: right(readResult(document.value), document) };
  const competition = right(readCompetition(document.value), document);
  return { result: score(competition, inputOf(document.value)), competition };
}

/** The value, or every error by line and column. */
function right<T>(outcome: Outcome<T>, { text, syntax }: CompetitionText): T {
  if (outcome.ok) return outcome.value;
  throw new WrongFile(placeErrors(outcome.errors, text, syntax));
}

const formatOf = (document: JsonValue): unknown =>
  typeof document === 'object' && document !== null && !Array.isArray(document) ? document['format'] : undefined;
