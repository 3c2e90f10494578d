import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';

/** Where a Redis listens, in the words of ioredis. */
export type RedisAddress =
  { readonly path: string } | { readonly host: string; readonly port: number; readonly password: string };

/** What the owner of a private Redis leaves in the data folder for worker processes on the same folder. */
export interface ConnectionFile {
  readonly address: RedisAddress;
}

/** The folder of the private Redis. */
export const redisFolder = (dataDir: string): string => join(dataDir, 'redis');

const connectionFile = (dataDir: string): string => join(redisFolder(dataDir), 'connection.json');

/** The connection file of a data folder; undefined while there is none that can be read. */
export async function readConnection(dataDir: string): Promise<ConnectionFile | undefined> {
  try {
    return JSON.parse(await readFile(connectionFile(dataDir), 'utf8')) as ConnectionFile;
  } catch {
    return undefined;
  }
}

/** Replaces the connection file at once, readable by its owner alone. */
export async function writeConnection(dataDir: string, connection: ConnectionFile): Promise<void> {
  await mkdir(redisFolder(dataDir), { recursive: true, mode: 0o700 });
  const file = connectionFile(dataDir);
  await writeFile(`${file}.new`, JSON.stringify(connection), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * Asks the Redis at an address one command over a connection of its own.
 * @returns the reply; undefined when nothing there answers within `timeoutMs`.
 */
export async function askRedis(address: RedisAddress, command: string[], timeoutMs: number): Promise<unknown> {
  const options: RedisOptions = {
    ...address,
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
  };
  const redis = new Redis(options);
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [name = 'ping', ...args] = command;
    return await redis.call(name, ...args);
  } catch {
    return undefined;
  } finally {
    // Of an ended connection it would only leave a timer behind.
    if (redis.status !== 'end') redis.disconnect();
  }
}
