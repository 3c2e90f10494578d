import type { SqlValue, Transaction } from './transaction.js';

/**
 * Holds a work to its promise that it is done when it returns. When one of its statements fails, another branch of it
 * may still be on its way (`Promise.all` does not wait for it): what that sends later would run after the rollback,
 * outside any transaction or inside the next writer's.
 */
export function closable(open: Transaction): { tx: Transaction; close: () => void } {
  let over = false;
  const tx: Transaction = {
    ...open,
    query: <R extends object>(sql: string, params?: readonly SqlValue[]) =>
      over ? Promise.reject(new Error('this transaction is over')) : open.query<R>(sql, params),
    afterCommit: (hook) => {
      if (!over) open.afterCommit(hook);
    },
  };
  return { tx, close: () => void (over = true) };
}
