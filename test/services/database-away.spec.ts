import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { wireTo } from '../support/postgres/wire.js';
import type { Wire } from '../support/postgres/wire.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

describe('while the database is away', () => {
  let wire: Wire;
  let api: RunningApi;
  let office: Client;
  let officer: Client;
  const sheet = { campaign: 'd', unit: 'u1', stage: 'self' };

  beforeAll(async () => {
    api = await startApi({ database: 'postgres', by: async (url) => (wire = await wireTo(url)).url });
    office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'd', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(1)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'd', cluster: 'c1', unit: 'u1' }]);
    await api.settled();
  });
  afterAll(async () => {
    wire?.mend();
    await api?.stop();
    await wire?.remove();
  });

  it('says so, loses nothing, and goes on when it is back', async () => {
    const { version } = await officer.read<JsonObject & { version: number }>(sheetPath(sheet));
    const submission = { version, key: randomUUID(), entries: selfScore(7) };
    wire.cut();
    const refused = [
      await officer.submit<ProblemBody>(sheet, submission),
      await officer.saveDraft<ProblemBody>(sheet, version, selfScore(8)),
      await officer.get<ProblemBody>(sheetPath(sheet)),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
      Array.from({ length: 3 }, () => '503 service.unavailable'),
    );
    expect((await api.anonymous().get('/api/health/ready')).body).toMatchObject({
      checks: { database: { status: 'down' } },
    });

    wire.mend();
    await eventually('the service is ready', async () => (await officer.get('/api/health/ready')).status === 200);
    expect((await officer.submit(sheet, submission)).status).toBe(201);
    await api.settled();
    const { clusters } = await office.read<{ clusters: { standings: { total: string }[] }[] }>(
      '/api/campaigns/d/result',
    );
    expect(clusters[0]!.standings[0]!.total).toBe('107.00');
  });
});
