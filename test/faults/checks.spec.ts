import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBehind } from './support/find-behind.js';
import { findDifferences } from './support/find-differences.js';
import { findLost } from './support/find-lost.js';
import { processesOf } from './support/leftovers.js';
import { Sqlite } from './support/sqlite.js';
import { readState } from './support/stored-state.js';
import { World } from './support/world.js';

/** What the other tests conclude rests on these checks: each must complain of what it is there for. */
describe('the checks after a fault', () => {
  let world: World;
  let result: string;

  // A healthy service in which nobody recomputes any more, so that nobody mends what is spoilt here.
  beforeAll(async () => {
    world = await World.open({ processors: 'none' });
    const worker = await world.startWorker();
    for (const officer of world.officers) {
      await officer.submit();
      await officer.submit();
    }
    await world.untilCurrent();
    await worker.stop();
    [, result] = await world.readResult();
  });

  afterAll(async () => {
    await world.close();
  });

  /** Spoils the database of the running service, looks, and mends it again. */
  const spoilt = async <T>(table: string, statement: string, look: () => Promise<T>): Promise<T> => {
    const run = (...statements: string[]) =>
      Sqlite.writing(world.databaseFile, async (db) => {
        for (const each of statements) await db.all(each);
      });
    await run(`CREATE TABLE kept AS SELECT * FROM ${table}`, statement);
    try {
      return await look();
    } finally {
      await run(`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept`, 'DROP TABLE kept');
    }
  };

  const lost = async () => findLost(await readState(world.databaseFile), result, world.attempts);
  const behind = async () => findBehind(await readState(world.databaseFile));
  const differences = async () => findDifferences(...(await world.readResult()));

  it('find nothing in a healthy service', async () => {
    expect(await world.findFaults()).toEqual([]);
    expect(world.attempts).toHaveLength(2 * world.officers.length);
  });

  it.each([
    [
      'a lost submission',
      'submission',
      `DELETE FROM submission WHERE unit = 'C1-U2' AND sheet_version = 1`,
      'C1-U2: accepted submission .* is missing',
    ],
    [
      'a lost last submission',
      'submission',
      `DELETE FROM submission WHERE unit = 'C1-U2' AND sheet_version = 2`,
      'C1-U2: sheet .* does not agree',
    ],
    [
      'other content',
      'submission',
      `UPDATE submission SET entries = '[]' WHERE unit = 'C1-U2' AND sheet_version = 2`,
      'C1-U2: submission .* other content',
    ],
    [
      'a stranger',
      'submission',
      `UPDATE submission SET idempotency_key = 'nobodys' WHERE unit = 'C2-U1' AND sheet_version = 2`,
      'C2-U1: submission nobodys was never sent',
    ],
    [
      'another revision',
      'submission',
      `UPDATE submission SET revision = 900 WHERE unit = 'C3-U3' AND sheet_version = 1`,
      'C3-U3: submission .* stored as 900',
    ],
    [
      'a revision without submission',
      'cluster',
      `UPDATE cluster SET requested_revision = requested_revision + 1 WHERE code = 'C4'`,
      'C4: revision .* its submissions are of',
    ],
    [
      'half a submission',
      'sheet',
      `UPDATE sheet SET version = version + 1 WHERE unit = 'C4-U4'`,
      'C4-U4: sheet .* does not agree',
    ],
    [
      'a sheet left at an older one',
      'sheet',
      `UPDATE sheet SET submitted_revision = submitted_revision - 1 WHERE unit = 'C4-U4'`,
      'C4-U4: sheet .* does not agree',
    ],
  ])('find %s', async (_what, table, statement, complaint) => {
    expect(await spoilt(table, statement, lost)).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
  });

  it('find a ranking that counts an older submission', async () => {
    const [older, newer] = world.officersOf('C2')[0]!.attempts;
    const stale = result.replace(`"points":"${newer!.points}"`, `"points":"${older!.points}"`);
    expect(findLost(await readState(world.databaseFile), stale, world.attempts)).toEqual([
      `C2-U1: the ranking counts ${older!.points} points, submitted were ${newer!.points}`,
    ]);
  });

  it.each([
    [
      'a ranking',
      'cluster',
      `UPDATE cluster SET requested_revision = requested_revision + 1 WHERE code = 'C1'`,
      'C1: ranking of',
    ],
    [
      'a missing ranking',
      'cluster_result',
      `DELETE FROM cluster_result WHERE cluster = 'C1'`,
      'C1: ranking of revision null',
    ],
    ['proposals', 'campaign_result', 'UPDATE campaign_result SET revision = revision - 1', 'campaign: proposals of'],
  ])('find %s behind', async (_what, table, statement, complaint) => {
    const found = await spoilt(table, statement, behind);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(complaint)]));
    expect(await behind()).toEqual([]);
  });

  it.each([
    [
      'a total',
      'cluster_result',
      `UPDATE cluster_result SET ranking = replace(ranking, '"bonus":"', '"bonus":"1') WHERE cluster = 'C1'`,
      'result.clusters.0.standings.0.bonus: ',
    ],
    [
      'a rank',
      'cluster_result',
      `UPDATE cluster_result SET ranking = replace(ranking, '"rank":4', '"rank":3') WHERE cluster = 'C4'`,
      'result.clusters.3.standings.3.rank: 3, not 4',
    ],
    [
      'a proposal',
      'cluster_result',
      `UPDATE cluster_result SET rewards = replace(rewards, '"open":0', '"open":1') WHERE cluster = 'C2'`,
      'result.rewards.1.open: 1, not 0',
    ],
    [
      'a proposal of campaign scope',
      'campaign_result',
      `UPDATE campaign_result SET rewards = replace(rewards, '"quota":4', '"quota":5')`,
      'result.rewards.4.quota: 5, not 4',
    ],
    [
      'an entry',
      'submission',
      `UPDATE submission SET entries = replace(entries, '"TH","count":', '"TH","count":1') WHERE unit = 'C1-U3' AND sheet_version = 2`,
      'result.clusters.0.standings',
    ],
  ])('find %s that differs from one made from scratch', async (_what, table, statement, complaint) => {
    const found = await spoilt(table, statement, differences);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(complaint)]));
    expect(await differences()).toEqual([]);
  });

  it('compare every field of a result', async () => {
    const [file] = await world.readResult();
    const fields = fieldsOf(JSON.parse(result));
    expect(fields.length).toBeGreaterThan(400);
    const unseen = fields.filter((_, index) => {
      const spoiltResult: unknown = JSON.parse(result);
      const [holder, key] = fieldsOf(spoiltResult)[index]!;
      holder[key] = 'spoilt';
      return findDifferences(file, JSON.stringify(spoiltResult)).length !== 1;
    });
    expect(unseen).toEqual([]);
  });

  it('find a process that was left running', async () => {
    const left = spawn('sleep', ['60'], {
      env: { PATH: process.env['PATH'], DATA_DIR: world.dataDir },
      stdio: 'ignore',
    });
    await once(left, 'spawn');
    const pids = (await processesOf(world.dataDir)).map(({ pid }) => pid);
    left.kill('SIGKILL');
    await once(left, 'exit');
    expect(pids).toEqual(expect.arrayContaining([left.pid, world.api.pid]));
    // What the API started counts as well: its Redis, and the shell that ends that one should the API be killed.
    const commands = (await processesOf(world.dataDir)).map(({ command }) => command);
    for (const each of ['apps/api/dist/main.js', 'redis-server', 'thidua-redis-reaper']) {
      expect(commands).toEqual(expect.arrayContaining([expect.stringContaining(each)]));
    }
    expect(commands).not.toEqual(expect.arrayContaining([expect.stringContaining('sleep')]));
  });
});

/** Every value of a document that is no object itself: where it stands, and under which name. */
function fieldsOf(value: unknown): [holder: Record<string, unknown>, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key): [Record<string, unknown>, string][] =>
    typeof holder[key] === 'object' && holder[key] !== null ? fieldsOf(holder[key]) : [[holder, key]],
  );
}
