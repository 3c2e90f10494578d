import { Injectable, Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import { randomToken } from '../clock/ids.js';
import { withCorrelation } from '../logging/correlation.js';

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
      this.logger.warn({
        msg: 'a job could not be added; it is left to the sweep',
        queue: queue.name,
        name,
        err: error,
      });
    }
    this.sending.delete(key);
    const next = this.waiting.get(key);
    if (next === undefined || queue.client.status !== 'ready') return;
    this.waiting.delete(key);
    void this.send(key, next);
  }
}
