import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { errorMessage } from '../logging/told-error.js';

/** Tells of lost connections to Redis once an outage, however many connections and attempts it takes. */
export class OutageLog {
  private readonly down = new Set<Redis>();
  private silent = false;

  /** @param onLost called at the beginning of each outage. */
  constructor(
    private readonly logger: Logger,
    private readonly onLost: () => void = () => undefined,
  ) {}

  /** Follows a connection. Also keeps its `error` events from ending the process. */
  watch(redis: Redis): void {
    let reason = 'closed by the server';
    redis.on('error', (error: Error) => (reason = errorMessage(error)));
    redis.on('close', () => this.lost(redis, reason));
    redis.on('ready', () => this.found(redis));
    redis.on('end', () => this.down.delete(redis));
  }

  /** From here on connections close because we close them. */
  stop(): void {
    this.silent = true;
  }

  private lost(redis: Redis, reason: string): void {
    if (this.silent) return;
    const first = this.down.size === 0;
    this.down.add(redis);
    if (!first) return;
    this.logger.warn({ msg: 'connection to Redis lost; reconnecting', reason });
    this.onLost();
  }

  private found(redis: Redis): void {
    if (this.down.delete(redis) && this.down.size === 0) this.logger.info('connection to Redis restored');
  }
}
