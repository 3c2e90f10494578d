import sqlite3 from 'sqlite3';
import type { Database } from 'sqlite3';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, EntityManager } from 'typeorm';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { migrate } from './migrate.js';
import { postgresOptions, withoutLimits } from './postgres-options.js';
import { PostgresReader, PostgresUnitOfWork } from './postgres-unit-of-work.js';
import { OrderedSqliteStatements, SqliteStatements } from './sqlite-statements.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import { Reader } from './transaction.js';
import type { SqlValue, UnitOfWork } from './transaction.js';
import { WalVersion } from './wal-version.js';

/** How long a writer waits for another process's transaction before it gives up. */
const BUSY_MS = 15_000;

/** Options every data source of ours shares. `synchronize` is never on: migrations alone shape the schema. */
const COMMON = {
  synchronize: false,
  migrationsRun: false,
  // TypeORM's default drops a condition whose value is undefined, and so answers with somebody else's row.
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
} as const;

/** The writing data source, and what writes and reads through it. Destroying it closes all of it. */
export class ThiduaDatabase extends DataSource {
  unitOfWork!: UnitOfWork;
  reader!: Reader;
  private readonly closing: (() => Promise<void>)[] = [];

  override async destroy(): Promise<void> {
    for (const close of this.closing.splice(0)) await close();
    await super.destroy();
  }

  /** What must be closed before the connection can be. */
  onDestroy(close: () => Promise<void>): void {
    this.closing.push(close);
  }
}

/** TypeORM turns on the driver's verbose mode, which takes a stack trace on every call; this keeps it off. */
const quietDriver = Object.assign(Object.create(sqlite3) as typeof sqlite3, { verbose: () => sqlite3 });

/** What the configuration says of the database, as TypeORM's options. */
export function databaseOptions(config: Config): DataSourceOptions {
  return config.database.kind === 'sqlite'
    ? {
        type: 'sqlite',
        driver: quietDriver,
        database: config.database.file,
        enableWAL: true,
        busyTimeout: BUSY_MS,
        ...COMMON,
      }
    : { ...postgresOptions(config.database), ...COMMON };
}

/** Opens the database, brings its schema up to date (or waits until another process has) and readies both doors. */
export async function openDatabase(options: DataSourceOptions, mayMigrate: boolean): Promise<ThiduaDatabase> {
  const database = new ThiduaDatabase(options);
  await database.initialize().catch((error: Error) => {
    throw new ConfigError(`${settingOf(options)}: no database can be used there (${error.message || String(error)})`);
  });
  try {
    if (options.type === 'sqlite') await database.query('PRAGMA synchronous = FULL');
    await bringUpToDate(database, mayMigrate);
    if (options.type === 'sqlite') await openSqlite(database, options.database);
    else openPostgres(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

async function bringUpToDate(database: ThiduaDatabase, mayMigrate: boolean): Promise<void> {
  const { options } = database;
  if (options.type !== 'postgres' || !mayMigrate) return migrate(database, mayMigrate);
  const source = new DataSource({ ...withoutLimits(options), name: 'migrations', poolSize: 2 } as DataSourceOptions);
  await source.initialize();
  try {
    await migrate(source, mayMigrate);
  } finally {
    await source.destroy();
  }
}

function settingOf({ type }: DataSourceOptions): string {
  return type === 'sqlite' ? 'DATA_DIR' : 'DATABASE_URL';
}

function openPostgres(database: ThiduaDatabase): void {
  database.unitOfWork = new PostgresUnitOfWork(database);
  database.reader = new PostgresReader(database);
}

async function openSqlite(database: ThiduaDatabase, file: string): Promise<void> {
  const statements = new OrderedSqliteStatements(connectionOf(database));
  const unitOfWork = new SqliteUnitOfWork(database, statements);
  // Readers use a connection of their own: in WAL mode they see committed rows only, and never wait for the writer.
  const readSource = new DataSource({
    ...database.options,
    type: 'sqlite',
    database: file,
    name: 'reader',
    migrations: [],
    enableWAL: false,
    flags: sqlite3.OPEN_READONLY,
  } as DataSourceOptions);
  await readSource.initialize();
  const reading = new SqliteStatements(connectionOf(readSource));
  database.unitOfWork = unitOfWork;
  const walVersion = new WalVersion(file);
  database.reader = new SqliteReader(readSource, reading, walVersion);
  database.onDestroy(() => unitOfWork.idle());
  database.onDestroy(() => statements.finalize());
  database.onDestroy(async () => walVersion.close());
  database.onDestroy(() => reading.finalize());
  database.onDestroy(() => readSource.destroy());
}

class SqliteReader extends Reader {
  constructor(
    private readonly source: DataSource,
    private readonly statements: SqliteStatements,
    private readonly walVersion: WalVersion,
  ) {
    super();
  }

  get manager(): EntityManager {
    return this.source.manager;
  }

  query<R extends object>(sql: string, params?: readonly SqlValue[]): Promise<R[]> {
    return this.statements.query<R>(sql, params);
  }

  version(): string {
    return this.walVersion.read();
  }
}

function connectionOf(source: DataSource): Database {
  return (source.driver as unknown as { databaseConnection: Database }).databaseConnection;
}
