import type { Config } from '@thidua/platform';

/** Where the page asks for the password. */
export const INVITATION_PATH = '/invitation';

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;
const ANY = new Set(['0.0.0.0', '::', '[::]']);

/**
 * Where a link leads that must not go over the network unencrypted: to what people open the service by, else to this very
 * machine; undefined where the service listens on neither.
 */
export function invitationOrigin({ publicOrigin, host, port }: Pick<Config, 'publicOrigin' | 'host' | 'port'>) {
  if (publicOrigin !== undefined) return publicOrigin;
  if (ANY.has(host)) return `http://127.0.0.1:${port}`;
  if (!LOOPBACK.test(host)) return undefined;
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
}
