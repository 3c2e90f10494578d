import type { EntityManager } from 'typeorm';

/** A value that both drivers bind without conversion. */
export type SqlValue = string | number | null;
export type SqlRow = Record<string, string | number | null>;

/**
 * Runs one SQL statement written with `?` placeholders and gives its rows.
 * Statements that change rows say `RETURNING …` when the caller must know what they touched.
 */
export interface SqlRunner {
  query<R extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
}

/** What a unit of work sees of its open transaction. Valid only until the work returns. */
export interface Transaction extends SqlRunner {
  readonly manager: EntityManager;
  /** Suffix for a `SELECT` whose rows this transaction is about to change; empty where writers are serial anyway. */
  readonly forUpdate: string;
  /**
   * Runs once the work has returned, last in its transaction and all-or-nothing with it: for what must hold a lock that
   * every writer wants no longer than it takes to commit.
   */
  beforeCommit(finish: () => Promise<void>): void;
  /** Runs after the commit is durable, never when it failed. The hook must not throw and is not awaited. */
  afterCommit(hook: () => void): void;
}

/** The only way to write. Resolves once the work's changes are durable on disk. */
export abstract class UnitOfWork {
  /** How long a writer waits for rows that another keeps; undefined where writers are serial and so keep none. */
  abstract readonly lockMs: number | undefined;

  /**
   * Runs `work` in a transaction of its own. All of it is kept or none: when `work` throws, its changes are undone and
   * the error is passed on. `work` touches nothing but the database (it may be run again after a serialization conflict).
   */
  abstract run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Committed rows only. Each statement sees one consistent snapshot; two statements may see two. */
export abstract class Reader implements SqlRunner {
  abstract readonly manager: EntityManager;
  abstract query<R extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
  /**
   * Something that is never the same before and after a commit, by any process; undefined where the database cannot
   * tell at no cost.
   */
  abstract version(): string | undefined;
}
