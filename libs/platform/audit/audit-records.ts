import { valueRows } from '../database/batched-writes.js';
import type { SqlRunner, Transaction } from '../database/transaction.js';
import { EMPTY, link } from './chain.js';
import type { AuditRecord, Head } from './chain.js';

/** Any fixed number: the key under which transactions on PostgreSQL take turns to append to the chain. */
const APPEND_LOCK = 7_468_697;
/** Rows of one statement: well below the values that SQLite binds. */
const CHUNK = 500;

/** The head of the chain as far as it is committed (or written by the transaction that asks). */
export async function readHead(db: SqlRunner): Promise<Head> {
  const [last] = await db.query<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1',
  );
  return last ?? EMPTY;
}

/**
 * Appends acts to the chain and gives its new head. On PostgreSQL from here on every other transaction that appends
 * waits until this one is committed or undone: so this is done last (`Transaction.beforeCommit`), and the chain has the
 * order of the commits and no gap.
 */
export async function appendRecords(
  tx: Pick<Transaction, 'query' | 'forUpdate'>,
  acts: readonly Omit<AuditRecord, 'seq' | 'previous' | 'hash'>[],
): Promise<Head> {
  // A statement of its own: the next one must not look before it has the lock.
  if (tx.forUpdate !== '') await tx.query('SELECT pg_advisory_xact_lock(?)', [APPEND_LOCK]);
  const records = link(await readHead(tx), acts);
  await insertRecords(tx, records);
  return records.at(-1)!;
}

export async function insertRecords(db: SqlRunner, records: readonly AuditRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += CHUNK) {
    const rows = records.slice(start, start + CHUNK);
    await db.query(
      `INSERT INTO audit_event (seq, at, actor, action, campaign, subject, detail, correlation_id, previous, hash)
       VALUES ${valueRows(rows.length, 10)}`,
      rows.flatMap((each) => [
        each.seq,
        each.at,
        each.actor,
        each.action,
        each.campaign,
        each.subject,
        each.detail,
        each.correlationId,
        each.previous,
        each.hash,
      ]),
    );
  }
}
