import { Injectable } from '@nestjs/common';
import type { Transaction } from '@thidua/platform';
import { RecomputeQueue } from './recompute-queue.js';

/** The clusters' dirty marks: how far their facts have moved, against which stored rankings are judged. */
@Injectable()
export class ClusterRevisions {
  constructor(private readonly queue: RecomputeQueue) {}

  /**
   * Locks the cluster for this transaction and gives its revision. Whoever changes facts of a cluster takes this lock
   * first, so that revisions count the changes in the order they are committed.
   */
  async lock(tx: Transaction, campaign: string, cluster: string): Promise<number> {
    const [row] = await tx.query<{ requested_revision: number }>(
      `SELECT requested_revision FROM cluster WHERE campaign = ? AND code = ?${tx.forUpdate}`,
      [campaign, cluster],
    );
    if (!row) throw new Error(`no cluster ${campaign}/${cluster}`);
    return row.requested_revision;
  }

  /** `lock` for who reads the revision himself: nothing to do where writers are serial anyway. */
  async hold(tx: Transaction, campaign: string, cluster: string): Promise<void> {
    if (tx.forUpdate !== '') await this.lock(tx, campaign, cluster);
  }

  /** Locks every cluster of the campaign, in one order for all who do, and gives the sum of their revisions. */
  async lockAll(tx: Transaction, campaign: string): Promise<number> {
    const rows = await tx.query<{ requested_revision: number }>(
      `SELECT requested_revision FROM cluster WHERE campaign = ? ORDER BY code${tx.forUpdate}`,
      [campaign],
    );
    return rows.reduce((sum, row) => sum + row.requested_revision, 0);
  }

  /** Marks that the locked cluster's facts now stand at `revision`, and tells the queue once that is durable. */
  async moveTo(tx: Transaction, campaign: string, cluster: string, revision: number): Promise<void> {
    await tx.query('UPDATE cluster SET requested_revision = ? WHERE campaign = ? AND code = ?', [
      revision,
      campaign,
      cluster,
    ]);
    tx.afterCommit(() => this.queue.requestCluster(campaign, cluster));
  }
}
