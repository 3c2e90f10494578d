import { readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A living process that belongs to a data folder. */
export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/**
 * Every living process of a data folder: the programs and what they started inherit DATA_DIR; redis-server overwrites
 * its environment with its title but stands in the folder. So none escapes that nobody wrote down.
 */
export async function processesOf(dataDir: string): Promise<Leftover[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => inspect(Number(pid), dataDir)));
  return found.filter((one) => one !== undefined);
}

async function inspect(pid: number, dataDir: string): Promise<Leftover | undefined> {
  const folder = join('/proc', String(pid));
  const environment = await readFile(join(folder, 'environ'), 'utf8').catch(() => '');
  const standsIn = await readlink(join(folder, 'cwd')).catch(() => '');
  const belongs = environment.split('\0').includes(`DATA_DIR=${dataDir}`) || standsIn.startsWith(dataDir);
  if (!belongs) return undefined;
  // A process that has ended but was not yet waited for has no command line.
  const command = (await readFile(join(folder, 'cmdline'), 'utf8').catch(() => '')).replaceAll('\0', ' ').trim();
  return command === '' ? undefined : { pid, command };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
