import type { ClusterRevisions } from '@thidua/campaigns';
import { Problem } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { CampaignState, StoredClusterResult } from './stored-results.js';
import { loadCampaignResult, loadClusterResults } from './stored-results.js';

/** The stored result that a review or a decision is about. */
export type Reviewed = StoredClusterResult | NonNullable<CampaignState['stored']>;

/**
 * Locks what a review or decision rests on against further submissions and gives its stored result.
 * @param cluster null for the proposals of campaign scope.
 * @throws Problem `ranking.behind` unless entries, stored result and `revision` all agree.
 */
export async function lockReviewed(
  tx: Transaction,
  revisions: ClusterRevisions,
  campaign: string,
  cluster: string | null,
  revision: number,
): Promise<Reviewed> {
  const requested =
    cluster === null ? await revisions.lockAll(tx, campaign) : await revisions.lock(tx, campaign, cluster);
  const stored =
    cluster === null
      ? (await loadCampaignResult(tx, campaign)).stored
      : (await loadClusterResults(tx, campaign, cluster))[0]?.stored;
  if (!stored || stored.revision !== revision || requested !== revision) {
    throw new Problem('ranking.behind', 409, { params: { cluster: cluster ?? campaign } });
  }
  return stored;
}
