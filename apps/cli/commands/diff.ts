import { diff } from '@thidua/scoring';
import { readResultFile } from '../files/read-document.js';
import { diffReport } from '../output/diff-report.js';
import type { Language } from '../output/languages.js';
import { namesOf } from '../output/names.js';
import { say } from '../output/write.js';

export interface DiffOptions {
  json?: boolean;
  lang: Language;
}

/**
 * `thidua diff A B`: who moved, gained or lost a class or a reward from A to B, and why. Each is a result document or
 * a competition file, which is scored; names are those of the competition files.
 * @throws WrongFile when a file is wrong, Failure when one cannot be read.
 */
export async function diffFiles(before: string, after: string, { json = false, lang }: DiffOptions): Promise<void> {
  const old = await readResultFile(before);
  const now = await readResultFile(after);
  const found = diff(old.result, now.result);
  if (json) say(JSON.stringify(found, null, 2));
  else say(diffReport(found, namesOf(lang, old.competition, now.competition), lang));
}
