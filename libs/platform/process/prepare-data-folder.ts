import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config/config-error.js';
import { closeToOthers } from './close-to-others.js';
import type { Closed } from './close-to-others.js';

/**
 * Makes the data folder, for its owner alone, and sees that it can be written to. Whatever this process and those it
 * starts make from here on is for their owner alone, and what was found there open to others is closed.
 * Comes before anything in the folder is opened: to close a file gives up the locks that SQLite has on it.
 * @param folder absolute.
 * @throws ConfigError in one line when it cannot be had.
 */
export function prepareDataFolder(folder: string): Closed {
  process.umask(0o077);
  try {
    // Step by step: Node's recursive mkdir never ends below a folder that refuses new ones, such as /proc.
    for (const missing of missingFolders(folder)) mkdirSync(missing, { mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new ConfigError(`DATA_DIR: ${folder} is not a folder`);
    accessSync(folder, constants.W_OK);
    return closeToOthers(folder);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`DATA_DIR: ${folder} cannot be used (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The folders that must be made, outermost first. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(dirname(folder)), folder];
}
