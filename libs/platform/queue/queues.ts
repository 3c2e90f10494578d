import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Redis } from 'ioredis';
import { Config } from '../config/config.js';
import { isRefusalOfRedis } from '../logging/outage.js';
import { Recurring } from '../logging/recurring.js';
import { abandon, repairBull } from './repair-bull.js';

/** For the processor's own clean-up when Redis is away. */
const UNREACHABLE_MS = 500;
const CONNECT_MS = 5000;
/** Within this of an answer, even of a refusal, no connection is taken to hang. */
const ANSWERED_MS = 5000;

/** Which connections a Bull queue has opened; asking for one opens it. */
interface Opened {
  readonly eclient: Redis;
  readonly bclient: Redis;
  readonly subscriberInitialized?: boolean;
  readonly bclientInitialized?: boolean;
}

/** The queues of this process: their errors told, their connections renewed, their jobs finished before it ends. */
@Injectable()
export class Queues implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly queues = new Set<Queue>();

  private refusedAt = -Infinity;

  constructor(
    private readonly config: Config,
    private readonly recurring: Recurring,
  ) {}

  /** A process is not up before its queues are connected; Bull would connect one that only adds jobs with its first. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all(this.all().map(({ client }) => connected(client as Redis)));
  }

  all(): readonly Queue[] {
    return [...this.queues];
  }

  /** Takes charge of a queue. `QueueModule.register` does. */
  add(queue: Queue): void {
    this.queues.add(queue);
    repairBull(queue, (err) => this.logger.fatal({ msg: 'a processor does not run', queue: queue.name, err }));
    queue.on('error', (error: Error & { code?: string }) => {
      // Lost connections are told by Redis' own log, once an outage.
      if (isConnectionError(error)) return;
      if (isRefusalOfRedis(error)) this.refusedAt = performance.now();
      if (!this.recurring.outage(error)) this.recurring.tell('queue error', { queue: queue.name, err: error });
    });
  }

  /**
   * Drops and renews the connections of a queue on which nothing moves though there is work: one that hangs without
   * being closed is never noticed otherwise. Commands under way are sent again on the new ones.
   */
  rebuild(queue: Queue): void {
    if (performance.now() - this.refusedAt < ANSWERED_MS) return;
    this.recurring.tell('nothing moves: connections are renewed', { queue: queue.name });
    for (const client of openedBy(queue)) client.disconnect(true);
  }

  /** Waits for the jobs under way, at most `shutdownSeconds`. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.all().map((queue) => this.close(queue)));
  }

  private async close(queue: Queue): Promise<void> {
    // Without Redis a job cannot be brought to its end, and waiting for it would only use up the time.
    const reachable = openedBy(queue).every(({ status }) => status === 'ready');
    const limitMs = reachable ? this.config.shutdownSeconds * 1000 : UNREACHABLE_MS;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    if ((await Promise.race([queue.close(), late])) === 'late') {
      this.logger.warn({ msg: 'jobs are cut off', queue: queue.name });
      abandon(queue);
    }
    clearTimeout(timer);
  }
}

/** Resolves when the connection is ready, or has had its time: an outage is the health check's to tell. */
function connected(client: Redis): Promise<void> {
  if (client.status === 'ready') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, CONNECT_MS);
    client.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The connections a queue has opened. */
export function openedBy(queue: Queue): Redis[] {
  const opened = queue as unknown as Opened;
  return [
    queue.client as Redis,
    ...(opened.subscriberInitialized ? [opened.eclient] : []),
    ...(opened.bclientInitialized ? [opened.bclient] : []),
  ];
}

function isConnectionError({ code, message }: Error & { code?: string }): boolean {
  return code?.startsWith('E') === true || /Connection is closed|LOADING/.test(message);
}
