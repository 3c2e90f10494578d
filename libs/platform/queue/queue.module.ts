import { BullModule, getQueueToken } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Queue } from 'bull';
import { RedisAccess } from '../redis/redis-access.js';
import { bullClients } from './bull-clients.js';
import { JobAdder } from './job-adder.js';
import { JobRunner } from './job-runner.js';
import { QueueProbe } from './queue-probe.js';
import { Queues } from './queues.js';

/** How Bull runs here; every choice follows from "a job only says: look". */
const SETTINGS = {
  // A worker that died holds its jobs, and keeps new ones of their ids out, until their locks expire and that is
  // noticed. A worker that is merely slow loses its job to another then, and the work is done twice.
  lockDuration: 4000,
  stalledInterval: 1000,
  // A job whose worker died is run again however often that happens; given up, it would block its id.
  maxStalledCount: 1_000_000,
  // After an error (a job flushed away under a worker) the worker takes the next job soon.
  retryProcessDelay: 200,
};

/** A finished job that is kept turns the next one with its id into nothing, silently. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true };

/** Bull on our Redis. Needs `RedisModule` and `MetricsModule`. */
@Module({})
export class QueueModule {
  static forRoot(): DynamicModule {
    const bull = BullModule.forRootAsync({
      inject: [RedisAccess],
      useFactory: (redis: RedisAccess) => ({
        createClient: bullClients(redis),
        settings: SETTINGS,
        defaultJobOptions: JOB_OPTIONS,
        skipVersionCheck: true,
      }),
    });
    const providers = [Queues, JobAdder, JobRunner, QueueProbe];
    return { module: QueueModule, global: true, imports: [bull], providers, exports: providers };
  }

  /** A queue for the slice that imports this, injected by `@InjectQueue(name)`. */
  static register(name: string): DynamicModule {
    const bull = BullModule.registerQueue({ name });
    const charge = {
      provide: `thidua:queue-charge:${name}`,
      inject: [Queues, getQueueToken(name)],
      useFactory: (queues: Queues, queue: Queue) => queues.add(queue),
    };
    return { module: QueueFeature, imports: [bull], providers: [charge], exports: [bull] };
  }
}

@Module({})
class QueueFeature {}
