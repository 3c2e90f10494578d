import { checkText } from '@thidua/scoring';
import type { Located, ScoringError } from '@thidua/scoring';
import { readCompetitionText } from '../files/read-competition-text.js';
import { printable, say } from '../output/write.js';

type Told = Located<ScoringError>;

/**
 * `thidua check FILE`: lists every error of a competition file with its line and column and, when there is none,
 * every warning. Computes nothing. Exit status 2 when there are errors; warnings are allowed.
 * @throws WrongFile when it is not UTF-8 text, Failure when it cannot be read.
 */
export async function checkFile(path: string, { json = false }: { json?: boolean }): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const { errors, warnings } = checkText(text, syntax);
  if (json) say(JSON.stringify({ errors: errors.map(asJson), warnings: warnings.map(asJson) }, null, 2));
  else for (const each of [...errors, ...warnings]) say(asLine(each));
  if (errors.length > 0) process.exitCode = 2;
}

/** What concerns the whole file has no path. */
const asLine = ({ code, line, column, path, message }: Told): string =>
  printable(`${code} ${line}:${column}${path && ` ${path}`}: ${message}`);

const asJson = ({ code, line, column, path, message }: Told): Omit<Told, 'params'> => ({
  code,
  line,
  column,
  path,
  message,
});
