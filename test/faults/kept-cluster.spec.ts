import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, ProblemBody } from '../support/client.js';
import { selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const LOCK_MS = 4_000;
/** A moment's wait for what is kept, and what a busy machine takes; half of what a kept cluster costs. */
const SOON_MS = LOCK_MS / 2;
/** More submissions than there are connections, each a transaction of its own as they come. */
const KEPT = Array.from({ length: 24 }, (_, n) => `u${n}`);
const FREE = ['c2', 'c3', 'c4'];
/** More clusters than may be waited for at the same time. */
const MANY = Array.from({ length: 12 }, (_, n) => `k${n}`);

/** Another process of ours that has the locks of these clusters, and goes no further. */
async function startHolder(environment: Readonly<Record<string, string>>, clusters: readonly string[]) {
  const library = new URL('../../libs/platform/dist/index.js', import.meta.url).href;
  const list = clusters.map((code) => `'${code}'`).join(', ');
  const script = `
    const { databaseOptions, loadConfig, openDatabase } = await import(${JSON.stringify(library)});
    const database = await openDatabase(databaseOptions(loadConfig()), false);
    await database.unitOfWork.run(async (tx) => {
      await tx.query("SELECT code FROM cluster WHERE code IN (${list})" + tx.forUpdate);
      process.stdout.write('held');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await once(child.stdout!, 'data');
  return child;
}

describe('clusters that another process keeps on PostgreSQL', () => {
  let api: RunningApi;
  let officer: Client;
  let holder: ChildProcess | undefined;
  const versions = new Map<string, number>();

  beforeAll(async () => {
    const settings = { databaseLockSeconds: LOCK_MS / 1000, databaseIdleSeconds: 60, sweepMs: 600_000 };
    api = await startApi({ database: 'postgres', settings });
    const office = await api.signIn([{ role: 'office' }]);
    const others = Object.fromEntries(
      [...FREE, ...MANY].map((code) => [code, [`${code}-1`, `${code}-2`, `${code}-3`]]),
    );
    const file = smallCompetition({ code: 'd', clusters: { c1: KEPT, ...others } });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'd' }]);
    await api.settled();
  });
  afterEach(() => {
    holder?.kill('SIGKILL');
    holder = undefined;
  });
  afterAll(() => api?.stop());

  const submit = async (unit: string, points: number) => {
    const began = performance.now();
    const sheet = { campaign: 'd', unit, stage: 'self' };
    const version = versions.get(unit) ?? 0;
    const { status, body } = await officer.submit<ProblemBody>(sheet, {
      version,
      key: randomUUID(),
      entries: selfScore(points),
    });
    if (status === 201) versions.set(unit, body['version'] as unknown as number);
    return { status, code: body.code, ms: performance.now() - began };
  };
  /** One after another without waiting for answers. */
  const dripped = async (units: readonly string[], points: number) => {
    const sent: ReturnType<typeof submit>[] = [];
    for (const unit of units) {
      sent.push(submit(unit, points));
      await sleep(20);
    }
    return sent;
  };

  it('cost the units of others a moment; theirs are told to come again in the time of a lock, and are accepted then', async () => {
    holder = await startHolder(api.environment, ['c1']);
    const kept = await dripped(KEPT, 1);
    const free = [];
    for (const n of [1, 2, 3]) free.push(...(await Promise.all(FREE.map((code) => submit(`${code}-${n}`, 2)))));
    expect(free.map(({ status }) => status)).toEqual(free.map(() => 201));
    expect(Math.max(...free.map(({ ms }) => ms))).toBeLessThan(SOON_MS);

    const refused = await Promise.all(kept);
    expect(refused.map(({ status, code }) => `${status} ${code}`)).toEqual(KEPT.map(() => '503 service.busy'));
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(LOCK_MS + SOON_MS);

    const again = await dripped(KEPT, 3);
    holder.kill('SIGKILL');
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(KEPT.map(() => 201));
    await api.settled();
  });

  it('are waited for by few at a time, however many they are', async () => {
    holder = await startHolder(api.environment, MANY);
    const kept = await dripped(
      MANY.flatMap((code) => [`${code}-1`, `${code}-2`]),
      1,
    );
    const free = await Promise.all(FREE.map((code) => submit(`${code}-1`, 4)));
    expect(free.map(({ status }) => status)).toEqual(free.map(() => 201));
    expect(Math.max(...free.map(({ ms }) => ms))).toBeLessThan(SOON_MS);
    const refused = await Promise.all(kept);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 service.busy']));
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(2 * LOCK_MS + SOON_MS);
  });
});
