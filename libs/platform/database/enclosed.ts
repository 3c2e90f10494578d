import type { SqlValue, Transaction } from './transaction.js';

/**
 * Runs a work inside its open transaction and holds it to its promise that it is done when it returns. When one of its
 * statements fails, another branch of it may still be on its way (`Promise.all` does not wait for it): what that sends
 * later would run after the rollback, outside any transaction or inside the next writer's, and is refused. What it has
 * sent before is waited for, since a rollback could overtake it; a failure there is the work's own, for PostgreSQL
 * answers the commit of a broken transaction with a rollback and no error.
 *
 * Statements of `open` must run in the order they are sent: waiting for the last waits for all.
 */
export async function enclosed<T>(
  work: (tx: Transaction) => Promise<T>,
  open: Omit<Transaction, 'beforeCommit'>,
): Promise<T> {
  let over = false;
  const finishing: (() => Promise<void>)[] = [];
  let last: Promise<unknown> | undefined;
  const tx: Transaction = {
    ...open,
    query<R extends object>(sql: string, params?: readonly SqlValue[]) {
      if (over) return Promise.reject(new Error('this transaction is over'));
      const sent = open.query<R>(sql, params);
      last = sent;
      return sent;
    },
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
