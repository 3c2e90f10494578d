import type { INestApplicationContext } from '@nestjs/common';
import { INVITATION_PATH, Invitations, invitationOrigin } from '@thidua/identity';
import { errorMessage } from '@thidua/platform';
import type { Config } from '@thidua/platform';

/**
 * Where nobody can sign in as an administrator yet, prints a link that makes one: to whoever starts the service, past its
 * log. Each start voids the link of the one before. A service that cannot make one serves all the same.
 * @param port that is listened on.
 */
export async function printAdministratorLink(
  app: INestApplicationContext,
  config: Config,
  port: number,
): Promise<void> {
  const told = await administratorLink(app.get(Invitations), { ...config, port }).catch(
    (error: Error) => `No link for the first administrator could be made: ${errorMessage(error)}`,
  );
  if (told !== undefined) process.stdout.write(`${told}\n`);
}

async function administratorLink(invitations: Invitations, config: Config): Promise<string | undefined> {
  if (await invitations.hasAdministrator()) return undefined;
  const origin = invitationOrigin(config);
  if (origin === undefined) {
    return 'There is no administrator yet. Set PUBLIC_ORIGIN, then start again or call `thidua admin create`.';
  }
  const { token } = await invitations.issueForAdministrator();
  const link = `${origin}${INVITATION_PATH}#${token}`;
  return `There is no administrator yet. Within an hour, whoever opens this link becomes one, once:\n  ${link}`;
}
