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
 * warning, and says how many. Computes nothing. Exit status 2 when there are errors; warnings are allowed.
 * @throws WrongFile when it is not UTF-8 text, Failure when it cannot be read.
 */
export async function checkFile(path: string, { json = false, lang }: CheckOptions): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const { errors, warnings } = checkText(text, syntax);
  if (json) say(JSON.stringify({ errors: errors.map(toldJson), warnings: warnings.map(toldJson) }, null, 2));
  else {
    for (const each of [...errors, ...warnings]) say(printable(toldLine(each, lang)));
    say(printable(`${path}: ${summaryOf(errors.length, warnings.length, lang)}`));
  }
  if (errors.length > 0) process.exitCode = 2;
}

function summaryOf(errors: number, warnings: number, lang: Language): string {
  const { wrong, right, warned } = CHECK_WORDS[lang];
  if (errors > 0) return wrong(errors);
  return warnings > 0 ? warned(warnings) : right;
}
