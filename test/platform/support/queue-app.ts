import { InjectQueue, Process, Processor } from '@nestjs/bull';
import type { INestApplicationContext } from '@nestjs/common';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Job, Queue } from 'bull';
import { ConfigModule } from '../../../libs/platform/config/config.module.js';
import type { Config } from '../../../libs/platform/config/config.js';
import { currentCorrelationId } from '../../../libs/platform/logging/correlation.js';
import { LoggerModule } from '../../../libs/platform/logging/logger.module.js';
import { NestLogger } from '../../../libs/platform/logging/nest-logger.js';
import { MetricsModule } from '../../../libs/platform/metrics/metrics.module.js';
import { JobAdder } from '../../../libs/platform/queue/job-adder.js';
import { JobRunner } from '../../../libs/platform/queue/job-runner.js';
import { QueueModule } from '../../../libs/platform/queue/queue.module.js';
import { Queues } from '../../../libs/platform/queue/queues.js';
import { RedisModule } from '../../../libs/platform/redis/redis.module.js';
import { keptLogger } from './log-lines.js';

/** What the test's processor has seen. */
export interface Seen {
  readonly key: string;
  readonly correlationId: string | undefined;
}

@Injectable()
export class Work {
  readonly seen: Seen[] = [];
  /** What a job waits for before it is done. */
  gate: Promise<void> = Promise.resolve();
  running = 0;

  constructor(
    @InjectQueue('work') readonly queue: Queue,
    private readonly adder: JobAdder,
  ) {}

  addSoon(key: string, jobId?: string): void {
    this.adder.addSoon(this.queue, 'look', { key }, jobId === undefined ? {} : { jobId });
  }

  has(key: string): boolean {
    return this.seen.some((one) => one.key === key);
  }
}

@Processor('work')
class WorkProcessor {
  constructor(
    private readonly work: Work,
    private readonly runner: JobRunner,
  ) {}

  @Process({ name: 'look', concurrency: 2 })
  look(job: Job<{ key: string }>): Promise<void> {
    return this.runner.run(job, async () => {
      this.work.running++;
      await this.work.gate;
      this.work.running--;
      if (job.data.key === 'bad') throw new Error('bad job');
      this.work.seen.push({ key: job.data.key, correlationId: currentCorrelationId() });
    });
  }
}

export interface QueueApp {
  readonly context: INestApplicationContext;
  readonly work: Work;
  readonly queues: Queues;
  readonly lines: Record<string, unknown>[];
}

/** A process with one queue and its processor, on the private Redis of a data folder or on an external one. */
export async function startQueueApp(settings: Pick<Config, 'dataDir' | 'redis'>): Promise<QueueApp> {
  const { logger, lines } = keptLogger('info');
  const config = { shutdownSeconds: 2, ...settings } as Config;

  @Module({
    imports: [
      ConfigModule.forRoot(config),
      LoggerModule.forRoot(logger),
      MetricsModule.forRoot({ http: false }),
      RedisModule.forRoot({ owner: true }),
      QueueModule.forRoot(),
      QueueModule.register('work'),
    ],
    providers: [Work, WorkProcessor],
  })
  class App {}

  const context = await NestFactory.createApplicationContext(App, { logger: new NestLogger(logger) });
  return { context, work: context.get(Work), queues: context.get(Queues), lines };
}
