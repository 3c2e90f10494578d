import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveEvents } from '../../libs/platform/live/live-events.js';
import { Recurring } from '../../libs/platform/logging/recurring.js';
import { RedisAccess } from '../../libs/platform/redis/redis-access.js';
import { eventually } from './support/eventually.js';
import { keptLogger } from './support/log-lines.js';
import { tempFolder } from './support/temp-folder.js';
import { vanish } from './support/vanish.js';

describe('live events', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let owner: RedisAccess;
  let other: RedisAccess;
  let here: LiveEvents;
  let there: LiveEvents;

  beforeEach(async () => {
    folder = await tempFolder();
    const { logger } = keptLogger();
    const options = { config: { dataDir: folder.path, redis: { kind: 'managed' as const } }, logger };
    owner = await RedisAccess.open(options);
    other = await RedisAccess.attach(options);
    here = new LiveEvents(owner, new Recurring(logger));
    there = new LiveEvents(other, new Recurring(logger));
  });

  afterEach(async () => {
    await other.close();
    await owner.close();
    await folder.remove();
  });

  /** Publishes again and again: a subscription is under way for a moment before it takes effect. */
  const arrives = (from: LiveEvents, got: unknown[], payload: unknown, channel = 'vy-2022') =>
    eventually(`${JSON.stringify(payload)} arrives`, () => {
      from.publish(channel, payload);
      return got.some((one) => JSON.stringify(one) === JSON.stringify(payload));
    });

  it('reach the observers of their channel in every process, and nobody else', async () => {
    const gotHere: unknown[] = [];
    const gotThere: unknown[] = [];
    const elsewhere: unknown[] = [];
    here.observe('vy-2022').subscribe((event) => gotHere.push(event));
    there.observe('vy-2022').subscribe((event) => gotThere.push(event));
    here.observe('other').subscribe((event) => elsewhere.push(event));
    await arrives(there, elsewhere, 'other', 'other');
    await arrives(there, gotHere, { cluster: 'C1', name: 'Đồng Tâm' });
    await arrives(there, gotThere, { cluster: 'C1', name: 'Đồng Tâm' });
    // Redis keeps the order: what came before this one is here as well.
    await arrives(there, elsewhere, 'last', 'other');
    expect(elsewhere.filter((one) => one !== 'other' && one !== 'last')).toEqual([]);
  });

  it('stop with the last observer', async () => {
    const got: unknown[] = [];
    const first = here.observe('vy-2022').subscribe((event) => got.push(event));
    await arrives(there, got, 1);
    first.unsubscribe();
    const count = got.length;
    const again: unknown[] = [];
    here.observe('vy-2022').subscribe((event) => again.push(event));
    await arrives(there, again, 2);
    expect(got).toHaveLength(count);
  });

  it('go on after Redis was lost, and say that some may be missing', async () => {
    const got: unknown[] = [];
    let gaps = 0;
    here.gaps.subscribe(() => gaps++);
    here.observe('vy-2022').subscribe((event) => got.push(event));
    await arrives(there, got, 'before');
    const pid = Number(await readFile(join(folder.path, 'redis', 'redis.pid'), 'utf8'));
    await vanish(join(folder.path, 'redis'));
    process.kill(pid, 'SIGKILL');
    await arrives(there, got, 'after');
    expect(gaps).toBe(1);
  });

  it('complete when the process stops, so that open streams end', async () => {
    let done = false;
    here.observe('vy-2022').subscribe({ complete: () => (done = true) });
    here.beforeApplicationShutdown();
    expect(done).toBe(true);
  });
});
