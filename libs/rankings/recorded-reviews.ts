import { detailOf, headText, parseHead } from '@thidua/platform';
import type { AuditFinding, AuditFindingCode, AuditRecord, RecordedRows, SqlRunner } from '@thidua/platform';
import type { Review } from './entities/review.entity.js';
import { reviewHash, snapshotHash } from './review-hash.js';

/** A review without what was added to the table after records began to tell of its rows. */
type HashedReview = Omit<Review, 'account'>;

interface ReviewRow extends Omit<HashedReview, 'restsOnAll'> {
  readonly restsOnAll: boolean | number;
}

const COLUMNS = `id, campaign, cluster, revision, rests_on_all AS "restsOnAll", rests_on AS "restsOn", outcome, reason, reviewed_by AS "by",
  reviewed_at AS "at", snapshot, snapshot_hash AS "snapshotHash"`;

export async function readReview(db: SqlRunner, id: number): Promise<HashedReview | null> {
  const [row] = await db.query<ReviewRow>(`SELECT ${COLUMNS} FROM review WHERE id = ?`, [id]);
  return row ? { ...row, restsOnAll: Boolean(row.restsOnAll) } : null;
}

/** Compares reviews, and the rankings kept with them, with what the audit log says of them. */
export class RecordedReviews implements RecordedRows {
  private readonly unrecorded = new Set<number>();

  constructor(private readonly db: SqlRunner) {}

  async begin(): Promise<void> {
    for (const { id } of await this.db.query<{ id: number }>('SELECT id FROM review')) this.unrecorded.add(id);
  }

  async compare(records: readonly AuditRecord[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    for (const record of records) {
      for (const each of told(record)) findings.push(...(await this.compareOne(record.seq, each)));
    }
    return findings;
  }

  async end(): Promise<AuditFinding[]> {
    return [...this.unrecorded].map((id) => ({ code: 'audit.row.unrecorded', seq: null, subject: `review ${id}` }));
  }

  private async compareOne(seq: number, { id, hash, account }: Told): Promise<AuditFinding[]> {
    this.unrecorded.delete(id);
    const found = (code: AuditFindingCode): AuditFinding[] => [{ code, seq, subject: `review ${id}` }];
    const review = await readReview(this.db, id);
    if (!review) return found('audit.row.missing');
    if (reviewHash(review) !== hash || snapshotHash(review.snapshot) !== review.snapshotHash) {
      return found('audit.row.changed');
    }
    if (account !== undefined) {
      const [by] = await this.db.query<{ account: number | null }>(
        'SELECT account_id AS account FROM review WHERE id = ?',
        [id],
      );
      if (by?.account !== account) return found('audit.row.changed');
    }
    const { auditHead } = JSON.parse(review.snapshot) as { auditHead?: string };
    // Reviewed before the log was chained.
    if (auditHead === undefined) return [];
    const head = parseHead(auditHead)!;
    if (head.seq === 0) return [];
    const [kept] = await this.db.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM audit_event WHERE seq = ?',
      [head.seq],
    );
    return kept && headText(kept) === auditHead ? [] : found('audit.head.ofReview');
  }
}

interface Detail {
  readonly review: number;
  readonly row: string;
  readonly reviews: Readonly<Record<string, string>>;
  readonly account: number;
}

/** What a record tells of one review; of earlier ones not whose account it was. */
interface Told {
  readonly id: number;
  readonly hash: string;
  readonly account?: number | undefined;
}

function told(record: AuditRecord): Told[] {
  const { action } = record;
  if (action !== 'ranking.endorse' && action !== 'ranking.return' && action !== 'campaign.carry') return [];
  const { review, row, reviews, account } = detailOf<Detail>(record);
  if (reviews) return Object.entries(reviews).map(([id, hash]) => ({ id: Number(id), hash }));
  // Recorded before the log was chained; carried over by another record.
  return review === undefined || row === undefined ? [] : [{ id: review, hash: row, account }];
}
