import { INVITATION_PATH, Invitations, invitationOrigin } from '@thidua/identity';
import type { Config } from '@thidua/platform';
import { Failure } from '../failures.js';
import { nameOf } from '../operator/find-database.js';
import { withOperator } from '../operator/with-operator.js';
import { DONE, FAILURES, databaseLine } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { say } from '../output/write.js';

/**
 * `thidua admin create`: prints a link by which somebody becomes an administrator of the configured database's service,
 * once and within an hour. The links before it are void.
 * @throws Failure when there is no database, or no address that the link could lead to.
 */
export async function createAdministrator({ lang }: { lang: Language }): Promise<void> {
  let origin: string | undefined;
  const onOpen = (config: Config): void => {
    say(databaseLine(nameOf(config))[lang]);
    origin = invitationOrigin(config);
  };
  const token = await withOperator({ mayMigrate: false, creation: 'never', onOpen }, async (operator) => {
    if (origin === undefined) throw new Failure(FAILURES.noOrigin);
    return (await operator.get(Invitations).issueForAdministrator()).token;
  });
  say(DONE.administrator(`${origin}${INVITATION_PATH}#${token}`)[lang]);
}
