import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditFindings } from '../cli/support/audit-findings.js';
import { Load } from './support/load.js';
import { measured } from './support/measured.js';
import { redisPid } from './support/redis-of.js';
import { isAlive } from './support/leftovers.js';
import type { RunningProcess } from './support/running-process.js';
import { World } from './support/world.js';

describe('the API, killed', () => {
  let world: World;

  afterEach(async () => {
    await world.close();
  });

  describe('between the commit of submissions and their jobs', () => {
    let armed: string;
    let died: string;
    let api: RunningProcess;

    beforeEach(async () => {
      world = await World.open();
      armed = join(world.dataDir, 'armed');
      died = join(world.dataDir, 'died');
      await world.untilCurrent();
    });

    it.each([1, 7])('counts what was committed and never answered, at the %i. commit', async (nth) => {
      api = await world.restartApi({
        preload: 'die-before-enqueue.mjs',
        env: { FAULT_ARMED: armed, FAULT_DIED: died },
      });
      for (const officer of world.officersOf('C1')) await officer.submit();
      await world.untilCurrent();

      await writeFile(armed, String(nth));
      const load = new Load(world.officers);
      expect(await api.endsBySignal()).toBe('SIGKILL');
      await load.broken();
      const cluster = await readFile(died, 'utf8');
      // The commit is there, and the ranking does not know of it.
      expect(await world.behind()).toEqual(expect.arrayContaining([expect.stringContaining(`${cluster}: ranking of`)]));

      await rm(armed);
      const start = Date.now();
      await world.startApi();
      const listening = Date.now() - start;
      const current = await world.untilCurrent();
      measured(`API killed after commit ${nth}`, { listening, current });
      expect(await world.findFaults()).toEqual([]);

      // Whoever was not answered asks again: what was committed is answered as it was, the rest is accepted now.
      const { had, hadNot } = await world.settle();
      expect(had).toBeGreaterThan(0);
      expect(had + hadNot).toBe(world.officers.length);
      await world.untilCurrent();
      expect(await world.findFaults()).toEqual([]);
    });
  });

  it('under load, at any moment: nothing accepted is lost, nothing is there by halves, its Redis is gone', async () => {
    world = await World.open();
    for (let round = 1; round <= 3; round++) {
      const load = new Load(world.officers);
      await load.goesOn();
      await sleep(Math.random() * 700);
      const redis = await redisPid(world.dataDir);
      expect(redis !== undefined && isAlive(redis)).toBe(true);
      await world.api.kill();
      await load.broken();
      const redisGone = await world.untilNobody();
      expect(existsSync(join(world.dataDir, 'redis'))).toBe(true);

      const start = Date.now();
      await world.startApi();
      const listening = Date.now() - start;
      const current = await world.untilCurrent();
      // Before anybody asks again: each unanswered one is there as a whole or not at all.
      expect(await world.findFaults()).toEqual([]);
      const { had, hadNot } = await world.settle();
      expect(had + hadNot).toBe(world.officers.length);
      const settled = await world.untilCurrent();
      measured(`API killed under load, round ${round}`, { redisGone, listening, current, had, hadNot, settled });
      expect(await world.findFaults()).toEqual([]);
    }
    expect(world.attempts.every(({ revision }) => revision !== undefined)).toBe(true);
    expect(world.attempts.length).toBeGreaterThan(3 * world.officers.length);
    // What the log says was done is there, and what is there is in the log.
    expect(await auditFindings({ DATA_DIR: world.dataDir })).toEqual([]);
  });
});
