import type { RecordedAct } from '@thidua/identity';
import type { SqlRunner } from '@thidua/platform';
import { REQUESTED_OF_REVIEW } from '@thidua/rankings';
import type { ReviewView } from '@thidua/rankings';

/** The latest review of each group of a campaign, by cluster code; '' stands for the campaign's own rewards. */
export async function loadReviews(db: SqlRunner, campaign: string): Promise<Map<string, ReviewView & RecordedAct>> {
  const rows = await db.query<{
    id: number;
    cluster: string | null;
    outcome: string;
    revision: number;
    reason: string | null;
    by: string;
    account: number | null;
    at: string;
    requested: number | string;
  }>(
    `SELECT v.id, v.cluster, v.outcome, v.revision, v.reason, v.reviewed_by AS "by", v.account_id AS account, v.reviewed_at AS "at",
            ${REQUESTED_OF_REVIEW} AS requested FROM review v
      WHERE v.id IN (SELECT MAX(id) FROM review WHERE campaign = ? GROUP BY cluster)`,
    [campaign],
  );
  return new Map(
    rows.map(({ cluster, requested, ...review }) => [
      cluster ?? '',
      { ...review, current: Number(requested) === review.revision },
    ]),
  );
}
