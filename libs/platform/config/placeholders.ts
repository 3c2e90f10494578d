import type { Settings } from './settings.js';

/** What examples write where a secret goes, in this repository and elsewhere. */
const SECRET =
  /(change|replace)[-_. ]?(me|this|it)(?![a-z])|placeholder|^(my|your|the)?[-_. ]?(password|passwd|secret|token)$|^your[-_. ]|^<.*>$|^(x+|\*+|\.+|…+)$|^\$/i;
/** Names that are kept free for examples (RFC 2606), and those that only say what belongs there. */
const HOST = /(^|\.)(example|invalid)(\.(com|net|org))?$|^(host|hostname|server|your[-_.].*|<.*>)$/i;
/** Networks that are kept free for documentation (RFC 5737, RFC 3849). */
const NETWORK = /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:)/i;

/** Which part of a setting is not filled in yet; undefined where it is, or where there is nothing to fill in. */
export function placeholderIn(setting: string, value: unknown): string | undefined {
  return CHECKS[setting as keyof Settings]?.(value);
}

const CHECKS: Partial<Record<keyof Settings, (value: unknown) => string | undefined>> = {
  host: (value) => (HOST.test(String(value)) ? 'the host' : undefined),
  publicOrigin: inAddress,
  databaseUrl: inAddress,
  redisUrl: inAddress,
  metricsToken: (value) => (typeof value === 'string' && SECRET.test(value) ? 'the token' : undefined),
  trustedProxies: (value) =>
    Array.isArray(value) && value.some((each) => NETWORK.test(String(each))) ? 'an address' : undefined,
};

function inAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // What cannot be taken apart is refused by whoever connects; a placeholder in it is told here all the same.
  if (!URL.canParse(value)) return SECRET.test(value) ? 'the password' : undefined;
  const { username, password, hostname, searchParams } = new URL(value);
  const secrets = [username, password, ...searchParams.getAll('password')].map(decoded);
  // A user may well be called `token`; what is left of an example is another matter.
  if (secrets.slice(1).some((each) => SECRET.test(each)) || /^(change|replace)[-_. ]?me/i.test(secrets[0]!)) {
    return 'the user or the password';
  }
  return [hostname, ...searchParams.getAll('host')].some((each) => HOST.test(decoded(each))) ? 'the host' : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
