import { randomBytes } from 'node:crypto';

/**
 * An unguessable token of the system's random generator, safe in URLs, headers and file names.
 * @param bytes of randomness; 32 for secrets, 9 for names that need only be distinct.
 */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
