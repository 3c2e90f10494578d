import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { JsonObject } from '@thidua/scoring';
import type { DataSource } from 'typeorm';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DISKS } from '../support/disks.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const UNITS = Array.from({ length: 12 }, (_, index) => `u${index + 1}`);
const MANY = Array.from({ length: 500 }, (_, index) => `m${index}`);
const sheetOf = (unit: string) => ({ campaign: 'd', unit, stage: 'self' });

describe.each(DATABASES)('a full disk, on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let officers: Client[];

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
    const entries = UNITS.flatMap((unit) => ofUnit(unit, selfScore(1)));
    const file = smallCompetition({ code: 'd', clusters: { c1: UNITS }, entries });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officers = await Promise.all(
      UNITS.map((unit) => api.signIn([{ role: 'unitOfficer', campaign: 'd', cluster: 'c1', unit }])),
    );
    await api.settled();
  });
  afterAll(async () => {
    await api?.stop();
  });

  it('is told as that, with what to do; nothing accepted is lost, and the same is accepted when there is room', async () => {
    const source = api.get<DataSource>(getDataSourceToken());
    const versions = await Promise.all(
      officers.map(async (officer, index) => {
        const sheet = await officer.read<JsonObject & { version: number }>(sheetPath(sheetOf(UNITS[index]!)));
        return sheet.version;
      }),
    );
    const submissions = officers.map((_, index) => ({
      version: versions[index]!,
      key: randomUUID(),
      entries: selfScore(index + 2),
      headers: { 'accept-language': 'vi' },
    }));
    const submitAll = () =>
      Promise.all(
        officers.map((officer, index) => officer.submit<ProblemBody>(sheetOf(UNITS[index]!), submissions[index]!)),
      );

    await DISKS[database].fill(source);
    const refused = [
      ...(await submitAll()),
      await office.import(JSON.stringify(smallCompetition({ code: 'e', clusters: { c1: MANY } })), 'json'),
    ];
    expect(refused.map(({ status, body }) => `${status} ${String(body.code)}`)).toEqual(
      refused.map(() => '503 storage.unwritable'),
    );
    expect(refused[0]!.body.detail).toMatch(/^Máy chủ chưa ghi được gì vì ổ đĩa đã đầy .* rồi gửi lại\.$/);
    expect(refused[0]!.headers.get('retry-after')).toBe('60');
    // What was accepted can be read all the while.
    const before = await officers[0]!.read<JsonObject & { version: number }>(sheetPath(sheetOf('u1')));
    expect(before.version).toBe(versions[0]);

    await DISKS[database].free(source);
    expect((await submitAll()).map(({ status }) => status)).toEqual(UNITS.map(() => 201));
    await api.settled();
    const { clusters } = await office.read<{ clusters: { standings: { unit: string; total: string }[] }[] }>(
      '/api/campaigns/d/result',
    );
    const totals = new Map(clusters[0]!.standings.map(({ unit, total }) => [unit, total]));
    expect(UNITS.map((unit) => totals.get(unit))).toEqual(UNITS.map((_, index) => `${100 + index + 2}.00`));
  });
});
