import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Recurring } from '../logging/recurring.js';
import { askRedis, readConnection, redisFolder, writeConnection } from './redis-address.js';
import type { RedisAddress } from './redis-address.js';
import { chooseAddress, redisConfiguration } from './redis-configuration.js';
import { RedisProcess, RedisStartError } from './redis-process.js';

const READY_MS = 60_000;
/** A server listens at once; only then does it read its files, which may take long. */
const LISTEN_MS = 5000;
const POLL_MS = 20;
const ORPHAN_MS = 30_000;
/** A server may be slow to answer, behind a busy disk; one that is gone refuses at once. */
const SILENT_MS = 10_000;
const WATCH_MS = 1000;
const LONG_LIFE_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;

/** The server ended before it answered. */
class RedisEndedError extends RedisStartError {}

export interface ManagedRedisOptions {
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  readonly logger: Logger;
}

/**
 * The private Redis of a data folder. It is restarted when it dies or its folder vanishes, and ends with this process.
 * What it holds may be lost at any time: the truth is in the database.
 */
export class ManagedRedis {
  private readonly stopped = new AbortController();
  private readonly recurring: Recurring;
  private pauseMs = 0;
  private restarting: Promise<void> = Promise.resolve();
  private readonly watch: NodeJS.Timeout;

  private constructor(
    private readonly options: ManagedRedisOptions,
    readonly address: RedisAddress,
    private server: RedisProcess,
  ) {
    this.recurring = new Recurring(options.logger);
    this.supervise();
    this.watch = setInterval(() => void this.checkFolder(), WATCH_MS).unref();
  }

  /**
   * Starts the server and waits until it answers. For whoever holds the lock of the folder.
   * @throws RedisStartError, in one line, when no server is installed or it does not start.
   */
  static async start(options: ManagedRedisOptions): Promise<ManagedRedis> {
    const { dataDir, logger } = options;
    await endOrphan(dataDir);
    const address = await keptAddress(dataDir);
    try {
      return new ManagedRedis(options, address, await launch(dataDir, address));
    } catch (error) {
      if (!(error instanceof RedisEndedError)) throw error;
      logger.warn({ msg: 'the private Redis does not start; its files are discarded', err: error });
    }
    // The log of writes may be damaged or of a newer release, or the port taken. Nothing in it is needed.
    await discardContents(dataDir);
    const fresh = await chooseAddress(dataDir);
    return new ManagedRedis(options, fresh, await launch(dataDir, fresh));
  }

  /** Process id of the server at this moment. */
  get pid(): number {
    return this.server.pid;
  }

  /** Ends the server, and with it the connections to it. */
  async stop(): Promise<void> {
    this.stopped.abort();
    clearInterval(this.watch);
    await this.restarting;
    await this.server.stop();
    this.recurring.onApplicationShutdown();
  }

  private get stopping(): boolean {
    return this.stopped.signal.aborted;
  }

  private supervise(): void {
    const { server } = this;
    const born = Date.now();
    void server.exited.then((how) => {
      if (this.stopping) return;
      const { logger } = this.options;
      logger.warn({ msg: 'the private Redis has ended and is started again', how, said: server.lastWords });
      // A server that never lives long must not keep the machine busy with restarts.
      if (Date.now() - born > LONG_LIFE_MS) this.pauseMs = 0;
      this.restarting = this.restart();
    });
  }

  private async restart(): Promise<void> {
    const { dataDir, logger } = this.options;
    for (let failures = 0; ; failures++) {
      await sleep(this.pauseMs);
      this.pauseMs = Math.min(Math.max(this.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      if (this.stopping) return;
      try {
        // A second failure in a row is no accident: the files themselves may be what ends it.
        if (failures > 1) await discardContents(dataDir);
        this.server = await launch(dataDir, this.address, this.stopped.signal);
        this.supervise();
        logger.info('the private Redis answers again');
        return;
      } catch (error) {
        if (this.stopping) return;
        this.recurring.tell('the private Redis could not be started; trying again', { err: error });
      }
    }
  }

  /** A server whose folder was deleted runs on, but nobody can reach or find it any more. */
  private async checkFolder(): Promise<void> {
    const { server } = this;
    if (this.stopping || !server.running) return;
    const { dataDir } = this.options;
    if (await exists(doorOf(dataDir, this.address))) return;
    this.options.logger.warn({ msg: 'the folder of the private Redis has vanished' });
    server.kill();
  }
}

/** @throws RedisStartError when the server ends, cannot be reached, or is no longer wanted. */
async function launch(dataDir: string, address: RedisAddress, unwanted?: AbortSignal): Promise<RedisProcess> {
  const folder = redisFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const redis = await RedisProcess.spawn(redisConfiguration(dataDir, address));
  const born = Date.now();
  while ((await askRedis(address, ['ping'], WATCH_MS)) !== 'PONG') {
    if (!redis.running) throw new RedisEndedError(`redis-server ended at once: ${redis.lastWords}`);
    const age = Date.now() - born;
    // Deleted while the server was starting, the folder takes the way to the server with it.
    const isCutOff = !(await exists(age > LISTEN_MS ? doorOf(dataDir, address) : folder));
    if (isCutOff || age > READY_MS || unwanted?.aborted) {
      redis.kill();
      throw new RedisStartError(
        isCutOff ? `${folder} has vanished` : `redis-server does not answer: ${redis.lastWords}`,
      );
    }
    await sleep(POLL_MS);
  }
  await writeConnection(dataDir, { address });
  return redis;
}

/** The file without which nobody reaches the server. */
function doorOf(dataDir: string, address: RedisAddress): string {
  return 'path' in address ? address.path : redisFolder(dataDir);
}

/** The address used before where it still serves, so that workers on the same folder find the server again. */
async function keptAddress(dataDir: string): Promise<RedisAddress> {
  const before = await readConnection(dataDir);
  const chosen = await chooseAddress(dataDir);
  return before && !('path' in before.address) && !('path' in chosen) ? before.address : chosen;
}

/**
 * Ends a server left over from a process that was killed.
 * @throws RedisStartError when it answers and does not end.
 */
async function endOrphan(dataDir: string): Promise<void> {
  const before = await readConnection(dataDir);
  if (!before) return;
  const deadline = Date.now() + ORPHAN_MS;
  while ((await askRedis(before.address, ['ping'], SILENT_MS)) !== undefined) {
    if (Date.now() > deadline)
      throw new RedisStartError(`${redisFolder(dataDir)}: a server that was left does not end`);
    await askRedis(before.address, ['shutdown', 'nosave'], WATCH_MS);
    await sleep(POLL_MS * 5);
  }
}

async function discardContents(dataDir: string): Promise<void> {
  for (const name of ['appendonlydir', 'appendonly.aof', 'dump.rdb']) {
    await rm(join(redisFolder(dataDir), name), { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
