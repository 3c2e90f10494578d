import { AsyncResource } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { closable } from './closable.js';
import type { OrderedSqliteStatements } from './sqlite-statements.js';
import type { SqlValue, Transaction } from './transaction.js';
import { UnitOfWork } from './transaction.js';

/** At most this many writers share one commit, and so one wait for the disk. */
const GROUP = 64;

interface Waiting {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Settle = () => void;

/**
 * SQLite has one writer, and TypeORM gives all callers its one connection: transactions opened side by side would
 * interleave, and one caller's rollback would undo another's acknowledged write. So writers queue first-in first-out
 * here, and nothing else writes through this connection.
 *
 * Writers that wait together share one commit (group commit): each runs inside a savepoint of its own, so a failing one
 * undoes only itself, and each is answered only after the shared commit is on disk.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly waiting: Waiting[] = [];
  private readonly statements: OrderedSqliteStatements;
  private readonly queryRunner: QueryRunner;
  private readonly manager: EntityManager;
  private draining: Promise<void> | undefined;

  constructor(dataSource: DataSource, statements: OrderedSqliteStatements) {
    super();
    this.statements = statements;
    this.queryRunner = dataSource.createQueryRunner();
    // Tells TypeORM that a transaction is open, so that `save` and `remove` do not begin one of their own.
    Object.assign(this.queryRunner, { isTransactionActive: true, transactionDepth: 1 });
    this.manager = dataSource.createEntityManager(this.queryRunner);
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The queue is drained in whichever caller's context came first; each work must run in its own.
      this.waiting.push({ work: AsyncResource.bind(work), resolve: resolve as (value: unknown) => void, reject });
      this.draining ??= this.drain();
    });
  }

  /** Resolves when no writer waits. */
  async idle(): Promise<void> {
    while (this.draining) await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) await this.commitGroup();
    // In the same step as the last look: a writer who comes later finds nobody draining and starts anew.
    this.draining = undefined;
  }

  private async commitGroup(): Promise<void> {
    const settled: { outcome: Settle; failed: (error: unknown) => void; hooks: (() => void)[] }[] = [];
    try {
      await this.statements.query('BEGIN IMMEDIATE');
      for (let taken = 0; taken < GROUP; taken += 1) {
        const next = this.waiting.shift();
        if (!next) break;
        const hooks: (() => void)[] = [];
        const entry = { outcome: () => undefined as void, failed: next.reject, hooks };
        settled.push(entry);
        entry.outcome = await this.runInSavepoint(next, hooks);
      }
      await this.statements.query('COMMIT');
    } catch (error) {
      await this.statements.query('ROLLBACK').catch(() => undefined);
      // The writer that could not even begin is answered too, or it would keep the queue from moving.
      if (settled.length === 0) this.waiting.shift()?.reject(error);
      for (const each of settled) each.failed(error);
      return;
    }
    for (const { outcome, hooks } of settled) {
      outcome();
      for (const hook of hooks) hook();
    }
  }

  private async runInSavepoint(next: Waiting, hooks: (() => void)[]): Promise<Settle> {
    // Awaited: a write that came before it would outlive this writer's failure, and undo the writer before instead.
    // Never released: the next writer's savepoint hides it, and the commit ends them all.
    await this.statements.query('SAVEPOINT writer');
    const { tx, close } = closable(this.transaction(hooks));
    try {
      const value = await next.work(tx).finally(close);
      return () => next.resolve(value);
    } catch (error) {
      hooks.length = 0;
      await this.statements.query('ROLLBACK TO writer');
      return () => next.reject(error);
    }
  }

  private transaction(hooks: (() => void)[]): Transaction {
    return {
      manager: this.manager,
      forUpdate: '',
      query: <R extends object>(sql: string, params?: readonly SqlValue[]) => this.statements.query<R>(sql, params),
      afterCommit: (hook) => void hooks.push(AsyncResource.bind(hook)),
    };
  }
}
