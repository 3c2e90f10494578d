import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { RECOMPUTE_QUEUE, RecomputeQueue } from '@thidua/campaigns';
import type { RecomputeJob } from '@thidua/campaigns';
import { Config, Queues } from '@thidua/platform';
import type { Queue } from 'bull';
import { Behind } from '../behind.service.js';
import { RecomputeCampaign } from '../recompute-campaign.service.js';
import { RecomputeCluster } from '../recompute-cluster.service.js';

/** Sweeps without any progress after which the queue's connections are taken to hang. */
const PATIENCE = 3;

/** A cluster that is behind, or, without a cluster, what needs every cluster of the campaign. */
interface Item extends RecomputeJob {
  readonly computed: number;
}

/**
 * Finds every few seconds, and at start, what is behind, and asks for it again: jobs may be lost with Redis, and the
 * queue's memory is never trusted. When even that moves nothing, it renews the queue's connections and recomputes
 * itself, so that nothing stays stuck while the database is well.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Sweep');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;
  private isFirst = true;
  private unmoved = new Map<string, { computed: number; sweeps: number }>();

  constructor(
    private readonly behind: Behind,
    private readonly recomputeQueue: RecomputeQueue,
    private readonly clusters: RecomputeCluster,
    private readonly campaigns: RecomputeCampaign,
    private readonly queues: Queues,
    @InjectQueue(RECOMPUTE_QUEUE) private readonly queue: Queue<RecomputeJob>,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  /**
   * One sweep. The first of a process recomputes all that is behind: a process that died may have left its jobs in the
   * queue, where they keep new ones of their ids out until their locks expire.
   */
  async sweep(): Promise<void> {
    const behind: Item[] = [...(await this.behind.clusters()), ...(await this.behind.campaigns())];
    const stuck = this.findStuck(behind);
    const first = this.isFirst;
    this.isFirst = false;
    if (first) return this.recompute(behind);
    for (const { campaign, cluster } of behind) {
      if (cluster === undefined) this.recomputeQueue.requestCampaign(campaign);
      else this.recomputeQueue.requestCluster(campaign, cluster);
    }
    if (stuck.length === 0) return;
    this.logger.warn({ msg: 'the queue does not move; recomputing without it', rankings: stuck.length });
    this.queues.rebuild(this.queue);
    await this.recompute(stuck);
  }

  /** Those which several sweeps have asked for in vain. */
  private findStuck(behind: readonly Item[]): Item[] {
    const before = this.unmoved;
    this.unmoved = new Map();
    return behind.filter(({ campaign, cluster, computed }) => {
      const key = `${campaign}/${cluster ?? ''}`;
      const known = before.get(key);
      const sweeps = known?.computed === computed ? known.sweeps + 1 : 0;
      this.unmoved.set(key, { computed, sweeps });
      return sweeps >= PATIENCE;
    });
  }

  private async recompute(items: readonly Item[]): Promise<void> {
    for (const { campaign, cluster } of items) {
      if (cluster !== undefined) await this.clusters.recompute(campaign, cluster);
    }
    for (const campaign of new Set(items.map((item) => item.campaign))) await this.campaigns.recompute(campaign);
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .catch((error: unknown) => this.logger.error({ msg: 'sweep failed', err: error }))
        .finally(() => this.next(this.config.sweepMs));
    }, afterMs);
  }
}
