import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Load } from './support/load.js';
import { measured } from './support/measured.js';
import { tellRedis } from './support/redis-of.js';
import { World } from './support/world.js';

const REFUSING_MS = 4000;

/** Ways in which a Redis answers and takes no writes: the setting, and its value before. */
const WAYS = { OOM: ['maxmemory', '1', '0'], NOREPLICAS: ['min-replicas-to-write', '1', '0'] } as const;

describe('Redis, refusing writes under load', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.open();
    await world.untilCurrent();
  });

  afterEach(async () => {
    await world.close();
  });

  it.each(['OOM', 'NOREPLICAS'] as const)('%s: all is accepted and ranked, and the log stays readable', async (how) => {
    const [setting, refusing, before] = WAYS[how];
    const quiet = world.api.output.length;
    expect(await tellRedis(world.dataDir, 'config', 'set', setting, refusing)).toBe('OK');
    const load = new Load(world.officers, 20);
    await sleep(REFUSING_MS);
    await load.stop();
    expect(world.officers.filter(({ isUnsure }) => isUnsure)).toEqual([]);
    // The queue moves nothing: the sweep does.
    const current = await world.untilCurrent();
    expect(await world.findFaults()).toEqual([]);

    const said = world.api.output.slice(quiet);
    const lines = said.split('\n').filter((line) => line !== '');
    measured(`Redis refusing (${how})`, { bytes: said.length, lines: lines.length, current });
    expect(lines.filter((line) => line.includes(how))).toHaveLength(1);
    expect(said.length).toBeLessThan(8000);

    expect(await tellRedis(world.dataDir, 'config', 'set', setting, before)).toBe('OK');
    for (const officer of world.officers) await officer.submit();
    await world.untilCurrent();
    for (const officer of world.officers) await officer.submit();
    // By the queue again: the sweep alone would take six seconds.
    expect(await world.untilCurrent()).toBeLessThan(4000);
    expect(await world.findFaults()).toEqual([]);
  });
});
