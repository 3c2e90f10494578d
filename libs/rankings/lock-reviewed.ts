import type { ClusterRevisions } from '@thidua/campaigns';
import { Problem } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { withClasses } from '@thidua/scoring';
import type { Plan } from '@thidua/scoring';
import { restsOnAll } from './settlement.js';
import type { CampaignState, StoredClusterResult } from './stored-results.js';
import { isCurrent, loadCampaignResult, loadClusterResults, refuseFaulty } from './stored-results.js';

/** The stored result that a review or a decision is about. */
export type Reviewed = StoredClusterResult | NonNullable<CampaignState['stored']>;

/**
 * Locks what a review or decision rests on against further submissions and gives its stored result. A cluster whose
 * classes are settled rests on every cluster, as does what is the campaign's own; `revision` is then that of the
 * settlement.
 * @param cluster null for the proposals of campaign scope.
 * @throws Problem `ranking.behind` unless entries, stored result and `revision` all agree; `ranking.faulty` where a
 *   condition divides by zero.
 */
export async function lockReviewed(
  tx: Transaction,
  revisions: ClusterRevisions,
  plan: Plan,
  cluster: string | null,
  revision: number,
): Promise<Reviewed> {
  const { code: campaign } = plan.campaign;
  const behind = (): Problem => new Problem('ranking.behind', 409, { params: { cluster: cluster ?? campaign } });
  const ofCluster = async () => (await loadClusterResults(tx, campaign, cluster!))[0]!;
  if (!restsOnAll(plan, cluster)) {
    const requested = await revisions.lock(tx, campaign, cluster!);
    const state = await ofCluster();
    if (requested !== revision || !isCurrent(state, plan)) throw behind();
    await refuseFaulty(tx, campaign, cluster);
    return state.stored!;
  }
  const requested = await revisions.lockAll(tx, campaign);
  const state = await loadCampaignResult(tx, campaign);
  if (requested !== revision || !isCurrent(state, plan)) throw behind();
  const settlement = state.stored!;
  await refuseFaulty(tx, campaign, null);
  if (cluster === null) return settlement;
  // Settled from rankings whose revisions sum up to the entries', it rests on the newest of each.
  const stored = (await ofCluster()).stored!;
  return { ...stored, ranking: withClasses(stored.ranking, settlement) };
}
