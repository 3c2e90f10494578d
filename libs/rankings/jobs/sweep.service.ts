import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { RECOMPUTE_QUEUE, RecomputeQueue } from '@thidua/campaigns';
import type { RecomputeJob } from '@thidua/campaigns';
import { Config, Queues } from '@thidua/platform';
import type { Queue } from 'bull';
import { Behind } from '../behind.service.js';
import type { BehindCluster } from '../behind.service.js';
import { RecomputeCampaign } from '../recompute-campaign.service.js';
import { RecomputeCluster } from '../recompute-cluster.service.js';

/** Sweeps without any progress after which the queue's connections are taken to hang. */
const PATIENCE = 3;

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
  private stuckSince = new Map<string, { computed: number; sweeps: number }>();

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

  /** One sweep. */
  async sweep(): Promise<void> {
    const clusters = await this.behind.clusters();
    for (const { campaign, cluster } of clusters) this.recomputeQueue.requestCluster(campaign, cluster);
    for (const campaign of await this.behind.campaigns()) this.recomputeQueue.requestCampaign(campaign);
    await this.unstick(clusters);
  }

  /** Recomputes here what several sweeps have asked for in vain. */
  private async unstick(clusters: readonly BehindCluster[]): Promise<void> {
    const before = this.stuckSince;
    this.stuckSince = new Map();
    const stuck: BehindCluster[] = [];
    for (const each of clusters) {
      const key = `${each.campaign}/${each.cluster}`;
      const known = before.get(key);
      const sweeps = known?.computed === each.computed ? known.sweeps + 1 : 0;
      this.stuckSince.set(key, { computed: each.computed, sweeps });
      if (sweeps >= PATIENCE) stuck.push(each);
    }
    if (stuck.length === 0) return;
    this.logger.warn({ msg: 'the queue does not move; recomputing without it', clusters: stuck.length });
    this.queues.rebuild(this.queue);
    for (const { campaign, cluster } of stuck) await this.clusters.recompute(campaign, cluster);
    for (const campaign of new Set(stuck.map((each) => each.campaign))) await this.campaigns.recompute(campaign);
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
