import { Injectable, Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { runWithCorrelation } from '../logging/correlation.js';
import { Recurring } from '../logging/recurring.js';
import { Metrics } from '../metrics/metrics.service.js';

/** Runs the body of a processor: under the correlation id of the request that caused it, measured and logged. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Job');

  constructor(
    private readonly metrics: Metrics,
    private readonly recurring: Recurring,
  ) {}

  /** @throws what `work` throws, after it was logged; Bull then takes the job for failed. */
  run<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
    const { correlationId } = (job.data ?? {}) as { correlationId?: unknown };
    return runWithCorrelation(correlationId, () => this.measured(job, work));
  }

  private async measured<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    try {
      const result = await work();
      this.metrics.jobEnded(job.name, 'done', seconds());
      this.logger.debug({ msg: 'job done', job: job.name, id: job.id, ms: Math.round(seconds() * 1000) });
      return result;
    } catch (error) {
      this.metrics.jobEnded(job.name, 'failed', seconds());
      if (!this.recurring.outage(error)) {
        this.logger.error({ msg: 'job failed', job: job.name, id: job.id, err: error });
      }
      throw error;
    }
  }
}
