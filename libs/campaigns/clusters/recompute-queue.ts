import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { JobAdder } from '@thidua/platform';
import type { Queue } from 'bull';

export const RECOMPUTE_QUEUE = 'recompute';
export const RECOMPUTE_CLUSTER = 'cluster';
export const RECOMPUTE_CAMPAIGN = 'campaign';

export interface RecomputeJob {
  readonly campaign: string;
  /** Absent: the proposals that need every cluster of the campaign. */
  readonly cluster?: string;
}

/**
 * Says "look" to whoever recomputes. The truth is in the database: a job lost, doubled or late costs time, not
 * correctness, and the sweep finds what nobody was told of.
 */
@Injectable()
export class RecomputeQueue {
  constructor(
    @InjectQueue(RECOMPUTE_QUEUE) private readonly queue: Queue<RecomputeJob>,
    private readonly jobs: JobAdder,
  ) {}

  requestCluster(campaign: string, cluster: string): void {
    this.jobs.addSoon(this.queue, RECOMPUTE_CLUSTER, { campaign, cluster }, { jobId: `${campaign}/${cluster}` });
  }

  requestCampaign(campaign: string): void {
    this.jobs.addSoon(this.queue, RECOMPUTE_CAMPAIGN, { campaign }, { jobId: campaign });
  }

  /** Asks for what was asked for in vain, and removes from the queue what may be the reason. */
  requestAgain({ campaign, cluster }: RecomputeJob): void {
    if (cluster === undefined) this.jobs.addAnew(this.queue, RECOMPUTE_CAMPAIGN, { campaign }, { jobId: campaign });
    else this.jobs.addAnew(this.queue, RECOMPUTE_CLUSTER, { campaign, cluster }, { jobId: `${campaign}/${cluster}` });
  }
}
