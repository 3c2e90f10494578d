import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from './support/eventually.js';
import { Load } from './support/load.js';
import { measured } from './support/measured.js';
import { queueLengths } from './support/redis-of.js';
import { readState } from './support/stored-state.js';
import { World } from './support/world.js';

/** Where a worker dies, and whether the ranking it was making is stored then. */
const PLACES = [
  { cluster: 'C1', at: 'before write', stored: false },
  { cluster: 'C2', at: 'before commit', stored: false },
  { cluster: 'C3', at: 'after commit', stored: true },
  { cluster: 'C4', at: 'campaign before commit', stored: true },
] as const;

describe('a worker, killed', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.open({ processors: 'none' });
  });

  afterEach(async () => {
    await world.close();
  });

  it('in the middle of a recompute, wherever that is: the next one brings all up to date', async () => {
    const first = await world.startWorker();
    await world.untilCurrent();
    await first.stop();
    const died = join(world.dataDir, 'died');
    for (const { cluster, at, stored } of PLACES) {
      await rm(died, { force: true });
      const worker = await world.startWorker({
        preload: 'die-in-recompute.mjs',
        env: { FAULT_AT: at, FAULT_CLUSTER: cluster, FAULT_DIED: died },
      });
      await world.officersOf(cluster)[1]!.submit();
      expect(await worker.endsBySignal()).toBe('SIGKILL');
      expect(await readFile(died, 'utf8')).toContain(at.replace('campaign ', ''));
      const { clusters } = await readState(world.databaseFile);
      const row = clusters.find(({ code }) => code === cluster)!;
      expect(row.stored === row.requested).toBe(stored);
      expect(await world.behind()).not.toEqual([]);
    }

    const start = Date.now();
    await world.startWorker();
    const ready = Date.now() - start;
    const current = await world.untilCurrent();
    expect(await world.findFaults()).toEqual([]);

    // The jobs the dead were at must not keep the next ones of their clusters waiting for long.
    for (const officer of world.officers) await officer.submit();
    const next = await world.untilCurrent();
    measured('workers killed in four places', { ready, current, next });
    expect(await world.findFaults()).toEqual([]);
  });

  it('beside another one: that one goes on', async () => {
    await world.startWorker();
    const other = await world.startWorker();
    const load = new Load(world.officers);
    await load.goesOn();
    await sleep(Math.random() * 500);
    await other.kill();
    await load.goesOn();
    await load.stop();
    const current = await world.untilCurrent();
    measured('one of two workers killed under load', { current });
    expect(await world.findFaults()).toEqual([]);
  });

  it('at any moment under load, again and again', async () => {
    const load = new Load(world.officers, 20);
    for (let round = 1; round <= 5; round++) {
      const worker = await world.startWorker();
      await sleep(Math.random() * 500);
      await worker.kill();
    }
    // What is accepted from here on nobody ranks.
    await load.goesOn();
    await load.stop();
    expect(await world.behind()).not.toEqual([]);
    const start = Date.now();
    await world.startWorker();
    const ready = Date.now() - start;
    const current = await world.untilCurrent();
    measured('workers killed at any moment', { ready, current, submissions: world.attempts.length });
    expect(await world.findFaults()).toEqual([]);
    await until('the queue is empty', async () => {
      return (await queueLengths(world.dataDir)).every((length) => length === 0);
    });
  });
});
