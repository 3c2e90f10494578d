import { ImportCompetition } from '@thidua/entries';
import type { Imported } from '@thidua/entries';
import { Problem, translate } from '@thidua/platform';
import { Failure, WrongFile } from '../failures.js';
import { readCompetitionText } from '../files/read-competition-text.js';
import { withOperator } from '../operator/with-operator.js';
import { DONE } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { say } from '../output/write.js';

/**
 * `thidua import FILE`: takes a competition file into the configured database, all of it or nothing, beside a running
 * service or without one.
 * @throws WrongFile when the file is wrong; Failure when it cannot be read or its campaign exists already.
 */
export async function importFile(path: string, { lang }: { lang: Language }): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const imported = await withOperator({ mayMigrate: true }, (operator) =>
    operator
      .get(ImportCompetition)
      .import(text, syntax, null)
      .catch((error: unknown): Imported => {
        throw asFailure(error);
      }),
  );
  const { campaign, clusters, units, entries } = imported;
  say(DONE.imported(campaign, clusters, units, entries)[lang]);
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, details } = error;
  if (code === 'file.invalid' && details.errors) {
    return new WrongFile(details.errors.map((fault) => ({ ...fault, message: fault.message ?? fault.code })));
  }
  const campaign = details.params?.['campaign'];
  const subject = campaign === undefined ? '' : `${campaign}: `;
  const said = (lang: Language): string => `${subject}${translate(code, details.params ?? {}, lang, details.message)}`;
  return new Failure({ vi: said('vi'), en: said('en') });
}
