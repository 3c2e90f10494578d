import type { SqlRunner } from '../database/transaction.js';
import { EMPTY, hashOfRecord, headText } from './chain.js';
import type { AuditRecord, Head } from './chain.js';

const PAGE = 1_000;
const CHANGED = 'audit.record.changed';
/** Less than any number of a record, also of one slipped in. */
const BEFORE_ALL = -(2 ** 31);

/** What may be found; whoever tells of it has a sentence for each. */
export const AUDIT_FINDING_CODES = [
  CHANGED,
  'audit.gap',
  'audit.link.broken',
  'audit.head.missing',
  'audit.head.differs',
  'audit.head.behind',
  'audit.head.ofReview',
  'audit.row.changed',
  'audit.row.missing',
  'audit.row.restsOnOther',
  'audit.row.unrecorded',
] as const;
export type AuditFindingCode = (typeof AUDIT_FINDING_CODES)[number];

/** What was found to be not as it was written. `code` names a sentence; `seq` the record it was found at. */
export interface AuditFinding {
  readonly code: AuditFindingCode;
  readonly seq: number | null;
  /** What it is about, in codes. */
  readonly subject: string;
}

/** What else must agree with what the records say: the rows that acts made. */
export interface RecordedRows {
  /** Takes note of the rows there are. What is recorded of them is in the chain by then. */
  begin(): Promise<void>;
  /** Compares the rows that these records tell of. */
  compare(records: readonly AuditRecord[]): Promise<AuditFinding[]>;
  /** Rows that no record told of. */
  end(): Promise<AuditFinding[]>;
}

export interface VerifiedChain {
  readonly head: Head;
  readonly findings: readonly AuditFinding[];
}

/**
 * Reads the whole chain and says which records were changed, left out, put elsewhere or cut off, and which rows are not
 * as they were recorded. Runs beside a service: what it records meanwhile is read, too, or comes after the head given.
 * @param heads noted elsewhere: each must be in the chain, as the one kept beside it must.
 */
export async function verifyChain(
  db: SqlRunner,
  heads: readonly Head[],
  recorded: readonly RecordedRows[],
): Promise<VerifiedChain> {
  for (const each of recorded) await each.begin();
  const findings: AuditFinding[] = [];
  const missing = new Set([...heads, ...(await keptHeads(db))].filter(({ seq }) => seq !== EMPTY.seq));
  let head: Head = EMPTY;
  for (let last = BEFORE_ALL; ;) {
    const records = await readRecords(db, last);
    if (records.length === 0) break;
    last = records.at(-1)!.seq;
    const sound: AuditRecord[] = [];
    for (const record of records) {
      const wrong = judge(record, head);
      findings.push(...wrong);
      if (!wrong.some(({ code }) => code === CHANGED)) sound.push(record);
      head = { seq: record.seq, hash: record.hash };
      for (const noted of missing) {
        if (noted.seq !== record.seq) continue;
        missing.delete(noted);
        if (noted.hash !== record.hash) findings.push(told('audit.head.differs', noted));
      }
    }
    for (const each of recorded) findings.push(...(await each.compare(sound)));
  }
  for (const noted of missing) findings.push(told('audit.head.missing', noted));
  // By now it is as far as all that was read.
  const kept = await keptHeads(db);
  if (!kept.some(({ seq }) => seq >= head.seq)) findings.push(told('audit.head.behind', head));
  for (const each of recorded) findings.push(...(await each.end()));
  return { head, findings };
}

function told(code: AuditFindingCode, head: Head): AuditFinding {
  return { code, seq: head.seq, subject: headText(head) };
}

function judge(record: AuditRecord, before: Head): AuditFinding[] {
  const { seq, subject } = record;
  const found = (code: AuditFindingCode): AuditFinding => ({ code, seq, subject });
  if (hashOfRecord(record) !== record.hash) return [found(CHANGED)];
  if (seq !== before.seq + 1) return [found('audit.gap')];
  if (record.previous !== before.hash) return [found('audit.link.broken')];
  return [];
}

/** One row, unless somebody was at it. */
function keptHeads(db: SqlRunner): Promise<Head[]> {
  return db.query<Head>('SELECT seq, hash FROM audit_head');
}

function readRecords(db: SqlRunner, after: number): Promise<AuditRecord[]> {
  return db.query<AuditRecord>(
    `SELECT seq, at, actor, action, campaign, subject, detail, correlation_id AS "correlationId", previous, hash
       FROM audit_event WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
    [after],
  );
}
