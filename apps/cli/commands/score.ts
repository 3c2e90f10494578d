import { makeBundle, score } from '@thidua/scoring';
import { WrongFile } from '../failures.js';
import { sha256 } from '../files/input-of.js';
import { readCompetitionFile } from '../files/read-document.js';
import type { Language } from '../output/languages.js';
import { resultReport } from '../output/result-report.js';
import { toldJson } from '../output/told-lines.js';
import { say } from '../output/write.js';

export interface ScoreOptions {
  json?: boolean;
  bundle?: boolean;
  lang: Language;
}

/**
 * `thidua score FILE`: computes a competition file without any service, and prints the result for people or, with
 * `json`, as the result document (competition file, "The result"); with `bundle`, the file and the result together
 * for `thidua verify`.
 * @throws WrongFile when the file is wrong, Failure when it cannot be read.
 */
export async function scoreFile(path: string, { json = false, bundle = false, lang }: ScoreOptions): Promise<void> {
  try {
    const { competition, input } = await readCompetitionFile(path);
    if (bundle) say(JSON.stringify(makeBundle(competition, sha256)));
    else {
      const result = score(competition, input);
      say(json ? JSON.stringify(result, null, 2) : resultReport(competition, result, lang));
    }
  } catch (error) {
    if ((json || bundle) && error instanceof WrongFile) {
      say(JSON.stringify({ errors: error.errors.map(toldJson) }, null, 2));
    }
    throw error;
  }
}
