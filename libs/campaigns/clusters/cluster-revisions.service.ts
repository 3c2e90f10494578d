import { Injectable } from '@nestjs/common';
import { placeholders, valueRows } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';

export interface ClusterKey {
  readonly campaign: string;
  readonly cluster: string;
}

/** Longer than anybody keeps a cluster who is at work; much less than one waits for who is not. */
const MOMENT_MS = 250;

/** The clusters' dirty marks: how far their facts have moved, against which stored rankings are judged. */
@Injectable()
export class ClusterRevisions {
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

  /**
   * Locks several clusters, in one order for all who do, for who reads their revisions himself: there is nothing to do
   * where writers are serial anyway.
   */
  async hold(tx: Transaction, clusters: readonly ClusterKey[]): Promise<void> {
    if (tx.forUpdate !== '' && clusters.length > 0) await this.held(tx, clusters, tx.forUpdate);
  }

  /**
   * The same for who has something else to do than to wait: for those that somebody else keeps it waits for a moment, or
   * not at all.
   * @returns of each cluster whether it is held.
   * @throws as busy when one was not had within the moment.
   */
  async holdFree(tx: Transaction, clusters: readonly ClusterKey[], patience: 'moment' | 'none'): Promise<boolean[]> {
    if (tx.forUpdate === '' || clusters.length === 0) return clusters.map(() => true);
    if (patience === 'moment') {
      await tx.query(`SET LOCAL lock_timeout = ${MOMENT_MS}`);
      await this.held(tx, clusters, tx.forUpdate);
      await tx.query('SET LOCAL lock_timeout TO DEFAULT');
      return clusters.map(() => true);
    }
    const rows = await this.held(tx, clusters, `${tx.forUpdate} SKIP LOCKED`);
    const held = new Set(rows.map(({ campaign, code }) => `${campaign}/${code}`));
    return clusters.map(({ campaign, cluster }) => held.has(`${campaign}/${cluster}`));
  }

  private held(
    tx: Transaction,
    clusters: readonly ClusterKey[],
    locking: string,
  ): Promise<{ campaign: string; code: string }[]> {
    return tx.query(
      `SELECT campaign, code FROM cluster WHERE (campaign, code) IN (VALUES ${valueRows(clusters.length, 2)})
        ORDER BY campaign, code${locking}`,
      clusters.flatMap(({ campaign, cluster }) => [campaign, cluster]),
    );
  }

  /** Locks clusters of the campaign, in one order for all who do, and gives the sum of their revisions. */
  async lockEach(tx: Transaction, campaign: string, clusters: readonly string[]): Promise<number> {
    const { list, pad } = placeholders(clusters.length);
    const rows = await tx.query<{ requested_revision: number }>(
      `SELECT requested_revision FROM cluster WHERE campaign = ? AND code IN (${list}) ORDER BY code${tx.forUpdate}`,
      [campaign, ...pad(clusters)],
    );
    return rows.reduce((sum, row) => sum + row.requested_revision, 0);
  }

  /**
   * Raises the revisions of clusters that are still at the ones named, where something else than entries has changed
   * what their results say; gives those it has raised.
   */
  async raise(
    tx: Transaction,
    clusters: readonly (ClusterKey & { readonly revision: number })[],
  ): Promise<ClusterKey[]> {
    if (clusters.length === 0) return [];
    const rows = await tx.query<{ campaign: string; code: string }>(
      `UPDATE cluster SET requested_revision = requested_revision + 1
         FROM (VALUES ${valueRows(clusters.length, 3)}) AS m
        WHERE cluster.campaign = m.column1 AND cluster.code = m.column2
          AND cluster.requested_revision = CAST(m.column3 AS integer) RETURNING cluster.campaign, cluster.code`,
      clusters.flatMap(({ campaign, cluster, revision }) => [campaign, cluster, revision]),
    );
    return rows.map(({ campaign, code }) => ({ campaign, cluster: code }));
  }

  /**
   * Marks that the locked clusters' facts now stand at these revisions; of several for a cluster the last counts. Once
   * that is durable somebody must ask for the rankings (`RecomputeQueue`), or the sweep will, later.
   */
  async moveTo(tx: Transaction, moves: readonly (ClusterKey & { readonly revision: number })[]): Promise<void> {
    if (moves.length === 0) return;
    const last = [...new Map(moves.map((move) => [`${move.campaign}/${move.cluster}`, move])).values()];
    await tx.query(
      `UPDATE cluster SET requested_revision = CAST(m.column3 AS integer)
         FROM (VALUES ${valueRows(last.length, 3)}) AS m
        WHERE cluster.campaign = m.column1 AND cluster.code = m.column2`,
      last.flatMap(({ campaign, cluster, revision }) => [campaign, cluster, revision]),
    );
  }
}
