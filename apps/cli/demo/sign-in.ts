import { isIPv4 } from 'node:net';
import { Failure } from '../failures.js';
import type { Language } from '../output/languages.js';
import { Refused, ServiceClient, assertService } from './service-client.js';
import { PLAYERS, issueLinks, readLinks } from './sign-in-links.js';
import type { Player } from './sign-in-links.js';

export type Cast = Readonly<Record<Player, ServiceClient>>;

/**
 * Signs every part of the demonstration in.
 * @param links file with sign-in links; absent: links are made in the service's database, and only for a service on
 *   this machine, because whoever can write its database is the operator there and nowhere else.
 */
export async function signInAll(url: string, links: string | undefined, lang: Language): Promise<Cast> {
  if (links === undefined && !isLoopback(url)) {
    throw new Failure(`${url} is not on this machine: give sign-in links of its accounts with --links`);
  }
  await assertService(url);
  const tokens = links === undefined ? await issueLinks(lang) : await readLinks(links);
  const cast: Partial<Record<Player, ServiceClient>> = {};
  for (const player of Object.keys(PLAYERS) as Player[]) {
    cast[player] = await ServiceClient.signIn(url, tokens[player]).catch((error: unknown) => {
      if (!(error instanceof Refused) || error.code !== 'session.link.spent') throw error;
      const why =
        links === undefined
          ? 'the service uses another database: set DATA_DIR or DATABASE_URL as for it'
          : 'each link works once';
      throw new Failure(`the service does not accept the link of ${PLAYERS[player]}: ${why}`);
    });
  }
  return cast as Cast;
}

/** Ends the sessions as far as the service still answers; they expire by themselves too. */
export async function signOutAll(cast: Cast): Promise<void> {
  for (const client of Object.values(cast)) await client.signOut().catch(() => undefined);
}

function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
