import { Injectable, Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { randomToken } from '../clock/ids.js';
import { withCorrelation } from '../logging/correlation.js';
import { Recurring } from '../logging/recurring.js';

/** What waits here while Redis is away; more is dropped, for the sweep to find. */
const MOST_WAITING = 10_000;

interface Addition {
  readonly queue: Queue;
  readonly name: string;
  readonly data: object;
  readonly opts: JobOptions;
}

/**
 * Adds jobs on behalf of requests: never waits, never throws, keeps the newest of those with the same `jobId` while
 * Redis is away. A job may be lost; whoever adds one also has a sweep that finds what it was for.
 */
@Injectable()
export class JobAdder {
  private readonly logger = new Logger('JobAdder');
  private readonly waiting = new Map<string, Addition>();
  private readonly sending = new Set<string>();
  private readonly watched = new WeakSet<object>();
  private dropping = false;

  constructor(private readonly recurring: Recurring) {}

  /**
   * Sends the job to Redis now, or as soon as Redis is back.
   * An addition during the sending of one with the same id is sent after it: the first may already have run.
   */
  addSoon(queue: Queue, name: string, data: object, opts: JobOptions = {}): void {
    const key = `${queue.name}:${opts.jobId ?? randomToken(9)}`;
    const addition = { queue, name, data: withCorrelation(data), opts };
    if (this.sending.has(key) || queue.client.status !== 'ready') this.keep(key, addition);
    else void this.send(key, addition);
  }

  /**
   * As `addSoon`, after taking away what may keep the addition out: a job of that id in none of the queue's lists, which
   * will never run. One is left behind when Redis is flushed just as a worker takes the job.
   */
  addAnew(queue: Queue, name: string, data: object, opts: JobOptions & { readonly jobId: string }): void {
    void this.removeStuck(queue, opts.jobId).then(() => this.addSoon(queue, name, data, opts));
  }

  private async removeStuck(queue: Queue, jobId: string): Promise<void> {
    if (queue.client.status !== 'ready') return;
    try {
      const job = await queue.getJob(jobId);
      // Taken by a worker since, it is locked and stays.
      if (await job?.isStuck()) await job?.remove();
    } catch (error) {
      this.logger.debug({ msg: 'a job could not be removed', queue: queue.name, err: error });
    }
  }

  private keep(key: string, addition: Addition): void {
    this.sendWhenReady(addition.queue);
    if (this.waiting.size < MOST_WAITING || this.waiting.has(key)) {
      this.waiting.set(key, addition);
      this.dropping = false;
      return;
    }
    if (!this.dropping) this.logger.warn('too many jobs wait for Redis; further ones are left to the sweep');
    this.dropping = true;
  }

  private sendWhenReady({ client }: Queue): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    client.on('ready', () => {
      for (const [key, addition] of [...this.waiting]) {
        if (addition.queue.client !== client || this.sending.has(key)) continue;
        this.waiting.delete(key);
        void this.send(key, addition);
      }
    });
  }

  private async send(key: string, { queue, name, data, opts }: Addition): Promise<void> {
    this.sending.add(key);
    try {
      await queue.add(name, data, opts);
    } catch (error) {
      // Left to the sweep.
      if (!this.recurring.outage(error)) {
        this.recurring.tell('jobs cannot be added', { queue: queue.name, name, err: error });
      }
    }
    this.sending.delete(key);
    const next = this.waiting.get(key);
    if (next === undefined || queue.client.status !== 'ready') return;
    this.waiting.delete(key);
    void this.send(key, next);
  }
}
