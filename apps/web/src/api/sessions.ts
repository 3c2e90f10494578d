import { useQuery, type QueryClient, type QueryFunctionContext } from '@tanstack/react-query';
import { client, csrf, dataOf, rememberCsrfToken } from './client.js';
import { isOfSession } from './problem.js';
import type { Invited, Session } from './types.js';

const sessionKey = ['session'];

/** Whose session it was last, in this tab. */
let lastLogin: string | null = null;

/** Where it is another account's than the one before, everything read and typed is forgotten. */
function remember(queries: QueryClient, { csrfToken, account }: Session): void {
  rememberCsrfToken(csrfToken);
  if (account.login !== lastLogin)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  lastLogin = account.login;
}

/** The session of this browser, or null when nobody is signed in. */
async function readSession({ client: queries }: QueryFunctionContext): Promise<Session | null> {
  try {
    const session = await dataOf(client.GET('/api/session'));
    remember(queries, session);
    return session;
  } catch (error) {
    if (!isOfSession(error)) throw error;
    rememberCsrfToken(null);
    return null;
  }
}

export function useSession({ enabled = true } = {}) {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000, enabled });
}

/** Tells the other tabs of this browser that somebody has signed in. */
const signedIn = new BroadcastChannel('signed-in');

/** Calls `listener` when somebody signs in in another tab. Returns the way to stop. */
export function onSignedInElsewhere(listener: () => void): () => void {
  signedIn.addEventListener('message', listener);
  return () => signedIn.removeEventListener('message', listener);
}

async function takeOver(queries: QueryClient, session: Session): Promise<void> {
  // A reading of the session that is still on its way would bring back the one before.
  await queries.cancelQueries({ queryKey: sessionKey });
  remember(queries, session);
  queries.setQueryData(sessionKey, session);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of a window, which a channel is not
  signedIn.postMessage(null);
}

export async function signInByLink(queries: QueryClient, token: string): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/sessions/link', { body: { token } })));
}

export async function signInByPassword(queries: QueryClient, login: string, password: string): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/sessions', { body: { login, password } })));
}

/** What an invitation is for: whose password it sets, or that it makes an administrator. */
export function readInvitation(token: string): Promise<Invited> {
  return dataOf(client.POST('/api/invitations', { body: { token } }));
}

export async function acceptInvitation(queries: QueryClient, token: string, password: string): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/invitations/acceptance', { body: { token, password } })));
}

/** Makes the account of an administrator, and signs it in. */
export async function becomeAdministrator(
  queries: QueryClient,
  person: { token: string; name: string; login: string; password: string },
): Promise<void> {
  await takeOver(queries, await dataOf(client.POST('/api/invitations/administrator', { body: person })));
}

/** Ends the session on the server. What was read in it leaves the memory with the page: see the caller. */
export async function signOut(): Promise<void> {
  try {
    await dataOf(client.DELETE('/api/session', { params: { header: csrf() } }));
  } catch (error) {
    // Ended already, by time or from another tab: the person is out, which is what was asked.
    if (!isOfSession(error)) throw error;
  }
}

export function recheckSession(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: sessionKey });
}

/** What was read before the session ended is old once there is one again. */
export function readAllAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}
