import { checkText } from '@thidua/scoring';
import { readCompetitionText } from '../files/read-competition-text.js';
import { CHECK_WORDS } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { toldJson, toldLine } from '../output/told-lines.js';
import { printable, say } from '../output/write.js';

export interface CheckOptions {
  json?: boolean;
  lang: Language;
}

/**
 * `thidua check FILE`: lists every error of a competition file with its line and column or, when there is none, every
 * warning, and says how many, and how much is in the file. Computes nothing. Exit status 2 when there are errors; warnings are allowed.
 * @throws WrongFile when it is not UTF-8 text, Failure when it cannot be read.
 */
export async function checkFile(path: string, { json = false, lang }: CheckOptions): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const { errors, warnings, size } = checkText(text, syntax);
  const words = CHECK_WORDS[lang];
  if (json) say(JSON.stringify({ errors: errors.map(toldJson), warnings: warnings.map(toldJson) }, null, 2));
  else {
    for (const each of [...errors, ...warnings]) say(printable(toldLine(each, lang)));
    say(printable(`${path}: ${size ? words.right(size, warnings.length) : words.wrong(errors.length)}`));
  }
  if (errors.length > 0) process.exitCode = 2;
}
