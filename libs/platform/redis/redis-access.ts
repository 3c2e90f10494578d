import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { ManagedRedis } from './managed-redis.js';
import { OutageLog } from './outage-log.js';
import { askRedis, readConnection } from './redis-address.js';
import type { RedisAddress } from './redis-address.js';
import { RedisStartError } from './redis-process.js';

const LONGEST_PAUSE_MS = 1000;
const KEEP_ALIVE_MS = 10_000;
/** How long a connection that is given up may take to close by itself. */
const DISCONNECT_MS = 200;
const CONNECT_MS = 10_000;
const ANSWER_MS = 2000;
const ATTACH_MS = 60_000;
const POLL_MS = 100;

export interface RedisAccessOptions {
  readonly config: Pick<Config, 'redis' | 'dataDir'>;
  readonly logger: Logger;
  /** Called at the beginning of each outage. */
  readonly onLost?: () => void;
}

/** The way to Redis of one process: makes its connections, and closes them all in the end. */
export class RedisAccess {
  private readonly clients = new Set<Redis>();
  private readonly outages: OutageLog;

  private constructor(
    private readonly where: string | RedisAddress,
    options: RedisAccessOptions,
    private readonly managed?: ManagedRedis,
  ) {
    this.outages = new OutageLog(options.logger, options.onLost);
  }

  /**
   * For the process that owns the data folder: the external server of the configuration, or a private one, started.
   * @throws RedisStartError when there is none, in one line.
   */
  static async open(options: RedisAccessOptions): Promise<RedisAccess> {
    const { config, logger } = options;
    if (config.redis.kind === 'external') return RedisAccess.external(config.redis.url, options);
    const managed = await ManagedRedis.start({ dataDir: config.dataDir, logger });
    return new RedisAccess(managed.address, options, managed);
  }

  /**
   * For a further process: the same server, of which the owner has left the address in the data folder.
   * @throws RedisStartError when none answers within a minute.
   */
  static async attach(options: RedisAccessOptions): Promise<RedisAccess> {
    const { config, logger } = options;
    if (config.redis.kind === 'external') return RedisAccess.external(config.redis.url, options);
    for (let waited = 0; waited < ATTACH_MS; waited += POLL_MS) {
      const found = await readConnection(config.dataDir);
      if (found && (await askRedis(found.address, ['ping'], ANSWER_MS)) === 'PONG') {
        return new RedisAccess(found.address, options);
      }
      if (waited === 0) logger.info(`waiting for the service that owns ${config.dataDir}`);
      await sleep(POLL_MS);
    }
    throw new RedisStartError(`no service runs on ${config.dataDir}: start it first, or name a server in REDIS_URL`);
  }

  private static async external(url: string, options: RedisAccessOptions): Promise<RedisAccess> {
    const access = new RedisAccess(url, options);
    // By itself: that the first attempt fails is told by the error below, not as the loss of a connection.
    const probe = new Redis(url, { retryStrategy: () => null, lazyConnect: true, connectTimeout: CONNECT_MS });
    let reason = 'no answer';
    probe.on('error', (error: Error) => (reason = error.message));
    const reached = await probe.connect().then(
      () => true,
      () => false,
    );
    probe.disconnect();
    if (!reached) throw new RedisStartError(`REDIS_URL: no Redis can be used at ${new URL(url).host} (${reason})`);
    return access;
  }

  /**
   * A new connection. It reconnects for ever and never fails a command for being disconnected: what must not wait asks
   * for its `status` first.
   * @param name shown in the server's list of clients.
   */
  client(name: string, overrides: RedisOptions = {}): Redis {
    const options: RedisOptions = {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 50, LONGEST_PAUSE_MS),
      keepAlive: KEEP_ALIVE_MS,
      disconnectTimeout: DISCONNECT_MS,
      connectionName: `thidua-${name}`,
      ...overrides,
    };
    const redis =
      typeof this.where === 'string' ? new Redis(this.where, options) : new Redis({ ...this.where, ...options });
    this.outages.watch(redis);
    this.clients.add(redis);
    return redis;
  }

  /** Call when the process begins to stop: from here on closed connections are no news. */
  prepareClose(): void {
    this.outages.stop();
  }

  /** Closes every connection and ends the private server. */
  async close(): Promise<void> {
    this.prepareClose();
    for (const client of this.clients) if (client.status !== 'end') client.disconnect();
    this.clients.clear();
    await this.managed?.stop();
  }
}
