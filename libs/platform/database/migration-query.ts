import type { QueryRunner } from 'typeorm';
import { withNumbers } from './numbered-sql.js';
import type { SqlValue } from './transaction.js';

/** Runs a statement with `?` placeholders in a migration, on both databases alike. */
export function migrationQuery(runner: QueryRunner, sql: string, params: readonly SqlValue[]): Promise<unknown> {
  const isPostgres = runner.connection.options.type === 'postgres';
  return runner.query(isPostgres ? withNumbers(sql) : sql, [...params]);
}
