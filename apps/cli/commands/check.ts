import { cleanTexts } from '@thidua/platform';
import { checkText } from '@thidua/scoring';
import type { JsonValue, Outcome } from '@thidua/scoring';
import { readCompetitionText } from '../files/read-competition-text.js';
import { CHECK_WORDS } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { toldFault } from '../output/told-faults.js';
import { toldJson, toldLine } from '../output/told-lines.js';
import { printable, say } from '../output/write.js';

export interface CheckOptions {
  json?: boolean;
  lang: Language;
}

/**
 * `thidua check FILE`: lists every error of a competition file with its line and column or, when there is none, every
 * warning, and says how many, and how much is in the file. What `thidua import` and the service refuse as no text is an
 * error here, too. Computes nothing. Exit status 2 when there are errors; warnings are allowed.
 * @throws WrongFile when it is not UTF-8 text, Failure when it cannot be read.
 */
export async function checkFile(path: string, { json = false, lang }: CheckOptions): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const { errors, warnings, size } = checkText(text, syntax, clean);
  const words = CHECK_WORDS[lang];
  if (json) say(JSON.stringify({ errors: errors.map(toldJson), warnings: warnings.map(toldJson) }, null, 2));
  else {
    for (const each of [...errors.map(toldFault), ...warnings]) say(printable(toldLine(each, lang)));
    say(printable(`${path}: ${size ? words.right(size, warnings.length) : words.wrong(errors.length)}`));
  }
  if (errors.length > 0) process.exitCode = 2;
}

/** The rule of all texts that come in, by which an import judges before anything else. */
function clean(document: JsonValue): Outcome<JsonValue> {
  const { value, faults } = cleanTexts(document);
  return faults.length > 0 ? { ok: false, errors: [...faults] } : { ok: true, value };
}
