import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditFindings } from '../cli/support/audit-findings.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { Client } from '../support/client.js';
import { selfScore, smallCompetition } from '../support/competitions.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { RunningProcess } from './support/running-process.js';

const CLUSTERS = ['c1', 'c2', 'c3'];
const UNITS = CLUSTERS.flatMap((cluster) => [1, 2, 3].map((n) => ({ cluster, unit: `${cluster}u${n}` })));
/** Every unit submits by one of the processes, some of each cluster by either: they contend for the same rows. */
const BY_OTHER = (index: number) => index % 2 === 0;

interface Accepted {
  readonly cluster: string;
  readonly revision: number;
}

describe('the audit log of several API processes on one database', () => {
  let api: RunningApi;
  let clients: Client[];
  const folders: (() => Promise<void>)[] = [];
  const processes: RunningProcess[] = [];

  beforeAll(async () => {
    api = await startApi({ database: 'postgres' });
    const office = await api.signIn([{ role: 'office' }]);
    const clusters = Object.fromEntries(
      CLUSTERS.map((code) => [code, UNITS.filter(({ cluster }) => cluster === code).map(({ unit }) => unit)]),
    );
    expect((await office.import(JSON.stringify(smallCompetition({ code: 'n', clusters })), 'json')).status).toBe(201);
    clients = await Promise.all(
      UNITS.map(({ cluster, unit }) => api.signIn([{ role: 'unitOfficer', campaign: 'n', cluster, unit }])),
    );
  });
  afterAll(async () => {
    for (const each of processes) await each.stop();
    await api?.stop();
    for (const remove of folders) await remove();
  });

  /** Another API process, with a data folder of its own. */
  async function another(): Promise<{ process: RunningProcess; url: string }> {
    const folder = await tempFolder();
    folders.push(folder.remove);
    const { DATABASE_URL } = api.environment;
    const { api: process, url } = await RunningProcess.api({
      dataDir: folder.path,
      processors: 'none',
      env: { DATABASE_URL: DATABASE_URL! },
    });
    processes.push(process);
    return { process, url };
  }

  /** Submits one sheet after the other until told to stop, or until nobody answers. */
  async function keepSubmitting(client: Client, unit: string, isOver: () => boolean): Promise<Accepted[]> {
    const accepted: Accepted[] = [];
    const sheet = { campaign: 'n', unit, stage: 'self' };
    const cluster = unit.slice(0, 2);
    let { version } = await client.read<{ version: number }>(`/api/campaigns/n/units/${unit}/sheets/self`);
    while (!isOver()) {
      const sent = client.submit<{ version: number; revision: number }>(sheet, {
        version,
        entries: selfScore(version % 100),
      });
      const answer = await sent.catch(() => null);
      if (answer === null) return accepted;
      expect(answer.status).toBe(201);
      version = answer.body.version;
      accepted.push({ cluster, revision: answer.body.revision });
    }
    return accepted;
  }

  it('has every accepted submission once, in one chain, whenever one of them is killed', async () => {
    const accepted: Accepted[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { process, url } = await another();
      let isOver = false;
      const running = UNITS.map(({ unit }, index) => {
        const own = clients[index]!;
        const client = BY_OTHER(index) ? Object.assign(new Client(url), { ...own, url }) : own;
        return keepSubmitting(client, unit, () => isOver);
      });
      await sleep(700 + Math.random() * 500);
      await process.kill();
      await sleep(200);
      isOver = true;
      accepted.push(...(await Promise.all(running)).flat());
      expect(await auditFindings(api.environment)).toEqual([]);
    }
    expect(accepted.length).toBeGreaterThan(UNITS.length);
    const told = await rows<{ detail: string }>(api, "SELECT detail FROM audit_event WHERE action = 'sheet.submit'");
    const recorded = told.map(({ detail }) => JSON.parse(detail) as Accepted);
    const keys = recorded.map(({ cluster, revision }) => `${cluster}/${revision}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(accepted.map(({ cluster, revision }) => `${cluster}/${revision}`)));
  });
});
