import { valueRows } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Acceptance } from './judge-submission.js';
import { insertSubmissions } from './recorded-submissions.js';
import type { SubmissionRow } from './recorded-submissions.js';
import { StaleSheet } from './stale-sheet.js';
import { sheetId } from './submission-request.js';
import type { SheetKey } from './submission-request.js';

export interface NumberedAcceptance extends Acceptance {
  /** The cluster's revision that this submission makes, or that the one made whose figures it repeats. */
  readonly revision: number;
  /** 0 when it makes the revision; else how many have repeated its figures. */
  readonly ordinal: number;
}

/**
 * Writes accepted submissions of distinct sheets, and gives them as they are stored.
 * @throws StaleSheet when a draft was saved since the sheets were read: drafts are saved without the cluster's lock, and
 *   one that has just come in must not be overwritten unseen.
 */
export async function storeSubmissions(
  tx: Transaction,
  accepted: readonly NumberedAcceptance[],
  submittedAt: string,
): Promise<SubmissionRow[]> {
  const rows = accepted.map(({ request, revision, ordinal, version, entries }): SubmissionRow => ({
    campaign: request.campaign,
    cluster: request.cluster,
    revision,
    ordinal,
    unit: request.unit,
    stage: request.stage,
    round: request.round,
    sheet_version: version,
    entries,
    submitted_by: request.by.login,
    account_id: request.by.account,
    submitted_at: submittedAt,
    idempotency_key: request.idempotencyKey,
    request_hash: request.hash,
    reopened: null,
    reason: null,
  }));
  await insertSubmissions(tx, rows);
  const kept = await tx.query<SheetKey>(
    `INSERT INTO sheet (campaign, unit, stage, round, cluster, version, draft, submitted_revision, submitted_ordinal)
     VALUES ${valueRows(accepted.length, 9)} ON CONFLICT (campaign, unit, stage, round)
     DO UPDATE SET version = excluded.version, draft = NULL, submitted_revision = excluded.submitted_revision,
       submitted_ordinal = excluded.submitted_ordinal
     WHERE sheet.version = excluded.version - 1 RETURNING campaign, unit, stage, round`,
    accepted.flatMap(({ request, version, revision, ordinal }) => [
      request.campaign,
      request.unit,
      request.stage,
      request.round,
      request.cluster,
      version,
      null,
      revision,
      ordinal,
    ]),
  );
  if (kept.length === accepted.length) return rows;
  const keys = new Set(kept.map(sheetId));
  const stale = accepted.find(({ request }) => !keys.has(sheetId(request)))!;
  throw StaleSheet.of(stale.request);
}
