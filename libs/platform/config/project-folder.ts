import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-error.js';

/**
 * The folder of this installation that holds config/ and apps/. The compiled and the source file lie at different
 * depths below it.
 * @throws ConfigError when the installation is not whole.
 */
export function projectFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'config', 'default.yaml'))) return folder;
    if (folder === dirname(folder)) throw new ConfigError('config/default.yaml is missing from this installation');
  }
}
