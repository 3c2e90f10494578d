import { valueRows } from '../database/batched-writes.js';
import type { SqlRunner, Transaction } from '../database/transaction.js';
import { link } from './chain.js';
import type { AuditRecord, Head } from './chain.js';

/** Rows of one statement: well below the values that SQLite binds. */
const CHUNK = 500;

/**
 * The head of the chain as far as it is committed (or written by the transaction that asks): kept in a row of its own,
 * so that a chain whose end was cut off does not look like one that has come no further.
 * @throws Error when that row was taken away past the service: what is recorded then could be cut off unseen.
 */
export async function readHead(db: SqlRunner, forUpdate = ''): Promise<Head> {
  const [head] = await db.query<{ seq: number; hash: string }>(`SELECT seq, hash FROM audit_head${forUpdate}`);
  if (!head) throw new Error('the head of the audit log is missing');
  return head;
}

/**
 * Appends acts to the chain and gives its new head. On PostgreSQL from here on every other transaction that appends
 * waits for the row of the head until this one is committed or undone: so this is done last
 * (`Transaction.beforeCommit`), and the chain has the order of the commits and no gap.
 */
export async function appendRecords(
  tx: Pick<Transaction, 'query' | 'forUpdate'>,
  acts: readonly Omit<AuditRecord, 'seq' | 'previous' | 'hash'>[],
): Promise<Head> {
  const records = link(await readHead(tx, tx.forUpdate), acts);
  await insertRecords(tx, records);
  const { seq, hash } = records.at(-1)!;
  await tx.query('UPDATE audit_head SET seq = ?, hash = ?', [seq, hash]);
  return { seq, hash };
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
