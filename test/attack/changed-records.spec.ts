import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { UnitOfWork } from '@thidua/platform';
import type { AuditFinding, Head } from '@thidua/platform';
import { runCli } from '../cli/support/run-cli.js';
import { sheetPath } from '../support/client.js';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { verifyAudit } from '../support/verify-audit.js';

/** Every route that changes something or hands a document out, with the act that it leaves in the log. */
const RECORDED: Readonly<Record<string, string>> = {
  'POST /api/sessions': 'session.refused',
  'POST /api/sessions/link': 'session.open',
  'DELETE /api/session': 'session.close',
  'POST /api/invitations': 'session.refused',
  'POST /api/invitations/acceptance': 'account.password',
  'POST /api/invitations/administrator': 'account.create',
  'PUT /api/account/password': 'account.password',
  'PUT /api/account/language': 'account.language',
  'DELETE /api/account/sessions': 'session.close',
  'DELETE /api/account/sessions/:session': 'session.close',
  'POST /api/accounts': 'account.create',
  'PUT /api/accounts/:account': 'account.change',
  'PUT /api/accounts/:account/state': 'account.disable',
  'POST /api/accounts/:account/invitation': 'account.invite',
  'POST /api/accounts/:account/grants': 'grant.give',
  'POST /api/accounts/:account/grants/:grant/end': 'grant.end',
  'POST /api/campaigns/:campaign/clusters/:cluster/head': 'grant.give',
  'POST /api/campaigns/import': 'campaign.import',
  'GET /api/campaigns/:campaign/file': 'campaign.export',
  'GET /api/campaigns/:campaign/result': 'result.export',
  'POST /api/campaigns/:campaign/rule-sets': 'rules.draft',
  'POST /api/campaigns/:campaign/rule-sets/:number/application': 'rules.apply',
  'DELETE /api/campaigns/:campaign/rule-sets/:number': 'rules.withdraw',
  'PUT /api/campaigns/:campaign/units/:unit/sheets/:stage': 'sheet.draft',
  'DELETE /api/campaigns/:campaign/units/:unit/sheets/:stage/draft': 'sheet.discard',
  'POST /api/campaigns/:campaign/units/:unit/sheets/:stage/submission': 'sheet.submit',
  'POST /api/campaigns/:campaign/units/:unit/sheets/:stage/criteria/:criterion/reopening': 'criterion.reopen',
  'POST /api/campaigns/:campaign/clusters/:cluster/reviews': 'ranking.endorse',
  'POST /api/campaigns/:campaign/reviews': 'ranking.return',
  'POST /api/campaigns/:campaign/proposals/:proposal/decision': 'proposal.approve',
};

/** Tables whose rows the log tells of, with what names a row; all their columns are changed one by one. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  audit_event: ['seq'],
  submission: ['campaign', 'cluster', 'revision', 'ordinal'],
  review: ['id'],
  proposal: ['id'],
  decision: ['number'],
  rule_set: ['campaign', 'number'],
};

type Row = Record<string, string | number | boolean | null>;

describe.each(DATABASES)('the audit log on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
    const reward = { code: 'co', name: 'Cờ thi đua', quota: { count: 1 } };
    const ofCampaign = { code: 'khen', name: 'Bằng khen', scope: 'campaign', quota: { count: 1 } };
    const file = smallCompetition({
      code: 'n',
      clusters: { c: ['u1', 'u2'] },
      entries: [...ofUnit('u1', selfScore(90)), ...ofUnit('u2', selfScore(80))],
      rewards: [reward, ofCampaign],
    });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await managePeople();
    const officer = await api.signIn([{ role: 'unitOfficer', campaign: 'n', cluster: 'c', unit: 'u2' }]);
    const sheet = { campaign: 'n', unit: 'u2', stage: 'self' };
    expect((await officer.saveDraft(sheet, 1, selfScore(85))).status).toBe(200);
    expect((await officer.submit(sheet, { version: 2, entries: selfScore(95) })).status).toBe(201);
    expect((await officer.submit(sheet, { version: 3, entries: selfScore(96) })).status).toBe(201);
    // It changes no figure, and so makes no revision.
    expect((await officer.submit(sheet, { version: 4, entries: selfScore(96) })).status).toBe(201);
    const head = await api.signIn([{ role: 'clusterHead', campaign: 'n', cluster: 'c' }]);
    const corrected = [{ criterion: 'A', points: 94, reason: 'thiếu biên bản' }];
    expect((await head.submit({ ...sheet, stage: 'cluster' }, { version: 0, entries: corrected })).status).toBe(201);
    const reopening = '/api/campaigns/n/units/u2/sheets/cluster/criteria/A/reopening';
    expect((await head.post(reopening, { reason: 'bổ sung' }, { 'if-match': '"1"' })).status).toBe(201);
    expect((await officer.saveDraft(sheet, 5, selfScore(97))).status).toBe(200);
    const draft = `${sheetPath(sheet)}/draft`;
    expect((await officer.send('DELETE', draft, undefined, { 'if-match': '"6"' })).status).toBe(200);
    expect((await officer.get('/api/campaigns/n/result')).status).toBe(403);
    await api.settled();
    const committee = await api.signIn([{ role: 'committee', campaign: 'n' }]);
    const council = await api.signIn([{ role: 'councilMember', campaign: 'n' }]);
    const { clusters, campaignRewards } = await committee.read<{
      clusters: { revision: number }[];
      campaignRewards: { revision: number };
    }>('/api/campaigns/n/board');
    const endorsed = await committee.post('/api/campaigns/n/clusters/c/reviews', {
      revision: clusters[0]!.revision,
      seen: null,
      outcome: 'endorse',
    });
    expect(endorsed.status).toBe(201);
    const returned = { revision: campaignRewards.revision, seen: null, outcome: 'return', reason: 'Xem lại' };
    expect((await committee.post('/api/campaigns/n/reviews', returned)).status).toBe(201);
    const [proposal] = await council.read<{ id: number; revision: number }[]>('/api/campaigns/n/proposals');
    const approved = { revision: proposal!.revision, outcome: 'approve' };
    expect((await council.post(`/api/campaigns/n/proposals/${proposal!.id}/decision`, approved)).status).toBe(201);
    await changeRules(file);
    expect((await office.get('/api/campaigns/n/file')).status).toBe(200);
    expect((await office.get('/api/campaigns/n/result')).status).toBe(200);
    const wrong = { login: office.login, password: 'sai' };
    expect((await api.anonymous().post('/api/sessions', wrong)).status).toBe(401);
    expect((await officer.send('DELETE', '/api/session')).status).toBe(204);
  });
  afterAll(() => api?.stop());

  /** Drafts, withdraws and applies rules that change nothing. */
  async function changeRules(file: object): Promise<void> {
    const at = '/api/campaigns/n/rule-sets';
    const json = { 'content-type': 'application/json' };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await office.send('POST', at, JSON.stringify(file), json)).status).toBe(201);
    expect((await office.send('DELETE', `${at}/2`)).status).toBe(204);
    const { inForce, revision } = await office.read<{ inForce: number; revision: number }>(`${at}/3/preview`);
    const decided = { inForce, revision, basis: 'Quyết định 12', reason: 'thử' };
    expect((await office.post(`${at}/3/application`, decided)).status).toBe(201);
    await api.settled();
  }

  /** Each act there is on accounts and their grants. */
  async function managePeople(): Promise<void> {
    const person = { name: 'Người mới', login: 'nguoi-moi' };
    const made = await office.post<{ id: number }>('/api/accounts', person);
    const at = `/api/accounts/${made.body.id}`;
    expect((await office.put(at, { ...person, name: 'Người khác' })).status).toBe(200);
    const invited = await office.post<{ token: string }>(`${at}/invitation`, {});
    const acceptance = { token: invited.body.token, password: 'mot cau rat dai' };
    expect((await api.anonymous().post('/api/invitations/acceptance', acceptance)).status).toBe(201);
    expect((await office.put('/api/account/language', { language: 'en' })).status).toBe(204);
    const role = { role: 'unitOfficer', campaign: 'n', unit: 'u1' };
    const given = await office.post<{ grants: { id: number }[] }>(`${at}/grants`, role);
    const end = `${at}/grants/${given.body.grants[0]!.id}/end`;
    expect((await office.post(end, { reason: 'chuyển công tác' })).status).toBe(200);
    const head = { account: made.body.id, reason: 'luân phiên' };
    expect((await office.post('/api/campaigns/n/clusters/c/head', head)).status).toBe(201);
    expect((await office.put(`${at}/state`, { state: 'disabled', reason: 'nghỉ hưu' })).status).toBe(200);
    expect((await api.anonymous().post('/api/invitations', { token: 'không có' })).status).toBe(410);
  }

  const run = (sql: string, params: (string | number)[] = []) =>
    api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query<Row>(sql, params));
  const verify = (...heads: Head[]) => verifyAudit(api, ...heads);
  const found = async (...heads: Head[]) => (await verify(...heads)).findings;
  const codes = (findings: readonly AuditFinding[]) => findings.map(({ code, seq }) => `${code} ${seq}`);
  const records = () => rows<Row & { seq: number; hash: string }>(api, 'SELECT * FROM audit_event ORDER BY seq');
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row);
    const literal = (value: Row[string]) =>
      typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
    return run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`);
  };

  it('tells of every act: no route that changes something is missing', async () => {
    const reading = /^(GET|HEAD|OPTIONS) /;
    const routes = registeredRoutes(api.app.getHttpAdapter() as FastifyAdapter);
    const changing = routes.filter((route) => !reading.test(route));
    expect(Object.keys(RECORDED)).toEqual(expect.arrayContaining(changing));
    const actions = new Set((await records()).map(({ action }) => action));
    expect([...actions]).toEqual(
      expect.arrayContaining([
        ...Object.values(RECORDED),
        ...['account.create', 'session.link', 'proposals.record', 'access.refused'],
      ]),
    );
  });

  it('is sound as the service left it, and its head is told where it can be kept', async () => {
    const { head, findings } = await verify();
    expect(findings).toEqual([]);
    expect(head.seq).toBe((await records()).length);
    const { body } = await api.anonymous().get<{ checks: { audit: object } }>('/api/health/ready');
    expect(body.checks.audit).toEqual({ status: 'up', head: `${head.seq}:${head.hash}` });
    const forwarded = await api
      .anonymous()
      .get<{ checks: { audit: object } }>('/api/health/ready', { 'x-forwarded-for': '203.0.113.5' });
    expect(forwarded.body.checks.audit).toEqual({ status: 'up' });
    const answer = await office.get('/api/campaigns/n/file');
    const [last] = (await records()).slice(-1);
    expect(answer.headers.get('x-audit-head')).toBe(`${last!.seq}:${last!.hash}`);
    expect(answer.headers.get('content-disposition')).toContain(`${last!.seq}-${last!.hash}`);
    const [review] = await rows<{ snapshot: string }>(api, 'SELECT snapshot FROM review ORDER BY id');
    expect(JSON.parse(review!.snapshot)).toMatchObject({ auditHead: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
  });

  it.each(Object.keys(ROWS))('shows a change of any column of any row of %s', async (table) => {
    const all = await rows<Row>(api, `SELECT * FROM ${table}`);
    expect(all.length).toBeGreaterThan(0);
    const key = ROWS[table]!;
    const missed: string[] = [];
    const [sample] = all.slice(-1);
    for (const [column, value] of Object.entries(sample!)) {
      if (key.includes(column) && table !== 'audit_event') continue;
      const where = key.map((name) => `${name} = ${literalOf(sample![name]!)}`).join(' AND ');
      const isFlag = column === 'rests_on_all';
      const other = isFlag
        ? `NOT ${column}`
        : typeof value === 'number'
          ? `${column} + 100000`
          : literalOf(altered(value));
      // Foreign keys must not be what keeps it from being changed.
      if (REFERRING.has(`${table}.${column}`)) continue;
      await run(`UPDATE ${table} SET ${column} = ${other} WHERE ${where}`);
      if ((await found()).length === 0) missed.push(column);
      const back = key.includes(column) ? `${column} = ${other.replace(column, String(value))}` : where;
      await run(`UPDATE ${table} SET ${column} = ${isFlag ? `NOT ${column}` : literalOf(value)} WHERE ${back}`);
      expect([column, await found()]).toEqual([column, []]);
    }
    expect(missed).toEqual([]);
  });

  it('shows a change in any record, also one that leaves nothing readable', async () => {
    for (const { seq, detail } of await records()) {
      await run('UPDATE audit_event SET detail = ? WHERE seq = ?', ['{', seq]);
      expect(codes(await found())).toContain(`audit.record.changed ${seq}`);
      await run('UPDATE audit_event SET detail = ? WHERE seq = ?', [detail as string, seq]);
    }
    expect(await found()).toEqual([]);
  });

  it('shows a record taken out, two that changed places, and one slipped in', async () => {
    const second = (await records())[1]!;
    await run('DELETE FROM audit_event WHERE seq = 2');
    expect(codes(await found())).toContain('audit.gap 3');
    // Closing the gap by numbering anew changes the records.
    await insert('audit_event', second);
    await run('UPDATE audit_event SET seq = -1 WHERE seq = 2');
    await run('UPDATE audit_event SET seq = 2 WHERE seq = 3');
    await run('UPDATE audit_event SET seq = 3 WHERE seq = -1');
    expect(codes(await found())).toEqual(expect.arrayContaining(['audit.record.changed 2', 'audit.record.changed 3']));
    await run('UPDATE audit_event SET seq = -1 WHERE seq = 3');
    expect(codes(await found())).toContain('audit.record.changed -1');
    await run('UPDATE audit_event SET seq = 3 WHERE seq = 2');
    await run('UPDATE audit_event SET seq = 2 WHERE seq = -1');
    expect(await found()).toEqual([]);
  });

  it('shows that its end was cut off, by the head that it keeps and by one kept elsewhere', async () => {
    const { head } = await verify();
    const missing = `audit.head.missing ${head.seq}`;
    const last = (await records()).slice(-2);
    const before = (await records()).at(-3)!;
    for (const { seq } of last) await run('DELETE FROM audit_event WHERE seq = ?', [seq]);
    expect(codes(await found())).toEqual([missing]);
    expect(codes(await found(head))).toEqual([missing, missing]);
    // Also once more was recorded.
    expect((await office.get('/api/campaigns/n/file')).status).toBe(200);
    expect(codes(await found())).toEqual([`audit.gap ${head.seq + 1}`]);
    await run('DELETE FROM audit_event WHERE seq = ?', [head.seq + 1]);
    // Whoever sets back the kept one, too, is found out by the other.
    await run('UPDATE audit_head SET seq = ?, hash = ?', [before.seq, before.hash]);
    expect(codes(await found())).toEqual([]);
    expect(codes(await found(head))).toEqual([missing]);
    for (const row of last) await insert('audit_event', row);
    expect(codes(await found(head))).toEqual([`audit.head.behind ${head.seq}`]);
    await run('DELETE FROM audit_head');
    expect(codes(await found(head))).toEqual([`audit.head.behind ${head.seq}`]);
    // Without it nothing more is recorded, and so nothing more is done.
    expect((await office.get('/api/campaigns/n/file')).status).toBe(500);
    await insert('audit_head', { id: 1, seq: head.seq, hash: head.hash });
    expect(await found(head)).toEqual([]);
  });

  it('shows that all was written anew, by a head kept elsewhere', async () => {
    const { head } = await verify();
    expect(codes(await found({ ...head, hash: 'f'.repeat(64) }))).toEqual([`audit.head.differs ${head.seq}`]);
  });

  it('shows rows that were added past the service, and those taken away', async () => {
    const [submission] = await rows<Row>(api, 'SELECT * FROM submission WHERE ordinal = 1');
    const { revision } = submission as { revision: number };
    const added = { ...submission!, revision: revision + 100, idempotency_key: 'past-the-service' };
    await insert('submission', added);
    expect((await found()).map(({ code, subject }) => [code, subject])).toEqual([
      ['audit.row.unrecorded', `submission n/c/${revision + 100}.1`],
    ]);
    await run('DELETE FROM submission WHERE revision = ?', [revision + 100]);
    await run('DELETE FROM submission WHERE ordinal = 1');
    expect((await found()).map(({ code, subject }) => [code, subject])).toEqual([
      ['audit.row.missing', `submission n/c/${revision}.1`],
    ]);
    await insert('submission', submission!);
    expect(await found()).toEqual([]);
  });

  it('is checked on the command line, in both languages, with exit status 1 for what was found', async () => {
    const { head } = await verify();
    const sound = await runCli(['audit', 'verify', '--head', `${head.seq}:${head.hash}`], api.environment);
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    expect(sound.stdout).toContain(`Dấu cuối: ${head.seq}:${head.hash}`);
    await run("UPDATE audit_event SET subject = 'khác' WHERE seq = 3");
    const vi = await runCli(['audit', 'verify'], api.environment);
    const en = await runCli(['audit', 'verify', '--lang', 'en'], api.environment);
    expect([vi.status, en.status]).toEqual([1, 1]);
    expect(vi.stdout).toMatch(/^Cơ sở dữ liệu: \S.*\n$/);
    expect(en.stdout).toMatch(/^Database: \S.*\n$/);
    expect(vi.stderr).toBe('audit.record.changed: bản ghi 3 (khác) đã bị sửa: nội dung không khớp mã của chính nó\n');
    expect(en.stderr).toBe('audit.record.changed: record 3 (khác) was changed: it does not have its own hash\n');
    expect(await runCli(['audit', 'verify', '--head', 'abc', '--lang', 'en'], api.environment)).toMatchObject({
      status: 1,
      stderr: '--head abc: a head is NUMBER:HASH, with 64 hexadecimal digits\n',
    });
  });
});

/** Columns whose every value another row must have: the database itself keeps them. */
const REFERRING = new Set(['review.campaign', 'proposal.campaign', 'proposal.review_id', 'decision.proposal_id']);

/** Another text of the same length: the database itself keeps some from being longer. */
function altered(value: string | boolean | null): string {
  const text = String(value ?? 'x');
  return text.slice(0, -1) + (text.endsWith('x') ? 'y' : 'x');
}

function literalOf(value: Row[string]): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
