import type { QueryRunner } from 'typeorm';
import type { SqlValue, Transaction } from './transaction.js';

/** An open transaction as its database gives it. */
export interface OpenTransaction extends Omit<Transaction, 'beforeCommit' | 'manager'> {
  /** Sends on the transaction's connection; what it sends directly is not guarded. */
  readonly queryRunner: QueryRunner;
  /** Begins what is given when all that was sent before has ended, in one order with `query`. */
  inTurn<T>(send: () => Promise<T>): Promise<T>;
}

/**
 * Runs a work inside its open transaction and holds it to its promise that it is done when it returns. When one of its
 * statements fails, another branch of it may still be on its way (`Promise.all` does not wait for it): what that sends
 * later would run after the rollback, outside any transaction or inside the next writer's, and is refused: by whichever
 * way, the entity manager and its repositories and builders included. What it has sent before is waited for, since a
 * rollback could overtake it; a failure there is the work's own, for PostgreSQL answers the commit of a broken
 * transaction with a rollback and no error.
 *
 * Statements of `open` must run in the order they are sent: waiting for the last waits for all.
 */
export async function enclosed<T>(work: (tx: Transaction) => Promise<T>, open: OpenTransaction): Promise<T> {
  let over = false;
  const finishing: (() => Promise<void>)[] = [];
  let last: Promise<unknown> | undefined;
  const guard = <R>(send: () => Promise<R>): Promise<R> => {
    if (over) return Promise.reject(new Error('this transaction is over'));
    const sent = send();
    last = sent;
    return sent;
  };
  let manager: Transaction['manager'] | undefined;
  const tx: Transaction = {
    forUpdate: open.forUpdate,
    // Few works need one, and those that do not are the many.
    get manager() {
      return (manager ??= managerOf(open, guard));
    },
    query: <R extends object>(sql: string, params?: readonly SqlValue[]) => guard(() => open.query<R>(sql, params)),
    beforeCommit(finish) {
      if (!over) finishing.push(finish);
    },
    afterCommit(hook) {
      if (!over) open.afterCommit(hook);
    },
  };
  try {
    const value = await work(tx);
    for (const finish of finishing) await finish();
    over = true;
    await last;
    return value;
  } catch (error) {
    over = true;
    await last?.catch(() => undefined);
    throw error;
  }
}

/** A manager of this one transaction: all that TypeORM does comes down to these two calls of the query runner. */
function managerOf(
  { queryRunner, inTurn }: OpenTransaction,
  guard: <R>(send: () => Promise<R>) => Promise<R>,
): Transaction['manager'] {
  const guarded = Object.create(queryRunner) as QueryRunner;
  guarded.query = (...args: Parameters<QueryRunner['query']>) => guard(() => inTurn(() => queryRunner.query(...args)));
  guarded.stream = (...args) => guard(() => inTurn(() => queryRunner.stream(...args)));
  return queryRunner.connection.createEntityManager(guarded);
}
