import { openDatabase } from '@thidua/platform';
import type { ThiduaDatabase } from '@thidua/platform';
import type { DataSourceOptions, MigrationInterface, QueryRunner } from 'typeorm';
import { databaseOptions } from '../../libs/platform/database/open-database.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { newPostgresDatabase } from './postgres/postgres-server.js';
import type { DatabaseKind } from './start-api.js';

/** A counter, and a row for each of its steps; rows of `child` are checked against `parent` at the commit only. */
class CreateLedger1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE counter (id integer PRIMARY KEY, n integer NOT NULL)');
    await runner.query('CREATE TABLE step (n integer PRIMARY KEY, writer varchar(20) NOT NULL)');
    await runner.query('CREATE TABLE parent (id integer PRIMARY KEY)');
    await runner.query('CREATE TABLE child (id integer REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)');
    await runner.query('INSERT INTO counter (id, n) VALUES (1, 0)');
  }

  async down(): Promise<void> {
    throw new Error('never taken back');
  }
}

const LIMITS = { statementSeconds: 60, lockSeconds: 30, idleSeconds: 30, silentSeconds: 30 };

export interface OpenedLedger {
  readonly database: ThiduaDatabase;
  close(): Promise<void>;
}

/** A database of the kind with the tables of a ledger in it. */
export async function openLedger(kind: DatabaseKind): Promise<OpenedLedger> {
  const folder = await tempFolder();
  const postgres = kind === 'postgres' ? await newPostgresDatabase() : undefined;
  const where = postgres
    ? { kind: 'postgres', url: postgres.url, limits: LIMITS }
    : { kind: 'sqlite', file: `${folder.path}/a.sqlite` };
  const options = {
    ...databaseOptions({ database: where } as never),
    migrations: [CreateLedger1700000000001],
  } as DataSourceOptions;
  const database = await openDatabase(options, true);
  return {
    database,
    async close() {
      await database.destroy();
      await postgres?.drop();
      await folder.remove();
    },
  };
}
