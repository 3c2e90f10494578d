import type { ClusterRevisions, CompiledCampaign } from '@thidua/campaigns';
import { Problem } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { withClasses } from '@thidua/scoring';
import { restsOn, sumOf } from './rests-on.js';
import { isSettled } from './settlement.js';
import type { CampaignState, StoredClusterResult } from './stored-results.js';
import { isOfToday, loadCampaignResult, loadClusterResults, refuseFaulty } from './stored-results.js';

/** The stored result that a review or a decision is about. */
export type Reviewed = StoredClusterResult | NonNullable<CampaignState['stored']>;

/**
 * Locks what a review or decision rests on against further submissions and gives its stored result: the cluster, and
 * where that is settled, or where it is the campaign's own, the others that can change it. `revision` is the sum of
 * theirs.
 * @param rules read before the lock: others may have come into force while it was waited for.
 * @param cluster null for the proposals of campaign scope.
 * @throws Problem `ranking.behind` unless entries, rules, stored result and `revision` all agree; `ranking.faulty` where a
 *   condition divides by zero.
 */
export async function lockReviewed(
  tx: Transaction,
  revisions: ClusterRevisions,
  rules: CompiledCampaign,
  cluster: string | null,
  revision: number,
): Promise<Reviewed> {
  const { code: campaign, plan } = rules;
  const behind = (): Problem => new Problem('ranking.behind', 409, { params: { cluster: cluster ?? campaign } });
  const ofCluster = async () => (await loadClusterResults(tx, campaign, cluster!))[0]!;
  if (!isSettled(plan, cluster)) {
    const requested = await revisions.lock(tx, campaign, cluster!);
    if (!(await isInForce(tx, rules))) throw behind();
    const { stored } = await ofCluster();
    if (stored?.revision !== revision || requested !== revision || !isOfToday(stored, rules)) throw behind();
    await refuseFaulty(tx, campaign, [cluster!]);
    return stored;
  }
  const clusters = restsOn(plan, cluster);
  const requested = await revisions.lockEach(tx, campaign, clusters);
  if (!(await isInForce(tx, rules))) throw behind();
  const { stored: settlement } = await loadCampaignResult(tx, campaign);
  if (settlement === null || !isOfToday(settlement, rules)) throw behind();
  // Revisions only grow, so equal sums mean equal revisions.
  if (sumOf(settlement.revisions, clusters) !== revision || requested !== revision) throw behind();
  await refuseFaulty(tx, campaign, clusters);
  if (cluster === null) return settlement;
  // Settled from rankings whose revisions sum up to the entries', it rests on the newest of each.
  const stored = (await ofCluster()).stored!;
  return { ...stored, ranking: withClasses(stored.ranking, settlement) };
}

/** Who puts other rules in force locks every cluster: as long as one is locked here, what this tells stays so. */
async function isInForce(tx: Transaction, { code, ruleSet }: CompiledCampaign): Promise<boolean> {
  const [row] = await tx.query<{ rule_set: number }>('SELECT rule_set FROM campaign WHERE code = ?', [code]);
  return row?.rule_set === ruleSet;
}
