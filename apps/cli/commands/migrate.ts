import { MIGRATIONS } from '@thidua/composition';
import { databaseOptions, loadConfig, openDatabase, prepareDataFolder } from '@thidua/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { say } from '../output/write.js';

type Migration = new () => MigrationInterface;

/** `thidua migrate`: brings the configured database's schema up to date and says which migrations ran. */
export async function migrate(): Promise<void> {
  const ran: string[] = [];
  const migrations = MIGRATIONS.map((migration: Migration) => reporting(migration, ran));
  const config = loadConfig();
  prepareDataFolder(config.dataDir);
  const database = await openDatabase({ ...databaseOptions(config), migrations }, true);
  await database.destroy();
  if (ran.length === 0) say('The schema is up to date.');
  for (const name of ran) say(`ran ${name}`);
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
