import { Problem } from '@thidua/platform';
import { COMMON_PASSWORDS } from './common-passwords.js';

/**
 * Length and a list of the commonest, no rules of composition: those make passwords that are easy to guess and hard to
 * remember (NIST SP 800-63B, 3.1.1.2).
 * @throws Problem `password.short`, `password.common`.
 */
export function checkPassword(password: string, login: string, least: number): void {
  if ([...password].length < least) throw refused('password.short', { least });
  const simple = password.toLowerCase().replaceAll(/\s/g, '');
  const isRepeated = /^(.{1,4}?)\1+$/u.test(simple);
  if (isRepeated || COMMON_PASSWORDS.has(simple) || simple === login.toLowerCase()) throw refused('password.common');
}

function refused(code: string, params: Readonly<Record<string, number>> = {}): Problem {
  return new Problem(code, 422, { params, errors: [{ code, path: 'password', params }] });
}
