import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askRedis, readConnection } from '../../../libs/platform/redis/redis-address.js';

const ANSWER_MS = 60_000;

/** Process id of the private Redis of a data folder; undefined while none has left its id. */
export async function redisPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'redis', 'redis.pid'), 'utf8').catch(() => '');
  return Number(text) || undefined;
}

/** Gives it one command. @returns the reply, undefined when it does not answer. */
export async function tellRedis(dataDir: string, ...command: string[]): Promise<unknown> {
  const connection = await readConnection(dataDir);
  return connection && askRedis(connection.address, command, ANSWER_MS);
}

/** How many jobs wait and how many run, as the queue itself counts them. */
export function queueLengths(dataDir: string): Promise<unknown[]> {
  return Promise.all(['wait', 'active'].map((list) => tellRedis(dataDir, 'llen', `bull:recompute:${list}`)));
}
