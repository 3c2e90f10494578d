import { hash, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'thidua_session';
/** Carries the token that `csrfTokenOf` gives, in every request that changes something. */
export const CSRF_HEADER = 'x-csrf-token';

/** What the database keeps of a token. Tokens are 256 random bits, so a plain hash cannot be guessed backwards. */
export function hashOf(token: string): string {
  return hash('sha256', token);
}

/** A page of another site cannot read this value, nor derive it from a cookie that it cannot read. */
export function csrfTokenOf(sessionToken: string): string {
  return hash('sha256', `csrf:${sessionToken}`, 'base64url');
}

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
