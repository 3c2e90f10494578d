import type { CompiledCampaign } from '@thidua/campaigns';
import type { SqlRunner } from '@thidua/platform';
import { ENGINE } from '@thidua/scoring';
import type { Plan, RewardRow, SettlementBasis, UnsettledCluster } from '@thidua/scoring';
import { completed } from './bare-ranking.js';
import type { BareRanking } from './bare-ranking.js';

/** Whether classes or rewards of the campaign follow from every cluster's ranking, and so are settled after them. */
export function needsSettlement({ campaignRewards, clusters }: Plan): boolean {
  return campaignRewards.length > 0 || clusters.some(({ settled }) => settled);
}

/** Whether what a review of this cluster (null: of what is the campaign's own) is about is settled. */
export function isSettled({ clusterOf }: Plan, cluster: string | null): boolean {
  return cluster === null || clusterOf.get(cluster)!.settled;
}

/** A cluster's stored ranking with what settling it takes. */
export interface RankedForSettlement extends UnsettledCluster {
  readonly revision: number;
  readonly inputHash: string;
}

const NO_POINTS = { criteria: {}, rounds: {} };

interface Row {
  revision: number | null;
  engine: string;
  as_of: string;
  rule_set: number;
  input_hash: string;
  ranking: string;
  basis: string;
  rewards: string;
}

/**
 * Every cluster's stored ranking, in file order; null for one that was never ranked, or only by another engine, by
 * other rules or of another day.
 */
export async function loadForSettlement(
  db: SqlRunner,
  { code: campaign, ruleSet, plan: { asOf } }: CompiledCampaign,
): Promise<(RankedForSettlement | null)[]> {
  const rows = await db.query<Row>(
    `SELECT r.revision, r.engine, r.as_of, r.rule_set, r.input_hash, r.ranking, r.basis, r.rewards
       FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
      WHERE c.campaign = ? ORDER BY c.ordinal`,
    [campaign],
  );
  return rows.map(({ revision, engine, as_of, rule_set, input_hash, ranking, basis, rewards }) =>
    revision === null || engine !== ENGINE || as_of !== asOf || rule_set !== ruleSet
      ? null
      : {
          revision,
          inputHash: input_hash,
          // The points of criteria are not read: what they decide is in the basis.
          ranking: completed(JSON.parse(ranking) as BareRanking, () => NO_POINTS),
          basis: JSON.parse(basis) as SettlementBasis,
          rewards: JSON.parse(rewards) as RewardRow[],
        },
  );
}
