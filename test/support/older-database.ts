import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MIGRATIONS } from '@thidua/composition';
import { projectFolder } from '@thidua/platform';
import { DataSource } from 'typeorm';
import { Sqlite } from '../faults/support/sqlite.js';
import type { DatabaseKind } from './start-api.js';

/** A database as an earlier version left it, in SQLite's words. */
export interface OlderDatabase {
  /** In `test/fixtures`. */
  readonly file: string;
  /** How many migrations that version had. */
  readonly migrations: number;
  /** Tables whose rows the database numbers, with the column of the number. */
  readonly numbered: Readonly<Record<string, string>>;
}

/** Makes it at a place that is still empty: a file, or the address of a PostgreSQL database. */
export async function makeOlder(older: OlderDatabase, database: DatabaseKind, place: string): Promise<void> {
  const text = await readFile(join(projectFolder(), 'test', 'fixtures', older.file), 'utf8');
  const statements = text.split(/;\n/).filter((each) => each !== '');
  if (database === 'sqlite') {
    return Sqlite.writing(place, async (db) => {
      for (const statement of statements) await db.all(statement);
    });
  }
  const source = new DataSource({ type: 'postgres', url: place, migrations: MIGRATIONS.slice(0, older.migrations) });
  await source.initialize();
  await source.runMigrations();
  // The rows, into the tables that the version made there; what its migrations have put in gives way.
  await source.query('DELETE FROM audit_event');
  if (older.migrations > MIGRATIONS.findIndex(({ name }) => name.startsWith('ChainAudit'))) {
    await source.query('DELETE FROM audit_head');
  }
  for (const statement of statements) {
    if (statement.startsWith('INSERT') && !statement.includes('"migrations"')) await source.query(statement);
  }
  for (const [table, key] of Object.entries(older.numbered)) {
    await source.query(`SELECT setval(pg_get_serial_sequence('${table}', '${key}'), MAX("${key}")) FROM ${table}`);
  }
  await source.destroy();
}
