import createClient from 'openapi-fetch';
import { currentLanguage } from '../i18n/language.js';
import { ProblemError, toProblem } from './problem.js';
import type { paths } from './types.js';

/** Proves to the server that the request comes from this page: see the session's `csrfToken`. */
let csrfToken: string | null = null;
const refusalListeners = new Set<() => void>();

export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** The header of every request that changes something. */
export function csrf(): { 'x-csrf-token': string } {
  return { 'x-csrf-token': csrfToken ?? '' };
}

/** A session ends when nobody uses it, and a page left open asks by itself: it says so once nobody has touched it. */
const ATTENDED_MS = 60_000;
let lastTouch = Date.now();
for (const touch of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(touch, () => (lastTouch = Date.now()), { passive: true, capture: true });

/** Calls `listener` whenever the server no longer accepts the session. Returns the way to stop. */
export function onRefusal(listener: () => void): () => void {
  refusalListeners.add(listener);
  return () => void refusalListeners.delete(listener);
}

export const client = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    if (Date.now() - lastTouch > ATTENDED_MS) request.headers.set('x-unattended', '1');
    return request;
  },
  onResponse({ response, schemaPath }) {
    // A 401 on signing in is an answer to the person, not the end of a session.
    const signingIn = schemaPath.startsWith('/api/sessions') || schemaPath === '/api/session';
    if (!signingIn && (response.status === 401 || response.status === 403)) for (const tell of refusalListeners) tell();
  },
});

/**
 * The data of an answer.
 * @throws ProblemError for every other outcome, a lost connection included.
 */
export async function dataOf<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result;
  try {
    result = await answer;
  } catch (cause) {
    // A proxy that answers with something that is not JSON ends here too; either way nothing usable came back.
    throw Object.assign(new ProblemError('network', 0, null), { cause });
  }
  if (!result.response.ok) throw toProblem(result.error, result.response.status);
  return result.data as T;
}
