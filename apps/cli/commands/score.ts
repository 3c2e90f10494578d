import { parseText, readCompetition, score } from '@thidua/scoring';
import type { Competition, ResultDocument } from '@thidua/scoring';
import { WrongFile } from '../failures.js';
import { fileErrorsJson } from '../files/file-error.js';
import { inputOf } from '../files/input-of.js';
import { readCompetitionText } from '../files/read-competition-text.js';
import { resultReport } from '../output/result-report.js';
import { say } from '../output/write.js';

/**
 * `thidua score FILE`: computes a competition file without any service, and prints the result for people or, with
 * `json`, as the result document (competition file, "The result").
 * @throws WrongFile when the file is wrong, Failure when it cannot be read.
 */
export async function scoreFile(path: string, { json = false }: { json?: boolean }): Promise<void> {
  try {
    const { competition, result } = await compute(path);
    say(json ? JSON.stringify(result, null, 2) : resultReport(competition, result));
  } catch (error) {
    if (json && error instanceof WrongFile) say(fileErrorsJson(error.errors));
    throw error;
  }
}

async function compute(path: string): Promise<{ competition: Competition; result: ResultDocument }> {
  const { text, syntax } = await readCompetitionText(path);
  const document = parseText(text, syntax);
  if (!document.ok) throw new WrongFile(document.errors);
  const competition = readCompetition(document.value);
  if (!competition.ok) throw new WrongFile(competition.errors);
  return { competition: competition.value, result: score(competition.value, inputOf(document.value)) };
}
