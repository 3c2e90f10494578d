import { CAMPAIGN } from './competition.js';
import { Sqlite } from './sqlite.js';

export interface SubmissionRow {
  readonly cluster: string;
  readonly revision: number;
  readonly unit: string;
  readonly sheet_version: number;
  readonly entries: string;
  readonly idempotency_key: string | null;
}

export interface SheetRow {
  readonly unit: string;
  readonly version: number;
  readonly submitted_revision: number | null;
}

export interface ClusterRow {
  readonly code: string;
  readonly requested: number;
  /** Of the stored ranking; null before the first. */
  readonly stored: number | null;
}

/** How far the stored rankings and proposals are. */
export interface StoredRevisions {
  readonly clusters: readonly ClusterRow[];
  /** Revision of the stored proposals of campaign scope; null before the first. */
  readonly campaignRevision: number | null;
}

/** What the database holds of the competition. */
export interface StoredState extends StoredRevisions {
  readonly submissions: readonly SubmissionRow[];
  readonly sheets: readonly SheetRow[];
}

/** Reads past the service, which might repair what it is asked for. */
export function readRevisions(databaseFile: string): Promise<StoredRevisions> {
  return Sqlite.reading(databaseFile, revisionsOf);
}

/** Reads all of it as of one moment. */
export function readState(databaseFile: string): Promise<StoredState> {
  return Sqlite.reading(databaseFile, async (db) => {
    await db.all('BEGIN');
    const submissions = await db.all<SubmissionRow>(
      `SELECT cluster, revision, unit, sheet_version, entries, idempotency_key FROM submission
        WHERE campaign = ? ORDER BY cluster, revision`,
      [CAMPAIGN],
    );
    const sheets = await db.all<SheetRow>('SELECT unit, version, submitted_revision FROM sheet WHERE campaign = ?', [
      CAMPAIGN,
    ]);
    return { submissions, sheets, ...(await revisionsOf(db)) };
  });
}

async function revisionsOf(db: Sqlite): Promise<StoredRevisions> {
  const clusters = await db.all<ClusterRow>(
    `SELECT c.code, c.requested_revision AS requested, r.revision AS stored
       FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
      WHERE c.campaign = ? ORDER BY c.ordinal`,
    [CAMPAIGN],
  );
  const [result] = await db.all<{ revision: number }>('SELECT revision FROM campaign_result WHERE campaign = ?', [
    CAMPAIGN,
  ]);
  return { clusters, campaignRevision: result?.revision ?? null };
}
