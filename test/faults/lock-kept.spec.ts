import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

const KEPT_MS = 2500;

describe('a process that is frozen with the write lock of SQLite', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.open();
    await world.untilCurrent();
  });

  afterEach(async () => {
    await world.close();
  });

  it('is named in the log, with how long it was; when it is ended, what waited is accepted', async () => {
    const library = new URL('../../libs/platform/dist/index.js', import.meta.url).href;
    const script = `
      const { databaseOptions, loadConfig, openDatabase } = await import(${JSON.stringify(library)});
      const database = await openDatabase(databaseOptions(loadConfig()), false);
      await database.unitOfWork.run(async (tx) => {
        await tx.query('SELECT 1');
        process.stdout.write('held');
        await new Promise((resolve) => setTimeout(resolve, 600_000));
      });`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATA_DIR: world.dataDir, DATABASE_URL: '', CONFIG_FILE: '' },
    });
    await once(holder.stdout, 'data');
    holder.kill('SIGSTOP');

    const submissions = Promise.all(world.officers.map((officer) => officer.submit()));
    await sleep(KEPT_MS);
    expect(await world.isReady()).toBe(false);
    holder.kill('SIGKILL');
    await submissions;
    expect(world.officers.filter(({ isUnsure }) => isUnsure)).toEqual([]);
    await world.untilCurrent();
    expect(await world.findFaults()).toEqual([]);

    const told = world.api.output
      .split('\n')
      .filter((line) => line.includes('the database"'))
      .map((line) => JSON.parse(line) as { msg: string; pid?: number; ms?: number });
    expect(told).toMatchObject([
      { msg: 'another process keeps the database', pid: holder.pid },
      { msg: 'another process has kept the database', pid: holder.pid },
    ]);
    expect(told[1]!.ms).toBeGreaterThan(KEPT_MS - 100);
  });
});
