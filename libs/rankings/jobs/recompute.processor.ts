import { setTimeout as sleep } from 'node:timers/promises';
import { OnQueueCompleted, Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import { RECOMPUTE_CAMPAIGN, RECOMPUTE_CLUSTER, RECOMPUTE_QUEUE, RecomputeQueue } from '@thidua/campaigns';
import type { RecomputeJob } from '@thidua/campaigns';
import { SubmitSheet } from '@thidua/entries';
import { JobRunner } from '@thidua/platform';
import type { Job } from 'bull';
import { Behind } from '../behind.service.js';
import { RecomputeCampaign } from '../recompute-campaign.service.js';
import { RecomputeCluster } from '../recompute-cluster.service.js';

/** Clusters recomputed side by side: enough to fill the waits for the database. */
const CONCURRENCY = 4;
/** With more submissions than this under way, a ranking waits a little: it will count more of them at once. */
const BUSY = 8;
const WAIT_MS = 30;
const LOOK_MS = 5;

/** Turns the queue's "look" into a recompute. The job carries no facts, so it may run twice, late or never. */
@Processor(RECOMPUTE_QUEUE)
export class RecomputeProcessor {
  private readonly logger = new Logger('Recompute');

  constructor(
    private readonly clusters: RecomputeCluster,
    private readonly campaigns: RecomputeCampaign,
    private readonly submissions: SubmitSheet,
    private readonly behind: Behind,
    private readonly queue: RecomputeQueue,
    private readonly runner: JobRunner,
  ) {}

  @Process({ name: RECOMPUTE_CLUSTER, concurrency: CONCURRENCY })
  cluster(job: Job<RecomputeJob>): Promise<void> {
    return this.runner.run(job, async () => {
      for (let waited = 0; waited < WAIT_MS && this.submissions.pending > BUSY; waited += LOOK_MS) await sleep(LOOK_MS);
      await this.clusters.recompute(job.data.campaign, job.data.cluster!);
    });
  }

  @Process({ name: RECOMPUTE_CAMPAIGN, concurrency: 1 })
  campaign(job: Job<RecomputeJob>): Promise<void> {
    return this.runner.run(job, () => this.campaigns.recompute(job.data.campaign));
  }

  /**
   * Looks once more after the job is gone from the queue: an `add` while it was ending was a silent no-op, since the
   * queue still held a job of that id.
   */
  @OnQueueCompleted()
  async completed({ data }: Job<RecomputeJob>): Promise<void> {
    try {
      await this.lookAgain(data);
    } catch (error) {
      // Nobody waits for this promise: rejected, it would end the process. The sweep looks, too.
      this.logger.debug({ msg: 'not looked again', ...data, err: error });
    }
  }

  private async lookAgain({ campaign, cluster }: RecomputeJob): Promise<void> {
    if (cluster === undefined) {
      if (await this.behind.campaign(campaign)) this.queue.requestCampaign(campaign);
    } else if (await this.behind.cluster(campaign, cluster)) this.queue.requestCluster(campaign, cluster);
  }
}
