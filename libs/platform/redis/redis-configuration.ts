import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { randomToken } from '../clock/ids.js';
import { redisFolder } from './redis-address.js';
import type { RedisAddress } from './redis-address.js';

/** Socket paths end here on Linux; a longer one is cut off in silence. */
const SOCKET_PATH_BYTES = 107;

/** The Unix socket of a data folder, or a free loopback port where the socket's path would be too long. */
export async function chooseAddress(dataDir: string): Promise<RedisAddress> {
  const path = join(redisFolder(dataDir), 'redis.sock');
  if (Buffer.byteLength(path) < SOCKET_PATH_BYTES) return { path };
  return { host: '127.0.0.1', port: await freePort(), password: randomToken(32) };
}

/**
 * The server's configuration. The queue can be rebuilt from the database, so the log of writes is synced every second
 * and no snapshots are made; nothing may ever be evicted.
 */
export function redisConfiguration(dataDir: string, address: RedisAddress): string {
  const folder = redisFolder(dataDir);
  const listen =
    'path' in address
      ? ['port 0', `unixsocket ${quoted(address.path)}`, 'unixsocketperm 700']
      : [`port ${address.port}`, `bind ${address.host}`, `requirepass ${quoted(address.password)}`];
  return [
    ...listen,
    `dir ${quoted(folder)}`,
    `pidfile ${quoted(join(folder, 'redis.pid'))}`,
    'daemonize no',
    'databases 1',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
