import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runWithCorrelation } from '../../libs/platform/logging/correlation.js';
import { ManagedRedis } from '../../libs/platform/redis/managed-redis.js';
import { askRedis, readConnection } from '../../libs/platform/redis/redis-address.js';
import type { RedisAddress } from '../../libs/platform/redis/redis-address.js';
import { eventually } from './support/eventually.js';
import { FreezingProxy } from './support/freezing-proxy.js';
import { keptLogger } from './support/log-lines.js';
import { startQueueApp } from './support/queue-app.js';
import type { QueueApp } from './support/queue-app.js';
import { tempFolder } from './support/temp-folder.js';

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

  const ask = (...command: string[]) => askRedis(address, command, 1000);

  const redisPid = async () => Number(await readFile(join(folder.path, 'redis', 'redis.pid'), 'utf8'));

  const killRedis = async () => process.kill(await redisPid(), 'SIGKILL');

  const isProcessed = async (key: string, withinMs = 5000) => {
    app.work.addSoon(key);
    await eventually(`${key} is processed`, () => app.work.has(key), withinMs);
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
    await ask('flushall');
    open();
    await isProcessed('after the flush');
  });

  it('moves on after its connections were cut', async () => {
    await isProcessed('before');
    await ask('client', 'kill', 'type', 'normal');
    await isProcessed('after the cut');
  });

  it('moves on after Redis was killed and lost everything, told once each way', async () => {
    await isProcessed('before');
    const pid = await redisPid();
    await rm(join(folder.path, 'redis'), { recursive: true });
    process.kill(pid, 'SIGKILL');
    await isProcessed('after the loss');
    const told = app.lines.filter(({ msg }) => /connection to Redis/.test(String(msg))).map(({ msg }) => msg);
    expect(told).toEqual(['connection to Redis lost; reconnecting', 'connection to Redis restored']);
  });

  it('keeps what is added during an outage, the newest for each id, without waiting', async () => {
    await isProcessed('before');
    await killRedis();
    await eventually('the loss is noticed', () => app.work.queue.client.status !== 'ready');
    const start = performance.now();
    for (let round = 0; round < 100; round++) app.work.addSoon(`round ${round}`, 'C1');
    expect(performance.now() - start).toBeLessThan(100);
    await eventually('the newest is processed', () => app.work.has('round 99'));
    expect(app.work.seen.map(({ key }) => key)).toEqual(['before', 'round 99']);
  });

  it('finishes the jobs under way before the process ends', async () => {
    app.work.gate = sleep(300);
    app.work.addSoon('long');
    await eventually('it runs', () => app.work.running === 1);
    await app.context.close();
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
    const start = Date.now();
    await app.context.close();
    expect(Date.now() - start).toBeLessThan(4000);
  });
});
