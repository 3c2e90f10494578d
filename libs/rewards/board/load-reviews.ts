import type { SqlRunner } from '@thidua/platform';
import type { ReviewView } from '@thidua/rankings';

/** The latest review of each group of a campaign, by cluster code; '' stands for the campaign's own rewards. */
export async function loadReviews(db: SqlRunner, campaign: string): Promise<Map<string, Omit<ReviewView, 'current'>>> {
  const rows = await db.query<{
    cluster: string | null;
    outcome: string;
    revision: number;
    reason: string | null;
    by: string;
    at: string;
  }>(
    `SELECT cluster, outcome, revision, reason, reviewed_by AS "by", reviewed_at AS "at" FROM review
      WHERE id IN (SELECT MAX(id) FROM review WHERE campaign = ? GROUP BY cluster)`,
    [campaign],
  );
  return new Map(rows.map(({ cluster, ...review }) => [cluster ?? '', review]));
}
