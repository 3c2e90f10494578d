import { ImportCompetition } from '@thidua/entries';
import type { Imported } from '@thidua/entries';
import { Problem, translate } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { Failure, WrongFile } from '../failures.js';
import { readCompetitionText } from '../files/read-competition-text.js';
import { nameOf } from '../operator/find-database.js';
import { withOperator } from '../operator/with-operator.js';
import { DONE, databaseLine } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { toldFault } from '../output/told-faults.js';
import { say } from '../output/write.js';

export interface ImportOptions {
  /** Makes a new database also where no setting names one. */
  create?: boolean;
  lang: Language;
}

/**
 * `thidua import FILE`: takes a competition file into the configured database, all of it or nothing, beside a running
 * service or without one.
 * @throws WrongFile when the file is wrong; Failure when it cannot be read, its campaign exists already, or there is no
 *   database and none may be made.
 */
export async function importFile(path: string, { create = false, lang }: ImportOptions): Promise<void> {
  const { text, syntax } = await readCompetitionText(path);
  const opening = {
    mayMigrate: true,
    creation: create ? 'anywhere' : 'named',
    onOpen: (config: Config) => say(databaseLine(nameOf(config))[lang]),
  } as const;
  const imported = await withOperator(opening, (operator) =>
    operator
      .get(ImportCompetition)
      .import(text, syntax, null)
      .catch((error: unknown): Imported => {
        throw asFailure(error);
      }),
  );
  say(DONE.imported(imported.campaign, imported)[lang]);
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, details } = error;
  if (code === 'file.invalid' && details.errors) {
    return new WrongFile(details.errors.map((fault) => toldFault({ ...fault, message: fault.message ?? fault.code })));
  }
  const campaign = details.params?.['campaign'];
  const subject = campaign === undefined ? '' : `${campaign}: `;
  const said = (lang: Language): string => `${subject}${translate(code, details.params ?? {}, lang, details.message)}`;
  return new Failure({ vi: said('vi'), en: said('en') });
}
