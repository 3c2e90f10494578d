import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** Any fixed number: the key under which processes of ours take turns to migrate a PostgreSQL database. */
const MIGRATION_LOCK = 7_468_696;
const WAIT_MS = 60_000;
const POLL_MS = 200;

/**
 * Runs the pending migrations, or, for a process that may not, waits until another has run them.
 * @throws when they fail, or when nobody ran them within a minute.
 */
export async function migrate(database: DataSource, mayMigrate: boolean): Promise<void> {
  if (!mayMigrate) return waitForSchema(database);
  if (database.options.type === 'postgres') return migratePostgres(database);
  try {
    await database.runMigrations({ transaction: 'all' });
  } catch (error) {
    // Another process on the same file may have run them first; then ours failed for nothing.
    await sleep(POLL_MS);
    if (await database.showMigrations()) throw error;
  }
}

async function migratePostgres(database: DataSource): Promise<void> {
  const holder = database.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await database.runMigrations({ transaction: 'all' });
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
  }
}

/** Looks only: TypeORM's own question makes the table of migrations, which is the owner's to make. */
async function isCurrent(database: DataSource): Promise<boolean> {
  const rows: unknown = await database.query('SELECT name FROM migrations').catch(() => []);
  const ran = new Set((rows as { name: string }[]).map(({ name }) => name));
  return database.migrations.every(({ name, constructor }) => ran.has(name ?? constructor.name));
}

async function waitForSchema(database: DataSource): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; ;) {
    if (await isCurrent(database)) return;
    if (Date.now() > deadline) throw new Error('the database schema is older than this program: run `thidua migrate`');
    await sleep(POLL_MS);
  }
}
