import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { RECOMPUTE_QUEUE, RecomputeQueue } from '@thidua/campaigns';
import type { RecomputeJob } from '@thidua/campaigns';
import { Config, Queues, Recurring } from '@thidua/platform';
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

/** How many sweeps in a row have found an item where it was. */
interface Watched {
  readonly computed: number;
  readonly sweeps: number;
}

/**
 * Finds every few seconds, and at start, what is behind, and asks for it again: jobs may be lost with Redis, and the
 * queue's memory is never trusted. When even that moves nothing, it renews the queue's connections and recomputes
 * itself, so that nothing stays stuck while the database is well.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;
  private isFirst = true;
  private watched = new Map<string, Watched>();

  constructor(
    private readonly behind: Behind,
    private readonly recomputeQueue: RecomputeQueue,
    private readonly clusters: RecomputeCluster,
    private readonly campaigns: RecomputeCampaign,
    private readonly queues: Queues,
    @InjectQueue(RECOMPUTE_QUEUE) private readonly queue: Queue<RecomputeJob>,
    private readonly config: Config,
    private readonly recurring: Recurring,
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
    this.watch(behind);
    const first = this.isFirst;
    this.isFirst = false;
    if (first) return this.recompute(behind);
    for (const item of behind) this.request(item);
    const stuck = behind.filter((item) => this.watched.get(keyOf(item))!.sweeps >= PATIENCE);
    if (stuck.length === 0) return;
    this.recurring.tell('the queue does not move; recomputing without it', { rankings: stuck.length });
    this.queues.rebuild(this.queue);
    await this.recompute(stuck);
  }

  /** Takes note of what is behind, and of what has not moved since the sweep before. */
  private watch(behind: readonly Item[]): void {
    const before = this.watched;
    this.watched = new Map(
      behind.map((item) => {
        const known = before.get(keyOf(item));
        const sweeps = known?.computed === item.computed ? known.sweeps + 1 : 0;
        return [keyOf(item), { computed: item.computed, sweeps }];
      }),
    );
  }

  /** What has just come behind is most likely under way; to look for what keeps it from moving costs several questions. */
  private request(item: Item): void {
    const { campaign, cluster } = item;
    const isNew = this.watched.get(keyOf(item))!.sweeps === 0;
    if (cluster !== undefined && isNew) this.recomputeQueue.requestCluster(campaign, cluster);
    else this.recomputeQueue.requestAgain(item);
  }

  private async recompute(items: readonly Item[]): Promise<void> {
    for (const { campaign, cluster } of items) {
      if (cluster !== undefined) await this.tolerate(campaign, this.clusters.recompute(campaign, cluster));
    }
    for (const campaign of new Set(items.map((item) => item.campaign))) {
      await this.tolerate(campaign, this.campaigns.recompute(campaign));
    }
  }

  /** One that fails must not keep those after it waiting. */
  private async tolerate(campaign: string, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      if (!this.recurring.outage(error)) this.recurring.tell(`recompute failed: ${campaign}`, { err: error });
    });
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .catch((error: unknown) => {
          if (!this.recurring.outage(error)) this.recurring.tell('sweep failed', { err: error });
        })
        .finally(() => this.next(this.config.sweepMs));
    }, afterMs);
  }
}

function keyOf({ campaign, cluster }: Item): string {
  return `${campaign}/${cluster ?? ''}`;
}
