import type { DataSource, EntityManager } from 'typeorm';
import { enclosed } from './enclosed.js';
import { withNumbers } from './numbered-sql.js';
import { Reader, UnitOfWork } from './transaction.js';
import type { SqlValue, Transaction } from './transaction.js';

/** serialization_failure and deadlock_detected: the server undid all of it, so running it again is safe. */
const CONFLICTS = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

async function query<R extends object>(manager: EntityManager, sql: string, params: readonly SqlValue[]): Promise<R[]> {
  const result: unknown = await manager.query(withNumbers(sql), [...params]);
  // TypeORM gives [rows, count] for UPDATE and DELETE, and rows for the rest.
  const rows = /^\s*(UPDATE|DELETE)\b/.test(sql) ? (result as [R[], number])[0] : (result as R[]);
  return rows;
}

/** One transaction of the pool each; writers meet only on the rows they lock. */
export class PostgresUnitOfWork extends UnitOfWork {
  readonly lockMs: number;

  constructor(private readonly dataSource: DataSource) {
    super();
    const { lock_timeout: lockMs = 0 } = (dataSource.options.extra ?? {}) as { lock_timeout?: number };
    this.lockMs = lockMs;
  }

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const hooks: (() => void)[] = [];
      try {
        const value = await this.dataSource.transaction('READ COMMITTED', (manager) => {
          // One after another: the driver's client takes one statement at a time.
          let last: Promise<unknown> = Promise.resolve();
          const inTurn = <R>(send: () => Promise<R>): Promise<R> => {
            const sent = last.then(send);
            last = sent.catch(() => undefined);
            return sent;
          };
          return enclosed(work, {
            queryRunner: manager.queryRunner!,
            inTurn,
            forUpdate: ' FOR UPDATE',
            query: (sql, params = []) => inTurn(() => query(manager, sql, params)),
            afterCommit: (hook) => void hooks.push(hook),
          });
        });
        for (const hook of hooks) hook();
        return value;
      } catch (error) {
        const code = (error as { driverError?: { code?: string } }).driverError?.code;
        if (attempt >= ATTEMPTS || code === undefined || !CONFLICTS.has(code)) throw error;
      }
    }
  }
}

export class PostgresReader extends Reader {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  query<R extends object>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return query<R>(this.dataSource.manager, sql, params);
  }

  version(): undefined {
    return undefined;
  }
}
