import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import { UnitOfWork } from '@thidua/platform';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import { Client } from '../support/client.js';
import { selfScore } from '../support/competitions.js';
import { scoreOf } from '../support/expected-result.js';
import { makeOlder } from '../support/older-database.js';
import type { OlderDatabase } from '../support/older-database.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { verifyAudit } from '../support/verify-audit.js';

/**
 * A database of the version that knew accounts by their logins and grants without terms: campaign `cu` with submissions,
 * one of them repeated, a criterion reopened, a draft, endorsements of both clusters and of the campaign, an award given
 * and one refused; accounts of all parts, one disabled, one with a password.
 */
const BEFORE_ACCOUNTS: OlderDatabase = {
  file: 'before-accounts.sql',
  migrations: 17,
  numbered: { role_grant: 'id', review: 'id', proposal: 'id', decision: 'number' },
};

describe.each(DATABASES)('a database of the version before accounts had numbers, on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database, prepare: (place) => makeOlder(BEFORE_ACCOUNTS, database, place) });
    await api.settled();
  });
  afterAll(() => api?.stop());

  const signedIn = async (login: string) => Client.byLink(api.url, await api.get<SignIn>(SignIn).issueLink(login));
  const change = (sql: string) => api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query(sql));

  it('keeps accounts, passwords and grants, which are open at both ends', async () => {
    const accounts = await rows<{ login: string; name: string; state: string; grants: number | string }>(
      api,
      `SELECT a.login, p.name, a.state, COUNT(g.id) AS grants FROM account a JOIN person p ON p.id = a.person_id
         LEFT JOIN role_grant g ON g.account_id = a.id AND g.from_day IS NULL AND g.to_day IS NULL AND g.ended_at IS NULL
        GROUP BY a.login, p.name, a.state ORDER BY a.login`,
    );
    expect(accounts.map(({ login, name, state, grants }) => [login, name, state, Number(grants)])).toEqual([
      ['login-1', 'Cơ quan thường trực', 'active', 1],
      ['login-2', 'Cán bộ u2', 'active', 1],
      ['login-3', 'Cụm trưởng c1', 'active', 1],
      ['login-4', 'Ủy viên', 'active', 1],
      ['login-5', 'Thành viên Hội đồng', 'active', 1],
      ['login-6', 'Đã nghỉ', 'disabled', 1],
      ['mat-khau', 'Có mật khẩu', 'active', 1],
    ]);
    const byPassword = { login: 'mat-khau', password: 'mat khau cua toi' };
    expect((await api.anonymous().post('/api/sessions', byPassword)).status).toBe(201);
    expect((await signedIn('login-2').then((client) => client.get('/api/campaigns/cu/board'))).status).toBe(200);
    await expect(signedIn('login-6')).rejects.toThrow('410');
  });

  it.each([
    ['submission', 'submitted_by'],
    ['review', 'reviewed_by'],
    ['decision', 'decided_by'],
  ])('points each %s to the account that made it', async (table, label) => {
    const found = await rows<{ login: string | null; label: string | null }>(
      api,
      `SELECT a.login, t.${label} AS label FROM ${table} t LEFT JOIN account a ON a.id = t.account_id`,
    );
    expect(found.filter((row) => row.label !== null).length).toBeGreaterThan(1);
    expect(found.filter((row) => row.login !== row.label)).toEqual([]);
  });

  it('has a sound audit log over the rows as they were', async () => {
    const found = async () => (await verifyAudit(api)).findings.map(({ subject }) => subject);
    expect(await found()).toEqual([]);
    await change("UPDATE decision SET decided_by = 'login-1' WHERE number = 1");
    expect(await found()).toEqual(['decision 1']);
    await change("UPDATE decision SET decided_by = 'login-5' WHERE number = 1");
    expect(await found()).toEqual([]);
  });

  it('is ranked as before, and goes on: new accounts get new numbers', async () => {
    const office = await signedIn('login-1');
    const file = await office.read<JsonObject>('/api/campaigns/cu/file');
    expect(await office.read<ResultDocument>('/api/campaigns/cu/result')).toEqual(scoreOf(file));
    const council = await signedIn('login-5');
    const decided =
      await council.read<{ decision: { by: string; outcome: string } | null; id: number }[]>(
        '/api/campaigns/cu/proposals',
      );
    expect(decided.map(({ decision }) => decision && [decision.outcome, decision.by])).toEqual([
      ['approve', 'Thành viên Hội đồng'],
      ['reject', 'Thành viên Hội đồng'],
      null,
      null,
    ]);
    const officer = await signedIn('login-2');
    const own = { campaign: 'cu', unit: 'u2', stage: 'self' };
    expect((await officer.submit(own, { version: 4, entries: selfScore('62') })).status).toBe(201);
    const grants = [{ role: 'unitOfficer', campaign: 'cu', cluster: 'c1', unit: 'u1' }] as const;
    await api.get<Accounts>(Accounts).create({ login: 'nguoi-moi', name: 'Người mới', grants }, null);
    const other = await signedIn('nguoi-moi');
    expect((await other.submit({ ...own, unit: 'u1' }, { version: 2, entries: selfScore('52') })).status).toBe(201);
    await api.settled();
    expect(await office.read<ResultDocument>('/api/campaigns/cu/result')).toEqual(
      scoreOf(await office.read<JsonObject>('/api/campaigns/cu/file')),
    );
    expect((await verifyAudit(api)).findings).toEqual([]);
  });
});
