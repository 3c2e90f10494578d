import { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { loadConfig } from '../config/load-config.js';
import { createLogger } from '../logging/create-logger.js';
import { errorText } from '../logging/told-error.js';
import { RedisStartError } from '../redis/redis-process.js';
import { FolderInUseError } from './folder-lock.js';
import { prepareDataFolder } from './prepare-data-folder.js';

/** Errors whose message says in one line what to do. */
const TOLD = [ConfigError, FolderInUseError, RedisStartError];

/**
 * Runs a process of ours on the settings of its environment. What a person can put right (a wrong setting, a missing
 * program, a port or a folder in use) is told in one line; anything else with its stack. Either way the exit status is 1.
 * So it is told of what nobody has caught: Node would print the error with all that hangs on it.
 */
export function runProcess(main: (config: Config) => Promise<void>): void {
  process.on('uncaughtException', end);
  start(main).catch(end);
}

function end(error: unknown): never {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exit(1);
}

async function start(main: (config: Config) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const { closed, isOpen } = prepareDataFolder(config.dataDir);
  if (closed.length > 0 || isOpen) {
    const logger = createLogger(config.logLevel);
    if (closed.length > 0) logger.warn({ msg: 'other users could read what is now closed to them', closed });
    if (isOpen) logger.warn({ msg: 'other users may look into the data folder', folder: config.dataDir });
  }
  await main(config);
}

function lineOf(error: unknown): string {
  if (TOLD.some((known) => error instanceof known)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `PORT: ${port} is in use by another program`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST: is no address of this machine';
  return errorText(error);
}
