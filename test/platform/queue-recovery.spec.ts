import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runWithCorrelation } from '../../libs/platform/logging/correlation.js';
import { ManagedRedis } from '../../libs/platform/redis/managed-redis.js';
import { askRedis, readConnection } from '../../libs/platform/redis/redis-address.js';
import type { RedisAddress } from '../../libs/platform/redis/redis-address.js';
import { runningTime } from '../support/running-time.js';
import { eventually } from './support/eventually.js';
import { FreezingProxy } from './support/freezing-proxy.js';
import { keptLogger } from './support/log-lines.js';
import { startQueueApp } from './support/queue-app.js';
import type { QueueApp } from './support/queue-app.js';
import { tempFolder } from './support/temp-folder.js';
import { vanish } from './support/vanish.js';

describe('the queue', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let app: QueueApp;
  let address: RedisAddress;
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);

  beforeEach(async () => {
    process.on('unhandledRejection', note);
    folder = await tempFolder();
    app = await startQueueApp({ dataDir: folder.path, redis: { kind: 'managed' } });
    address = (await readConnection(folder.path))?.address as RedisAddress;
  });

  afterEach(async () => {
    await app.context.close();
    await folder.remove();
    process.off('unhandledRejection', note);
    expect(unhandled.splice(0)).toEqual([]);
  });

  const ask = (...command: string[]) => askRedis(address, command, 60_000);

  const redisPid = async () => Number(await readFile(join(folder.path, 'redis', 'redis.pid'), 'utf8'));

  const killRedis = async () => process.kill(await redisPid(), 'SIGKILL');

  const isProcessed = async (key: string) => {
    app.work.addSoon(key);
    await eventually(`${key} is processed`, () => app.work.has(key));
    // Its end is in Redis: lost there, the job would run once more.
    await eventually(`${key} is done`, async () => (await app.work.queue.getActiveCount()) === 0);
  };

  it('runs a job under the correlation id of what caused it', async () => {
    runWithCorrelation('request-1', () => app.work.addSoon('first'));
    await eventually('it is processed', () => app.work.has('first'));
    expect(app.work.seen).toEqual([{ key: 'first', correlationId: 'request-1' }]);
  });

  it('forgets a job that failed, so that its id can be used again', async () => {
    app.work.addSoon('bad', 'C1');
    await eventually('the failure is logged', () => app.lines.some(({ msg }) => msg === 'job failed'));
    await eventually('the job is gone', async () => (await ask('exists', 'bull:work:C1')) === 0);
    app.work.addSoon('good', 'C1');
    await eventually('the next one is processed', () => app.work.has('good'));
  });

  it('moves on after FLUSHALL, also when a job was under way', async () => {
    let open = (): void => undefined;
    app.work.gate = new Promise((resolve) => (open = resolve));
    app.work.addSoon('under way');
    await eventually('it runs', () => app.work.running === 1);
    expect(await ask('flushall')).toBe('OK');
    open();
    await isProcessed('after the flush');
  });

  it('moves on after its connections were cut', async () => {
    await isProcessed('before');
    expect(await ask('client', 'kill', 'type', 'normal')).toBeGreaterThan(0);
    await isProcessed('after the cut');
  });

  it('moves on after Redis was killed and lost everything, told once each way', async () => {
    await isProcessed('before');
    const pid = await redisPid();
    await vanish(join(folder.path, 'redis'));
    process.kill(pid, 'SIGKILL');
    await isProcessed('after the loss');
    const told = () => app.lines.map(({ msg }) => String(msg)).filter((msg) => msg.includes('connection to Redis'));
    // The last of the connections to be back may be one that the job did not need.
    await eventually('the return is told', () => told().some((msg) => msg.endsWith('restored')));
    expect(told()).toEqual(['connection to Redis lost; reconnecting', 'connection to Redis restored']);
  });

  it('keeps what is added during an outage, the newest for each id, without waiting', async () => {
    await isProcessed('before');
    await killRedis();
    await eventually('the loss is noticed', () => app.work.queue.client.status !== 'ready');
    const before = process.cpuUsage();
    for (let round = 0; round < 100; round++) app.work.addSoon(`round ${round}`, 'C1');
    const { user, system } = process.cpuUsage(before);
    expect(app.work.queue.client.status).not.toBe('ready');
    // Milliseconds of the processor, which other work on the machine does not lengthen.
    expect((user + system) / 1000).toBeLessThan(100);
    await eventually('the newest is processed', () => app.work.has('round 99'));
    expect(app.work.seen.map(({ key }) => key)).toEqual(['before', 'round 99']);
  });

  it('finishes the jobs under way before the process ends', async () => {
    let open = (): void => undefined;
    app.work.gate = new Promise((resolve) => (open = resolve));
    app.work.addSoon('long');
    await eventually('it runs', () => app.work.running === 1);
    const closed = app.context.close().then(() => 'closed');
    expect(await Promise.race([closed, sleep(300, 'waits')])).toBe('waits');
    open();
    await closed;
    expect(app.work.has('long')).toBe(true);
    app = await startQueueApp({ dataDir: folder.path, redis: { kind: 'managed' } });
  });
});

describe('a queue on an external Redis', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let redis: ManagedRedis;
  let proxy: FreezingProxy;
  let app: QueueApp;

  beforeEach(async () => {
    folder = await tempFolder();
    redis = await ManagedRedis.start({ dataDir: folder.path, logger: keptLogger().logger });
    proxy = await FreezingProxy.before((redis.address as { path: string }).path);
    app = await startQueueApp({ dataDir: folder.path, redis: { kind: 'external', url: proxy.url } });
  });

  afterEach(async () => {
    await app.context.close();
    await proxy.close();
    await redis.stop();
    await folder.remove();
  });

  it('stands still while its connections hang without being closed, until they are renewed', async () => {
    app.work.addSoon('before');
    await eventually('it is processed', () => app.work.has('before'));

    proxy.freeze();
    app.work.addSoon('frozen', 'C1');
    // Longer than Bull waits for a job before it asks again.
    await sleep(6000);
    expect(app.work.has('frozen')).toBe(false);

    app.queues.rebuild(app.work.queue);
    await eventually('it is processed', () => app.work.has('frozen'));
  });

  it('lets the process end in time when the server is gone for good', async () => {
    app.work.gate = sleep(60_000, undefined, { ref: false });
    app.work.addSoon('never done');
    await eventually('it runs', () => app.work.running === 1);
    await redis.stop();
    await proxy.close();
    expect(await runningTime(() => app.context.close())).toBeLessThan(4000);
  });
});
