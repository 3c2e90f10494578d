import type { QueryRunner } from 'typeorm';
import { withNumbers } from './numbered-sql.js';
import type { SqlRunner } from './transaction.js';

/** A migration's own connection as the rest of the program writes its statements: with `?` placeholders. */
export function migrationRunner(runner: QueryRunner): SqlRunner {
  const isPostgres = runner.connection.options.type === 'postgres';
  return {
    query: async <R extends object>(sql: string, params: readonly unknown[] = []) =>
      (await runner.query(isPostgres ? withNumbers(sql) : sql, [...params])) as R[],
  };
}
