import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Accounts } from '@thidua/identity';
import { AuditTally, Reader } from '@thidua/platform';
import { DataSource } from 'typeorm';
import type { Client } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface Recorded {
  actor: string | null;
  subject: string;
  count: number;
  asked: string[];
}

describe.each(DATABASES)('sign-ins beyond a limit on %s', (database) => {
  let api: RunningApi;
  beforeAll(
    async () => void (api = await startApi({ database, settings: { signInsPerAddress: 4, signInsPerAccount: 9 } })),
  );
  afterAll(() => api?.stop());

  it('ask the database nothing, and are counted, with the account that was tried before', async () => {
    const { login } = await api.signIn([]);
    const tally = api.get<AuditTally>(AuditTally);
    const signIn = async (as: string) =>
      (await api.anonymous().post('/api/sessions', { login: as, password: 'sai' })).status;
    await tally.flush();
    expect([await signIn('khong-co'), await signIn(login!), await signIn(login!)]).toEqual([401, 401, 401]);
    expect(await signIn('khong-co-nua')).toBe(401);

    const accounts = api.get<Accounts>(Accounts);
    const reader = api.get<Reader>(Reader);
    const asked = [
      ...[jest.spyOn(accounts, 'exists'), jest.spyOn(reader, 'query')],
      ...[jest.spyOn(api.get<DataSource>(DataSource), 'createQueryRunner'), jest.spyOn(reader.manager, 'existsBy')],
    ];
    const flood = await Promise.all(Array.from({ length: 50 }, (_, n) => signIn(n % 2 === 0 ? login! : `ai-${n}`)));
    expect(flood).toEqual(Array.from({ length: 50 }, () => 429));
    expect(asked.map((each) => each.mock.calls.length)).toEqual([0, 0, 0, 0]);
    jest.restoreAllMocks();

    await tally.flush();
    const records = await rows<{ detail: string }>(
      api,
      "SELECT detail FROM audit_event WHERE action = 'session.refused' ORDER BY seq",
    );
    expect(records.map(({ detail }) => JSON.parse(detail) as object)).toEqual([
      { count: 1, asked: ['POST /api/sessions'] },
      { count: 1, asked: [login] },
      { count: 26, asked: ['POST /api/sessions'] },
      { count: 26, asked: [login] },
    ]);
  });
});

describe.each(DATABASES)('refusals and failed sign-ins on %s', (database) => {
  let api: RunningApi;
  let outsider: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'n', clusters: { c: ['u1'] } });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    outsider = await api.signIn([{ role: 'admin' }]);
  });
  afterAll(() => api?.stop());

  const recorded = async (action: string): Promise<Recorded[]> => {
    const found = await rows<{ actor: string | null; subject: string; detail: string }>(
      api,
      'SELECT actor, subject, detail FROM audit_event WHERE action = ? ORDER BY seq',
      [action],
    );
    return found.map(({ detail, ...row }) => ({
      ...row,
      ...(JSON.parse(detail) as Pick<Recorded, 'count' | 'asked'>),
    }));
  };
  const flush = () => api.get<AuditTally>(AuditTally).flush();

  it('are recorded at once, and then counted: many leave two records', async () => {
    await flush();
    const refuse = () => outsider.get('/api/campaigns/n/result');
    expect((await refuse()).status).toBe(403);
    const asked = 'GET /api/campaigns/:campaign/result';
    const first = { actor: outsider.login!, subject: '127.0.0.1', count: 1, asked: [asked] };
    expect(await recorded('access.refused')).toEqual([first]);
    for (let n = 0; n < 20; n += 1) await refuse();
    const forged = await outsider.post('/api/campaigns/import', {}, { 'x-csrf-token': 'forged' });
    expect(forged.status).toBe(403);
    expect(await recorded('access.refused')).toEqual([first]);
    await flush();
    expect(await recorded('access.refused')).toEqual([
      first,
      { ...first, count: 21, asked: [asked, 'POST /api/campaigns/import'] },
    ]);
  });

  it('name the account that somebody tried, and never what was typed in place of one', async () => {
    await flush();
    const signIn = (login: string) => api.anonymous().post('/api/sessions', { login, password: 'sai' });
    expect((await signIn('mat-khau-go-nham')).status).toBe(401);
    expect((await signIn(outsider.login!)).status).toBe(401);
    expect((await api.anonymous().post('/api/sessions/link', { token: 'không có' })).status).toBe(410);
    await flush();
    expect(await recorded('session.refused')).toEqual([
      { actor: null, subject: '127.0.0.1', count: 1, asked: ['POST /api/sessions'] },
      { actor: null, subject: '127.0.0.1', count: 1, asked: [outsider.login] },
      { actor: null, subject: '127.0.0.1', count: 1, asked: ['POST /api/sessions/link'] },
    ]);
  });

  it('of an account that is tried stand by themselves, however many addresses draw the attention', async () => {
    await flush();
    const tally = api.get<AuditTally>(AuditTally);
    const refused = { action: 'decoys', actor: null, asked: 'POST /x' };
    for (let n = 0; n < 20; n += 1) await tally.note({ ...refused, address: `203.0.113.${n}` });
    const tried = { ...refused, address: '198.51.100.1', asked: 'chu-tich', tried: 'chu-tich' };
    for (let n = 0; n < 10; n += 1) await tally.note(tried);
    await flush();
    const told = (await recorded('decoys')).filter(({ subject }) => subject === '198.51.100.1');
    expect(told.map(({ count, asked }) => [count, asked])).toEqual([
      [1, ['chu-tich']],
      [9, ['chu-tich']],
    ]);
  });

  it('of ever new addresses are told together: the disk does not fill', async () => {
    await flush();
    const before = (await recorded('flood')).length;
    const tally = api.get<AuditTally>(AuditTally);
    for (let n = 0; n < 1_000; n += 1) {
      await tally.note({ action: 'flood', actor: null, address: `203.0.113.${n}`, asked: 'POST /x' });
    }
    await tally.note({ action: 'flood', actor: 'officer', address: '203.0.113.1', asked: 'POST /x' });
    await flush();
    const left = (await recorded('flood')).slice(before);
    expect(left.reduce((sum, { count }) => sum + count, 0)).toBe(1_001);
    expect(left.length).toBeLessThanOrEqual(20);
    // Whoever is signed in is named, however many strangers come.
    expect(left.filter(({ actor }) => actor === 'officer')).toHaveLength(1);
  });
});
