import { MIGRATIONS } from '@thidua/composition';
import { databaseOptions, loadConfig, openDatabase } from '@thidua/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findDatabase, nameOf } from '../operator/find-database.js';
import { DONE, databaseLine } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { say } from '../output/write.js';

type Migration = new () => MigrationInterface;

export interface MigrateOptions {
  /** Makes a new database also where no setting names one. */
  create?: boolean;
  lang: Language;
}

/**
 * `thidua migrate`: brings the configured database's schema up to date and says which migrations ran.
 * @throws Failure when there is no database and none may be made.
 */
export async function migrate({ create = false, lang }: MigrateOptions): Promise<void> {
  const ran: string[] = [];
  const migrations = MIGRATIONS.map((migration: Migration) => reporting(migration, ran));
  const config = loadConfig();
  findDatabase(config, create ? 'anywhere' : 'named');
  const database = await openDatabase({ ...databaseOptions(config), migrations }, true);
  await database.destroy();
  say(databaseLine(nameOf(config))[lang]);
  if (ran.length === 0) say(DONE.upToDate[lang]);
  for (const name of ran) say(DONE.ran(name)[lang]);
}

/** The same migration under the same name, noting when it ran: another process may run some of them first. */
function reporting(migration: Migration, ran: string[]): Migration {
  return class extends migration {
    override readonly name = migration.name;

    override async up(runner: QueryRunner): Promise<void> {
      await super.up(runner);
      ran.push(this.name);
    }
  };
}
