import type { SqlRunner } from '@thidua/platform';
import type { ClusterRanking, RewardRow } from '@thidua/scoring';
import type { Ranks } from './live-cluster.js';

export interface StoredClusterResult {
  readonly revision: number;
  readonly engine: string;
  readonly scale: string;
  readonly inputHash: string;
  readonly ranking: ClusterRanking;
  readonly rewards: readonly RewardRow[];
  readonly previousRanks: Ranks | null;
  readonly computedAt: string;
}

export interface ClusterState {
  readonly cluster: string;
  readonly requestedRevision: number;
  /** Null before the cluster was ranked for the first time. */
  readonly stored: StoredClusterResult | null;
}

export interface CampaignState {
  /** The sum of the clusters' requested revisions. */
  readonly requestedRevision: number;
  readonly stored: {
    readonly revision: number;
    readonly engine: string;
    readonly inputHash: string;
    readonly rewards: readonly RewardRow[];
    readonly computedAt: string;
  } | null;
}

interface ClusterRow {
  code: string;
  requested_revision: number;
  revision: number | null;
  engine: string;
  scale: string;
  input_hash: string;
  ranking: string;
  rewards: string;
  previous_ranks: string | null;
  computed_at: string;
}

/** Every cluster of a campaign (or one of them) with its stored result, in file order, of one moment. */
export async function loadClusterResults(db: SqlRunner, campaign: string, cluster?: string): Promise<ClusterState[]> {
  const rows = await db.query<ClusterRow>(
    `SELECT c.code, c.requested_revision, r.revision, r.engine, r.scale, r.input_hash, r.ranking, r.rewards,
            r.previous_ranks, r.computed_at
       FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
      WHERE c.campaign = ?${cluster === undefined ? '' : ' AND c.code = ?'} ORDER BY c.ordinal`,
    cluster === undefined ? [campaign] : [campaign, cluster],
  );
  return rows.map((row) => ({
    cluster: row.code,
    requestedRevision: row.requested_revision,
    stored: row.revision === null ? null : storedResult(row, row.revision),
  }));
}

function storedResult(row: ClusterRow, revision: number): StoredClusterResult {
  return {
    revision,
    engine: row.engine,
    scale: row.scale,
    inputHash: row.input_hash,
    ranking: JSON.parse(row.ranking) as ClusterRanking,
    rewards: JSON.parse(row.rewards) as RewardRow[],
    previousRanks: row.previous_ranks === null ? null : (JSON.parse(row.previous_ranks) as Ranks),
    computedAt: row.computed_at,
  };
}

/** The proposals of campaign scope, and how far the clusters they rest on have moved. */
export async function loadCampaignResult(db: SqlRunner, campaign: string): Promise<CampaignState> {
  const [row] = await db.query<{
    requested: number | string | null;
    revision: number | null;
    engine: string;
    input_hash: string;
    rewards: string;
    computed_at: string;
  }>(
    `SELECT (SELECT SUM(requested_revision) FROM cluster WHERE campaign = ?) AS requested,
            r.revision, r.engine, r.input_hash, r.rewards, r.computed_at
       FROM campaign c LEFT JOIN campaign_result r ON r.campaign = c.code WHERE c.code = ?`,
    [campaign, campaign],
  );
  if (!row) throw new Error(`no campaign ${campaign}`);
  return {
    requestedRevision: Number(row.requested ?? 0),
    stored:
      row.revision === null
        ? null
        : {
            revision: row.revision,
            engine: row.engine,
            inputHash: row.input_hash,
            rewards: JSON.parse(row.rewards) as RewardRow[],
            computedAt: row.computed_at,
          },
  };
}
