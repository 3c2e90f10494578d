import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from './support/eventually.js';
import { isAlive } from './support/leftovers.js';
import { Load } from './support/load.js';
import { measured } from './support/measured.js';
import { queueLengths, redisPid, tellRedis } from './support/redis-of.js';
import { World } from './support/world.js';

const PAUSE_MS = 20;
const ARRANGEMENTS = ['the API that recomputes itself', 'an API beside a worker'] as const;

describe.each(ARRANGEMENTS)('Redis, lost under load to %s', (arrangement) => {
  let world: World;

  beforeEach(async () => {
    const alone = arrangement === ARRANGEMENTS[0];
    world = await World.open({ processors: alone ? 'embedded' : 'none' });
    if (!alone) await world.startWorker();
    await world.untilCurrent();
  });

  afterEach(async () => {
    await world.close();
  });

  /** Does harm while all officers submit, and for a while after. None of them may notice. */
  const underLoad = async (harm: () => Promise<void>): Promise<void> => {
    const load = new Load(world.officers, PAUSE_MS);
    await load.goesOn();
    await harm();
    await load.goesOn();
    await load.stop();
    expect(world.officers.filter(({ isUnsure }) => isUnsure)).toEqual([]);
  };

  const redisOf = async (): Promise<number> => {
    const pid = await redisPid(world.dataDir);
    if (pid === undefined) throw new Error('no Redis has left its id');
    return pid;
  };

  /** Another Redis than `before` answers, and the service says it is whole. @returns milliseconds. */
  const isBack = (before: number): Promise<number> =>
    until('another Redis is there and the service is ready', async () => {
      const pid = await redisPid(world.dataDir);
      return pid !== undefined && pid !== before && isAlive(pid) && (await world.isReady());
    });

  const expectHealed = async (what: string, figures: Readonly<Record<string, number>> = {}): Promise<void> => {
    const current = await world.untilCurrent();
    const drained = await until('the queue is empty', async () => {
      return (await queueLengths(world.dataDir)).every((length) => length === 0);
    });
    measured(`${what}, ${arrangement}`, { ...figures, current, drained });
    expect(await world.findFaults()).toEqual([]);
    // What the fault may have left in the queue is found when it is in the way.
    for (const officer of world.officers) await officer.submit();
    await world.untilCurrent();
    // From then on it is the queue that works: without it, only the patience of the sweep would end, after six seconds.
    for (const officer of world.officers) await officer.submit();
    expect(await world.untilCurrent()).toBeLessThan(4000);
    expect(await world.findFaults()).toEqual([]);
  };

  it('killed, and its folder deleted: the service starts it again, nothing is missing', async () => {
    const back: Record<string, number> = {};
    await underLoad(async () => {
      // While it is gone, while the next one starts, and when that one runs.
      for (const afterMs of [0, 15, 30, 60, 120]) {
        const before = await redisOf();
        process.kill(before, 'SIGKILL');
        await sleep(afterMs);
        await rm(join(world.dataDir, 'redis'), { recursive: true, force: true, maxRetries: 5 });
        back[`deleted after ${afterMs}: back`] = await isBack(before);
        expect(isAlive(before)).toBe(false);
      }
    });
    await expectHealed('Redis killed and deleted', back);
  });

  it('emptied and restarted while running: heals by itself', async () => {
    await underLoad(async () => {
      for (let round = 0; round < 3; round++) {
        expect(await tellRedis(world.dataDir, 'flushall')).toBe('OK');
        await sleep(Math.random() * 200);
      }
    });
    await expectHealed('FLUSHALL');

    const before = await redisOf();
    let back = 0;
    await underLoad(async () => {
      process.kill(before, 'SIGTERM');
      back = await isBack(before);
    });
    await expectHealed('Redis restarted', { back });
  });

  it('flushed just as a job was taken: what is left of the job does not keep the next ones out', async () => {
    // So it looks then: the job is known, but in no list, and an addition of its id is without effect.
    const keys = ['faults/C1', 'faults'].map((id) => `bull:recompute:${id}`);
    for (const key of keys) await tellRedis(world.dataDir, 'hset', key, 'processedOn', '1');
    await world.officersOf('C1')[0]!.submit();
    const current = await world.untilCurrent();
    measured(`remains of jobs, ${arrangement}`, { current });
    await until('nothing is left of the jobs', async () => {
      return (await Promise.all(keys.map((key) => tellRedis(world.dataDir, 'exists', key)))).every(
        (there) => there === 0,
      );
    });
    await world.officersOf('C1')[0]!.submit();
    expect(await world.untilCurrent()).toBeLessThan(1500);
    expect(await world.findFaults()).toEqual([]);
  });
});
