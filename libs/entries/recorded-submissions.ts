import { FIRST_RULE_SET } from '@thidua/campaigns';
import { detailOf, hashOfValues, valueRows } from '@thidua/platform';
import type { AuditFinding, AuditRecord, RecordedRows, SqlRunner } from '@thidua/platform';

/** A submission as it lies in its table. */
export interface SubmissionRow {
  readonly campaign: string;
  readonly cluster: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly unit: string;
  readonly stage: string;
  readonly round: string;
  readonly sheet_version: number;
  readonly entries: string;
  readonly submitted_by: string | null;
  readonly submitted_at: string;
  readonly idempotency_key: string | null;
  readonly request_hash: string | null;
  readonly reopened: string | null;
  readonly reason: string | null;
  /** Of the account; `submitted_by` is what it was called then. */
  readonly account_id: number | null;
}

const COLUMNS = [
  ...['campaign', 'cluster', 'revision', 'ordinal', 'unit', 'stage', 'round', 'sheet_version', 'entries'],
  ...['submitted_by', 'submitted_at', 'idempotency_key', 'request_hash', 'reopened', 'reason'],
] as const;

/** A submission without what was added to the table after records began to tell of its rows. */
type HashedRow = Pick<SubmissionRow, (typeof COLUMNS)[number]>;

export async function insertSubmissions(tx: SqlRunner, rows: readonly SubmissionRow[]): Promise<void> {
  const columns = [...COLUMNS, 'account_id'] as const;
  await tx.query(
    `INSERT INTO submission (${columns.join(', ')}) VALUES ${valueRows(rows.length, columns.length)}`,
    rows.flatMap((row) => columns.map((column) => row[column])),
  );
}

/** What the audit log keeps of a submission: columns that are added later are not in it. */
export function submissionHash(row: HashedRow): string {
  return hashOfValues(COLUMNS.map((column) => row[column]));
}

/** What a record tells of one submission. */
export interface RecordedSubmission {
  readonly cluster: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly row: string;
  /** Of the account; absent where it came with a file, or was recorded before submissions pointed to accounts. */
  readonly account?: number | undefined;
}

export function recordedSubmission(row: HashedRow & Partial<SubmissionRow>): RecordedSubmission {
  const { cluster, revision, ordinal, account_id: account } = row;
  return { cluster, revision, ordinal, row: submissionHash(row), account: account ?? undefined };
}

/** The same of all submissions of a cluster that made a revision, up to one. */
export function submissionsHash(rows: readonly HashedRow[]): string {
  return hashOfValues(rows.map(submissionHash));
}

/** What one record tells of all submissions that came with a campaign, or were there before records told of each. */
export interface RecordedCampaign {
  /** SHA-256 of the rules as stored. */
  readonly rules: string;
  /** By cluster: its revision then, and the hash of its submissions. */
  readonly clusters: Readonly<Record<string, readonly [revision: number, submissions: string]>>;
  /** Those that made no revision, each by itself: later ones may stand between them. */
  readonly repeated: readonly RecordedSubmission[];
}

async function readSubmissions(db: SqlRunner, campaign: string, cluster: string, upTo: number): Promise<HashedRow[]> {
  return db.query<HashedRow>(
    `SELECT ${COLUMNS.join(', ')} FROM submission
      WHERE campaign = ? AND cluster = ? AND ordinal = 0 AND revision <= ? ORDER BY revision`,
    [campaign, cluster, upTo],
  );
}

/** All that there is of a campaign, as its record tells it. `rules`: the document that it began with. */
export async function recordedCampaign(db: SqlRunner, campaign: string, rules: string): Promise<RecordedCampaign> {
  const clusters = await db.query<{ code: string; requested_revision: number }>(
    'SELECT code, requested_revision FROM cluster WHERE campaign = ? ORDER BY ordinal',
    [campaign],
  );
  const told: [string, readonly [number, string]][] = [];
  for (const { code, requested_revision: revision } of clusters) {
    told.push([code, [revision, submissionsHash(await readSubmissions(db, campaign, code, revision))]]);
  }
  const repeated = await db.query<HashedRow>(
    `SELECT ${COLUMNS.join(', ')} FROM submission WHERE campaign = ? AND ordinal > 0 ORDER BY cluster, revision, ordinal`,
    [campaign],
  );
  return {
    rules: hashOfValues([rules]),
    clusters: Object.fromEntries(told),
    repeated: repeated.map(recordedSubmission),
  };
}

/** Acts that make one submission. */
const SUBMITTING = new Set(['sheet.submit', 'criterion.reopen']);
const STARTING = new Set(['campaign.import', 'campaign.carry']);

/** Compares submissions and rules with what the audit log says of them. */
export class RecordedSubmissions implements RecordedRows {
  /** Keys of the submissions there were when the chain began to be read, that no record has told of yet. */
  private unrecorded = new Set<string>();

  constructor(private readonly db: SqlRunner) {}

  async begin(): Promise<void> {
    const rows = await this.db.query<SubmissionKey>('SELECT campaign, cluster, revision, ordinal FROM submission');
    this.unrecorded = new Set(rows.map(keyOf));
  }

  async compare(records: readonly AuditRecord[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    const told: Told[] = [];
    for (const record of records) {
      const { seq, action, campaign } = record;
      if (campaign === null) continue;
      if (STARTING.has(action)) {
        const whole = detailOf<RecordedCampaign>(record);
        // Imported before the log was chained: what there was then is told by the record that carried it over.
        if (whole.rules !== undefined) findings.push(...(await this.compareCampaign(seq, campaign, whole)));
        for (const each of whole.repeated ?? []) told.push({ seq, campaign, ...each });
      } else if (SUBMITTING.has(action)) {
        const { cluster, revision, ordinal, row, account } = detailOf<RecordedSubmission>(record);
        // One reopened before the log was chained was carried over, too.
        if (row !== undefined)
          told.push({ seq, campaign, cluster: cluster!, revision: revision!, ordinal: ordinal!, row, account });
      }
    }
    for (let start = 0; start < told.length; start += CHUNK) {
      findings.push(...(await this.compareEach(told.slice(start, start + CHUNK))));
    }
    return findings;
  }

  async end(): Promise<AuditFinding[]> {
    return [...this.unrecorded].map((key) => ({
      code: 'audit.row.unrecorded',
      seq: null,
      subject: `submission ${key}`,
    }));
  }

  private async compareCampaign(
    seq: number,
    campaign: string,
    { rules, clusters = {} }: Partial<RecordedCampaign>,
  ): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    const changed = (subject: string) => findings.push({ code: 'audit.row.changed', seq, subject });
    const [row] = await this.db.query<{ document: string }>(
      'SELECT document FROM rule_set WHERE campaign = ? AND number = ?',
      [campaign, FIRST_RULE_SET],
    );
    if (!row || hashOfValues([row.document]) !== rules) changed(`campaign ${campaign}`);
    for (const [cluster, [revision, hash]] of Object.entries(clusters)) {
      const rows = await readSubmissions(this.db, campaign, cluster, revision);
      for (const each of rows) this.unrecorded.delete(keyOf(each));
      if (submissionsHash(rows) !== hash) changed(`submission ${campaign}/${cluster}/1-${revision}`);
    }
    return findings;
  }

  private async compareEach(told: readonly Told[]): Promise<AuditFinding[]> {
    const rows = await this.db.query<SubmissionRow>(
      `SELECT ${COLUMNS.join(', ')}, account_id FROM (VALUES ${valueRows(told.length, 4)}) AS m JOIN submission
           ON campaign = m.column1 AND cluster = m.column2
          AND revision = CAST(m.column3 AS integer) AND ordinal = CAST(m.column4 AS integer)`,
      told.flatMap(({ campaign, cluster, revision, ordinal }) => [campaign, cluster, revision, ordinal]),
    );
    const found = new Map(rows.map((row) => [keyOf(row), row]));
    return told.flatMap((each) => {
      const key = keyOf(each);
      this.unrecorded.delete(key);
      const stored = found.get(key);
      const isSame = stored !== undefined && submissionHash(stored) === each.row;
      if (isSame && (each.account === undefined || stored.account_id === each.account)) return [];
      const code = stored === undefined ? 'audit.row.missing' : 'audit.row.changed';
      return [{ code, seq: each.seq, subject: `submission ${key}` }];
    });
  }
}

/** Submissions in one statement: well below the values that a database binds. */
const CHUNK = 1_000;

type SubmissionKey = Pick<SubmissionRow, 'campaign' | 'cluster' | 'revision' | 'ordinal'>;

interface Told extends RecordedSubmission {
  readonly seq: number;
  readonly campaign: string;
}

function keyOf({ campaign, cluster, revision, ordinal }: SubmissionKey): string {
  return `${campaign}/${cluster}/${revision}${ordinal === 0 ? '' : `.${ordinal}`}`;
}
