import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ResultDocument } from '@thidua/scoring';
import { Load } from './support/load.js';
import type { Officer } from './support/officer.js';
import { World } from './support/world.js';

/** From this, a sheet gets nearly every point that figures give. */
const BEST = 29;

const classesOf = async (world: World, cluster: string): Promise<Record<string, string | null>> => {
  const [, text] = await world.readResult();
  const { clusters } = JSON.parse(text) as ResultDocument;
  const { standings } = clusters.find(({ code }) => code === cluster)!;
  return Object.fromEntries(standings.map(({ unit, class: given }) => [unit, given]));
};

/** Classes that follow from other clusters are stored apart from the rankings; no moment of death may part the two. */
describe.each(['sharedByAll', 'headsOfOthers'] as const)(
  'a worker, killed where classes are settled: %s',
  (settling) => {
    it('before the settlement is kept: the next one settles from the rankings that are', async () => {
      const world = await World.open({ processors: 'none' }, settling);
      try {
        const first = await world.startWorker();
        for (const officer of world.officers) await officer.submit();
        await world.untilCurrent();
        await first.stop();
        const before = await classesOf(world, 'C4');
        expect(new Set(Object.values(before)).size).toBeGreaterThan(1);

        // From here on only C1 is touched, and C4 follows.
        const died = join(world.dataDir, 'died');
        for (const at of ['campaign before commit', 'after commit']) {
          await rm(died, { force: true });
          const worker = await world.startWorker({
            preload: 'die-in-recompute.mjs',
            env: { FAULT_AT: at, FAULT_CLUSTER: 'C1', FAULT_DIED: died },
          });
          await world.officersOf('C1')[at === 'after commit' ? 0 : 1]!.submit();
          expect(await worker.endsBySignal()).toBe('SIGKILL');
          expect(await readFile(died, 'utf8')).toContain(at.replace('campaign ', ''));
          expect(await world.behind()).toEqual([expect.stringContaining('campaign: proposals of revision')]);
        }

        await world.startWorker();
        await world.untilCurrent();
        expect(await world.findFaults()).toEqual([]);
        // All of C1 at the top take the places of all; the best of them is another one than before, as each gets more.
        const wasBest = ({ place }: Officer): number => (before[place.unit.replace('C1', 'C4')] === 'tot' ? 0 : 1);
        const order = world.officersOf('C1').toSorted((a, b) => wasBest(a) - wasBest(b));
        for (const officer of order) await officer.submit(BEST);
        await world.untilCurrent();
        expect(await world.findFaults()).toEqual([]);
        expect(await classesOf(world, 'C4')).not.toEqual(before);

        const load = new Load(world.officers);
        await load.goesOn();
        await load.stop();
        await world.untilCurrent();
        expect(await world.findFaults()).toEqual([]);
      } finally {
        await world.close();
      }
    });
  },
);
