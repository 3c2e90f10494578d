import { AsyncResource } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { enclosed } from './enclosed.js';
import type { OpenTransaction } from './enclosed.js';
import type { OrderedSqliteStatements } from './sqlite-statements.js';
import { writeLockHolder } from './write-lock-holder.js';
import type { Holder } from './write-lock-holder.js';
import type { SqlValue, Transaction } from './transaction.js';
import { UnitOfWork } from './transaction.js';

/** At most this many writers share one commit, and so one wait for the disk. */
const GROUP = 64;
/** Longer than this nobody should keep the one lock there is: it is told who did. */
const LONG_MS = 1000;

interface Waiting {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Settle = () => void;

/** What keeps one writer's failure from the others of its group. */
interface Guard {
  readonly set: string | null;
  readonly undo: readonly string[];
}
/** While nothing of others is in the transaction, undoing all of it costs no statement before. */
const WHOLE: Guard = { set: null, undo: ['ROLLBACK', 'BEGIN IMMEDIATE'] };
/** Never released: the next writer's savepoint hides it, and the commit ends them all. */
const SAVEPOINT: Guard = { set: 'SAVEPOINT writer', undo: ['ROLLBACK TO writer'] };

/**
 * SQLite has one writer, and TypeORM gives all callers its one connection: transactions opened side by side would
 * interleave, and one caller's rollback would undo another's acknowledged write. So writers queue first-in first-out
 * here, and nothing else writes through this connection.
 *
 * Writers that wait together share one commit (group commit). A failing one undoes only itself: a savepoint of its own
 * guards what others have written before it. Each is answered only after the shared commit is on disk.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  readonly lockMs = undefined;
  private readonly logger = new Logger('Database');
  private readonly waiting: Waiting[] = [];
  private readonly file: string;
  private readonly statements: OrderedSqliteStatements;
  private readonly queryRunner: QueryRunner;
  private draining: Promise<void> | undefined;

  constructor(dataSource: DataSource, statements: OrderedSqliteStatements) {
    super();
    this.statements = statements;
    this.file = String(dataSource.options.database);
    this.queryRunner = dataSource.createQueryRunner();
    // Tells TypeORM that a transaction is open, so that `save` and `remove` do not begin one of their own.
    Object.assign(this.queryRunner, { isTransactionActive: true, transactionDepth: 1 });
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
    let began = Infinity;
    const settled: { outcome: Settle; failed: (error: unknown) => void; hooks: (() => void)[] }[] = [];
    try {
      await this.begin();
      began = performance.now();
      let kept = false;
      for (let taken = 0; taken < GROUP; taken += 1) {
        const next = this.waiting.shift();
        if (!next) break;
        const hooks: (() => void)[] = [];
        const entry = { outcome: () => undefined as void, failed: next.reject, hooks };
        settled.push(entry);
        const { done, outcome } = await this.runGuarded(next, hooks, kept ? SAVEPOINT : WHOLE);
        entry.outcome = outcome;
        kept ||= done;
      }
      await this.statements.query('COMMIT');
    } catch (error) {
      await this.statements.query('ROLLBACK').catch(() => undefined);
      // The writer that could not even begin is answered too, or it would keep the queue from moving.
      if (settled.length === 0) this.waiting.shift()?.reject(error);
      for (const each of settled) each.failed(error);
      return;
    }
    this.tellIfLong(began, settled.length);
    for (const { outcome, hooks } of settled) {
      outcome();
      for (const hook of hooks) hook();
    }
  }

  /** Takes the write lock. When another process keeps it for long, the log says which, and how long it was. */
  private async begin(): Promise<void> {
    const asked = performance.now();
    let holder: Holder | undefined;
    const look = async () => {
      holder = await writeLockHolder(this.file);
      this.logger.warn({ msg: 'another process keeps the database', ...holder });
    };
    const late = setTimeout(() => void look(), LONG_MS);
    try {
      await this.statements.query('BEGIN IMMEDIATE');
    } finally {
      clearTimeout(late);
      const ms = Math.round(performance.now() - asked);
      if (ms >= LONG_MS) this.logger.warn({ msg: 'another process has kept the database', ...holder, ms });
    }
  }

  private tellIfLong(began: number, writers: number): void {
    const ms = Math.round(performance.now() - began);
    if (ms >= LONG_MS) this.logger.warn({ msg: 'this process has kept the database', pid: process.pid, ms, writers });
  }

  private async runGuarded(
    next: Waiting,
    hooks: (() => void)[],
    guard: Guard,
  ): Promise<{ done: boolean; outcome: Settle }> {
    // Awaited: a write that came before it would outlive this writer's failure, and undo the writer before instead.
    if (guard.set !== null) await this.statements.query(guard.set);
    try {
      const value = await enclosed(next.work, this.transaction(hooks));
      return { done: true, outcome: () => next.resolve(value) };
    } catch (error) {
      hooks.length = 0;
      for (const statement of guard.undo) {
        // On a full or failing disk SQLite has undone all of it by itself: that is what every writer of the group is told.
        await this.statements.query(statement).catch(() => {
          throw error;
        });
      }
      return { done: false, outcome: () => next.reject(error) };
    }
  }

  private transaction(hooks: (() => void)[]): OpenTransaction {
    return {
      queryRunner: this.queryRunner,
      inTurn: (send) => this.statements.inTurn(send),
      forUpdate: '',
      query: <R extends object>(sql: string, params?: readonly SqlValue[]) => this.statements.query<R>(sql, params),
      afterCommit: (hook) => void hooks.push(AsyncResource.bind(hook)),
    };
  }
}
