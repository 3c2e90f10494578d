import { existsSync } from 'node:fs';
import { prepareDataFolder } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { Failure } from '../failures.js';
import { FAILURES } from '../output/command-words.js';

/** Whether a command makes the database that is not there: never, where a setting names its folder, or anywhere. */
export type Creation = 'never' | 'named' | 'anywhere';

/**
 * Sees that the configured database is there or may be made. A SQLite file that nobody named would be made in whatever
 * folder the command was called from, and whoever meant that of the service would look for the data in vain.
 * @throws Failure that says what to set, ConfigError when the data folder cannot be used.
 */
export function findDatabase({ database, dataDir, isDataDirNamed }: Config, creation: Creation): void {
  if (database.kind === 'postgres') return;
  if (!existsSync(database.file)) {
    if (creation === 'never') throw new Failure(FAILURES.noDatabase(database.file));
    if (creation === 'named' && !isDataDirNamed) throw new Failure(FAILURES.unnamedDatabase(database.file));
  }
  prepareDataFolder(dataDir);
}

/** What tells a person which database it is: the path of the file, or host and name without what signs in. */
export function nameOf({ database }: Pick<Config, 'database'>): string {
  if (database.kind === 'sqlite') return database.file;
  if (!URL.canParse(database.url)) return 'DATABASE_URL';
  const { host, pathname, searchParams } = new URL(database.url);
  return `PostgreSQL ${searchParams.get('host') ?? host}${decodeURI(pathname)}`;
}
