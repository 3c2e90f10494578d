import { Injectable } from '@nestjs/common';
import type { SqlRunner } from '@thidua/platform';
import { Reader } from '@thidua/platform';
import { REQUESTED_OF_REVIEW } from '@thidua/rankings';

export interface ProposalState {
  readonly id: number;
  readonly reward: string;
  readonly unit: string;
  /** Null for a reward of campaign scope. */
  readonly cluster: string | null;
  /** The group whose endorsement it comes from: a cluster, or null for the campaign. */
  readonly group: string | null;
  readonly revision: number;
  /** How many places the reward had in its group. */
  readonly quota: number;
  /** Whether the entries that its endorsement rests on still stand at that revision. */
  readonly current: boolean;
  /** Whether the unit was given this reward by an earlier proposal: one achievement is never rewarded twice. */
  readonly awardedBefore: boolean;
  readonly decision: {
    readonly number: number;
    readonly outcome: 'approve' | 'reject';
    readonly reason: string | null;
    /** What the account was called then. */
    readonly by: string;
    readonly account: number | null;
    readonly at: string;
  } | null;
}

interface ProposalRow {
  id: number;
  reward: string;
  unit: string;
  cluster: string | null;
  review_cluster: string | null;
  revision: number;
  quota: number;
  requested: number | string;
  awarded_before: number | string;
  number: number | null;
  outcome: 'approve' | 'reject';
  reason: string | null;
  decided_by: string;
  account_id: number | null;
  decided_at: string;
}

/**
 * The proposals of a campaign: those of each group's latest review when that endorsed the ranking, but for rewards the
 * unit was given already, and earlier ones that were decided.
 */
@Injectable()
export class Proposals {
  constructor(private readonly reader: Reader) {}

  async list(campaign: string): Promise<ProposalState[]> {
    const all = await loadProposals(this.reader, campaign);
    return all.filter(({ decision, awardedBefore }) => decision !== null || !awardedBefore);
  }
}

/** @param only the number of one of them; without, all. */
export async function loadProposals(db: SqlRunner, campaign: string, only?: number): Promise<ProposalState[]> {
  const rows = await db.query<ProposalRow>(
    `SELECT p.id, p.reward, p.unit, p.cluster, v.cluster AS review_cluster, p.revision, p.quota,
            ${REQUESTED_OF_REVIEW} AS requested,
            (SELECT COUNT(*) FROM proposal q JOIN decision e ON e.proposal_id = q.id AND e.outcome = 'approve'
              WHERE q.campaign = p.campaign AND q.reward = p.reward AND q.unit = p.unit AND q.id <> p.id) AS awarded_before,
            d.number, d.outcome, d.reason, d.decided_by, d.account_id, d.decided_at
       FROM proposal p JOIN review v ON v.id = p.review_id LEFT JOIN decision d ON d.proposal_id = p.id
      WHERE p.campaign = ?${only === undefined ? '' : ' AND p.id = ?'} AND (d.number IS NOT NULL OR NOT EXISTS (
              SELECT 1 FROM review later WHERE later.campaign = v.campaign AND later.id > v.id
                 AND COALESCE(later.cluster, '') = COALESCE(v.cluster, '')))
      ORDER BY p.id`,
    only === undefined ? [campaign] : [campaign, only],
  );
  return rows.map((row) => ({
    id: row.id,
    reward: row.reward,
    unit: row.unit,
    cluster: row.cluster,
    group: row.review_cluster,
    revision: row.revision,
    quota: row.quota,
    current: Number(row.requested) === row.revision,
    awardedBefore: Number(row.awarded_before) > 0,
    decision:
      row.number === null
        ? null
        : {
            number: row.number,
            outcome: row.outcome,
            reason: row.reason,
            by: row.decided_by,
            account: row.account_id,
            at: row.decided_at,
          },
  }));
}
