import { useQuery, type QueryClient } from '@tanstack/react-query';
import { client, csrf, dataOf, rememberCsrfToken } from './client.js';
import { codeOf } from './problem.js';
import type { Session } from './types.js';

const sessionKey = ['session'];

/** The session of this browser, or null when nobody is signed in. */
async function readSession(): Promise<Session | null> {
  try {
    const session = await dataOf(client.GET('/api/session'));
    rememberCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (codeOf(error) !== 'session.missing') throw error;
    rememberCsrfToken(null);
    return null;
  }
}

export function useSession({ enabled = true } = {}) {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000, enabled });
}

/** Forgets what the account before could see, then takes over the new session. */
async function takeOver(queries: QueryClient, session: Session): Promise<void> {
  // A reading of the session that is still on its way would bring back the one before.
  await queries.cancelQueries({ queryKey: sessionKey });
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  rememberCsrfToken(session.csrfToken);
  queries.setQueryData(sessionKey, session);
}

export async function signInByLink(queries: QueryClient, token: string): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/sessions/link', { body: { token } })));
}

export async function signInByPassword(queries: QueryClient, login: string, password: string): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/sessions', { body: { login, password } })));
}

/** Ends the session on the server. What was read in it leaves the memory with the page: see the caller. */
export async function signOut(): Promise<void> {
  try {
    await dataOf(client.DELETE('/api/session', { params: { header: csrf() } }));
  } catch (error) {
    // Ended already, by time or from another tab: the person is out, which is what was asked.
    if (codeOf(error) !== 'session.missing') throw error;
  }
}

export function recheckSession(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: sessionKey });
}
