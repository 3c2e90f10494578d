import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config/config-error.js';

/**
 * Makes the data folder, for its owner alone, and sees that it can be written to.
 * @param folder absolute.
 * @throws ConfigError in one line when it cannot be had.
 */
export function prepareDataFolder(folder: string): void {
  try {
    // Step by step: Node's recursive mkdir never ends below a folder that refuses new ones, such as /proc.
    for (const missing of missingFolders(folder)) mkdirSync(missing, { mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new ConfigError(`DATA_DIR: ${folder} is not a folder`);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`DATA_DIR: ${folder} cannot be used (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The folders that must be made, outermost first. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(dirname(folder)), folder];
}
