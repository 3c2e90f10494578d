import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@thidua/platform';
import type { JsonObject } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { wireTo } from '../support/postgres/wire.js';
import type { Wire } from '../support/postgres/wire.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const SHEET = { campaign: 'd', unit: 'u1', stage: 'self' };
const SETTINGS = { databaseStatementSeconds: 2, databaseLockSeconds: 1, databaseIdleSeconds: 4 };

/** Another process of ours that has the locks every submission needs, and goes no further. */
async function startHolder(environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const library = new URL('../../libs/platform/dist/index.js', import.meta.url).href;
  const script = `
    const { databaseOptions, loadConfig, openDatabase } = await import(${JSON.stringify(library)});
    const database = await openDatabase(databaseOptions(loadConfig()), false);
    await database.unitOfWork.run(async (tx) => {
      await tx.query('SELECT code FROM cluster' + tx.forUpdate);
      await tx.query('SELECT seq FROM audit_head' + tx.forUpdate);
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

describe('a peer of PostgreSQL that goes silent', () => {
  let api: RunningApi;
  let wire: Wire | undefined;
  let holder: ChildProcess | undefined;
  let officer: Client;

  const start = async (by?: (url: string) => Promise<string>): Promise<number> => {
    api = await startApi({ database: 'postgres', settings: SETTINGS, ...(by && { by }) });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'd', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(1)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'd', cluster: 'c1', unit: 'u1' }]);
    await api.settled();
    return (await officer.read<JsonObject & { version: number }>(sheetPath(SHEET))).version;
  };

  afterEach(async () => {
    holder?.kill('SIGKILL');
    wire?.cut();
    await api.stop();
    await wire?.remove();
    holder = undefined;
    wire = undefined;
  });

  it('frozen in a transaction: others are told to come again, and its locks do not outlive its time', async () => {
    const version = await start();
    const submission = { version, key: randomUUID(), entries: selfScore(7) };
    holder = await startHolder(api.environment);
    holder.kill('SIGSTOP');

    const refused = await officer.submit<ProblemBody>(SHEET, submission);
    expect(`${refused.status} ${refused.body.code}`).toBe('503 service.busy');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await officer.get('/api/health/ready')).body).toMatchObject({ checks: { database: { status: 'down' } } });
    // Readers need no lock.
    expect((await officer.get(sheetPath(SHEET))).status).toBe(200);

    await eventually('the same is accepted', async () => (await officer.submit(SHEET, submission)).status === 201);
    expect((await officer.get('/api/health/ready')).status).toBe(200);
    await api.settled();
  });

  it('cut off: the server finds out by itself', async () => {
    await start();
    // That the machine at the other end is gone cannot be played on one machine: what the server was asked to do is looked at.
    const names = ['tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'tcp_user_timeout'];
    const rows = await api
      .get<Reader>(Reader)
      .query<{ name: string; setting: string }>(
        `SELECT name, setting FROM pg_settings WHERE name IN (${names.map((name) => `'${name}'`).join(', ')})`,
      );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]))).toEqual({
      tcp_keepalives_idle: 10,
      tcp_keepalives_interval: 4,
      tcp_keepalives_count: 3,
      tcp_user_timeout: 20_000,
    });
  });

  it('a server of which nothing comes: every request is answered, and all goes on by new connections', async () => {
    const version = await start(async (url) => (wire = await wireTo(url)).url);
    const submission = { version, key: randomUUID(), entries: selfScore(7) };
    wire!.silence();
    const refused = await officer.submit<ProblemBody>(SHEET, submission);
    expect(`${refused.status} ${refused.body.code}`).toBe('503 service.unavailable');
    await eventually('the same is accepted', async () =>
      [200, 201].includes((await officer.submit(SHEET, submission)).status),
    );
  });
});
