import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NewAccount } from '@thidua/identity';
import { UnitOfWork } from '@thidua/platform';
import { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** Campaigns `a` and `b` alike: c1 with u1 and u2, c2 with v1; a stage for each of those who may score at one. */
const STAGES = [
  { code: 'self', name: 'Tự chấm', by: 'unit' },
  { code: 'cấp-trên', name: 'Cấp trên chấm', by: 'superior' },
  { code: 'cluster', name: 'Cụm chấm', by: 'cluster' },
  { code: 'office', name: 'Thẩm định', by: 'office' },
  { code: 'hội-đồng', name: 'Hội đồng chấm', by: 'panel' },
];

/** Whom the walk changes once it is there: past the service, as it must judge what it finds. */
const ENDED = 'ended';
const DISABLED = 'disabled';

const ACTORS: Readonly<Record<string, NewAccount['grants']>> = {
  nobody: [],
  admin: [{ role: 'admin' }],
  office: [{ role: 'office' }],
  officeA: [{ role: 'office', campaign: 'a' }],
  head: [{ role: 'clusterHead', campaign: 'a', cluster: 'c1' }],
  deputy: [{ role: 'clusterDeputy', campaign: 'a', cluster: 'c1' }],
  deputyC2: [{ role: 'clusterDeputy', campaign: 'a', cluster: 'c2' }],
  unit: [{ role: 'unitOfficer', campaign: 'a', cluster: 'c1', unit: 'u1' }],
  /** Heads the cluster no more, and is the officer of a unit of it still. */
  formerHead: [
    { role: 'clusterHead', campaign: 'a', cluster: 'c1', fromDay: '2022-01-01', toDay: '2022-12-31' },
    { role: 'unitOfficer', campaign: 'a', cluster: 'c1', unit: 'u1', fromDay: '2023-01-01', toDay: '2999-12-31' },
  ],
  committee: [{ role: 'committee', campaign: 'a' }],
  committeeC1: [{ role: 'committee', campaign: 'a', cluster: 'c1' }],
  chair: [{ role: 'councilChair', campaign: 'a' }],
  secretary: [{ role: 'councilSecretary', campaign: 'a' }],
  member: [{ role: 'councilMember', campaign: 'a' }],
  auditor: [{ role: 'auditor' }],
  auditorA: [{ role: 'auditor', campaign: 'a' }],
  expired: [
    { role: 'office', toDay: '2022-12-31' },
    { role: 'admin', toDay: '2022-12-31' },
  ],
  future: [{ role: 'committee', campaign: 'a', fromDay: '2999-01-01' }],
  [ENDED]: [{ role: 'office' }, { role: 'committee', campaign: 'a', toDay: '2999-12-31' }],
  [DISABLED]: [{ role: 'office' }, { role: 'committee', campaign: 'a' }],
};

const PUBLIC = 'public';
const SIGNED_IN = Object.keys(ACTORS)
  .filter((actor) => actor !== DISABLED)
  .join(' ');
const COUNCIL = 'chair secretary member';
const HEADS = 'head deputy';
const UNIT = 'unit formerHead';
const AUDITORS = 'auditor auditorA';
const READ_ALL = `office officeA committee ${COUNCIL} ${AUDITORS}`;
const SEE_SOMETHING = `${READ_ALL} ${HEADS} deputyC2 ${UNIT} committeeC1`;
/** Those who manage accounts, of the whole system or of campaign `a`. */
const MANAGERS = 'admin office officeA';
/** Those who may read any campaign. */
const ANYWHERE = 'office auditor';

/**
 * Who may call what: by route, by the values of its parameters, the actors that are not refused. Whoever is not named
 * is refused; a route that is not named fails the test.
 */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /api/health/live': { '': PUBLIC },
  'GET /api/health/ready': { '': PUBLIC },
  'GET /api/metrics': { '': PUBLIC },
  'GET /api/openapi.json': { '': PUBLIC },
  'POST /api/sessions': { '': PUBLIC },
  'POST /api/sessions/link': { '': PUBLIC },
  'POST /api/invitations': { '': PUBLIC },
  'POST /api/invitations/acceptance': { '': PUBLIC },
  'POST /api/invitations/administrator': { '': PUBLIC },
  'GET /api/accounts': { '': `${MANAGERS} ${AUDITORS}` },
  'POST /api/accounts': { '': MANAGERS },
  // The first account is nobody's that has a right: whoever may manage accounts at all may manage it.
  'GET /api/accounts/:account': { 1: `${MANAGERS} ${AUDITORS}`, 999: `${MANAGERS} ${AUDITORS}` },
  'PUT /api/accounts/:account': { 1: MANAGERS },
  'PUT /api/accounts/:account/state': { 1: MANAGERS },
  'POST /api/accounts/:account/invitation': { 999: MANAGERS },
  'POST /api/accounts/:account/grants': { 1: MANAGERS },
  'POST /api/accounts/:account/grants/:grant/end': { '1 999': MANAGERS },
  'POST /api/campaigns/:campaign/clusters/:cluster/head': {
    'a c1': MANAGERS,
    'a c2': MANAGERS,
    'b c1': 'admin office',
  },
  'GET /api/session': { '': SIGNED_IN },
  'DELETE /api/session': { '': SIGNED_IN },
  'PUT /api/account/password': { '': SIGNED_IN },
  'PUT /api/account/language': { '': SIGNED_IN },
  'GET /api/account/sessions': { '': SIGNED_IN },
  'DELETE /api/account/sessions': { '': SIGNED_IN },
  'DELETE /api/account/sessions/:session': { none: SIGNED_IN },
  'GET /api/campaigns': { '': SIGNED_IN },
  'POST /api/campaigns/import': { '': 'admin office' },
  'GET /api/campaigns/:campaign': { a: `admin ${SEE_SOMETHING}`, b: `admin ${ANYWHERE}` },
  'GET /api/campaigns/:campaign/clusters': { a: `admin ${READ_ALL} ${HEADS} deputyC2 ${UNIT}`, b: `admin ${ANYWHERE}` },
  'GET /api/campaigns/:campaign/scales': { a: `admin ${READ_ALL} ${HEADS} deputyC2 ${UNIT}`, b: `admin ${ANYWHERE}` },
  'GET /api/campaigns/:campaign/rules': { a: `admin ${READ_ALL} ${HEADS} deputyC2 ${UNIT}`, b: `admin ${ANYWHERE}` },
  'GET /api/campaigns/:campaign/board': { a: SEE_SOMETHING, b: ANYWHERE },
  'GET /api/campaigns/:campaign/events': { a: SEE_SOMETHING, b: ANYWHERE },
  'GET /api/campaigns/:campaign/result': { a: READ_ALL, b: ANYWHERE },
  'GET /api/campaigns/:campaign/file': { a: `office officeA committee ${AUDITORS}`, b: ANYWHERE },
  'GET /api/campaigns/:campaign/reviews/:review/file': {
    'a 1': `office officeA committee ${AUDITORS}`,
    'b 1': ANYWHERE,
  },
  'GET /api/campaigns/:campaign/rule-sets': { a: READ_ALL, b: ANYWHERE },
  'POST /api/campaigns/:campaign/rule-sets': { a: 'office officeA', b: 'office' },
  'GET /api/campaigns/:campaign/rule-sets/:number/file': { 'a 1': READ_ALL, 'b 1': ANYWHERE },
  'GET /api/campaigns/:campaign/rule-sets/:number/preview': { 'a 1': 'office officeA', 'b 1': 'office' },
  'POST /api/campaigns/:campaign/rule-sets/:number/application': { 'a 1': 'office officeA', 'b 1': 'office' },
  'DELETE /api/campaigns/:campaign/rule-sets/:number': { 'a 1': 'office officeA', 'b 1': 'office' },
  'GET /api/campaigns/:campaign/sheets': {
    a: `office officeA ${HEADS} deputyC2 ${UNIT} committee committeeC1 ${AUDITORS}`,
    b: ANYWHERE,
  },
  'GET /api/campaigns/:campaign/proposals': { a: READ_ALL, b: ANYWHERE },
  'POST /api/campaigns/:campaign/proposals/:proposal/decision': { 'a 1': COUNCIL, 'b 1': '' },
  'POST /api/campaigns/:campaign/reviews': { a: 'committee', b: '' },
  'POST /api/campaigns/:campaign/clusters/:cluster/reviews': {
    'a c1': 'committee committeeC1',
    'a c2': 'committee',
    'b c1': '',
  },
  'GET /api/campaigns/:campaign/units/:unit/sheets/:stage': {
    'a u1 self': `office officeA ${HEADS} ${UNIT} committee committeeC1 ${AUDITORS}`,
    'a u2 self': `office officeA ${HEADS} committee committeeC1 ${AUDITORS}`,
    'a v1 self': `office officeA deputyC2 committee ${AUDITORS}`,
    'b u1 self': ANYWHERE,
    'a u1 cluster': `office officeA ${HEADS} committee committeeC1 ${AUDITORS}`,
    'a v1 cluster': `office officeA deputyC2 committee ${AUDITORS}`,
    'b u1 cluster': ANYWHERE,
    'a u1 office': `office officeA committee committeeC1 ${AUDITORS}`,
    'a v1 office': `office officeA committee ${AUDITORS}`,
    'b u1 office': ANYWHERE,
    'a u1 cấp-trên': `office officeA committee committeeC1 ${AUDITORS}`,
    'a v1 cấp-trên': `office officeA committee ${AUDITORS}`,
    'a u1 hội-đồng': `office officeA committee committeeC1 ${AUDITORS}`,
    'b u1 hội-đồng': ANYWHERE,
  },
  'PUT /api/campaigns/:campaign/units/:unit/sheets/:stage': {
    'a u1 self': UNIT,
    'a u2 self': '',
    'a v1 self': '',
    'b u1 self': '',
    'a u1 cluster': HEADS,
    'a u2 cluster': HEADS,
    'a v1 cluster': 'deputyC2',
    'b u1 cluster': '',
    'a u1 office': 'office officeA',
    'b u1 office': 'office',
    'a u1 cấp-trên': 'office officeA',
    'a u1 hội-đồng': 'office officeA',
    'b u1 hội-đồng': 'office',
  },
  'DELETE /api/campaigns/:campaign/units/:unit/sheets/:stage/draft': {
    'a u1 self': UNIT,
    'a u2 self': '',
    'a v1 self': '',
    'b u1 self': '',
    'a u1 cluster': HEADS,
    'a u2 cluster': HEADS,
    'a v1 cluster': 'deputyC2',
    'b u1 cluster': '',
    'a u1 office': 'office officeA',
    'b u1 office': 'office',
    'a u1 cấp-trên': 'office officeA',
    'a u1 hội-đồng': 'office officeA',
    'b u1 hội-đồng': 'office',
  },
  'POST /api/campaigns/:campaign/units/:unit/sheets/:stage/submission': {
    'a u1 self': UNIT,
    'a u2 self': '',
    'a v1 self': '',
    'b u1 self': '',
    'a u1 cluster': HEADS,
    'a v1 cluster': 'deputyC2',
    'b u1 cluster': '',
    'a u1 office': 'office officeA',
    'b u1 office': 'office',
    'a u1 cấp-trên': 'office officeA',
    'a v1 hội-đồng': 'office officeA',
  },
  'POST /api/campaigns/:campaign/units/:unit/sheets/:stage/criteria/:criterion/reopening': {
    'a u1 cluster A': HEADS,
    'a u1 self A': '',
    'a v1 cluster A': 'deputyC2',
    'b u1 cluster A': '',
    'a u1 office A': 'office officeA',
    'b u1 office A': 'office',
    'a u1 cấp-trên A': 'office officeA',
    'a u1 hội-đồng A': 'office officeA',
  },
};

const END_GRANTS = `UPDATE role_grant SET ended_at = '2022-01-01T00:00:00.000Z'
  WHERE account_id = (SELECT id FROM account WHERE login = ?)`;
const DISABLE = "UPDATE account SET state = 'disabled' WHERE login = ?";

/** The codes of a refusal; any other answer, also a 4xx, means that the caller was let through. */
const REFUSALS = new Set(['session.missing', 'access.denied', 'session.csrf']);

function pathOf(route: string, values: string): { method: string; path: string } {
  const [method, pattern] = route.split(' ') as [string, string];
  const given = values.split(' ');
  return { method, path: pattern.replace(/:\w+/g, () => given.shift()!) };
}

/** The code of the refusal, or null when the caller was let through. Nothing sent here is right enough to change anything. */
async function refusalOf(
  client: Client,
  { method, path }: { method: string; path: string },
  token = client.csrfToken,
): Promise<string | null> {
  const abort = new AbortController();
  const headers = { ...client.sessionHeaders('GET'), ...(token !== undefined && { 'x-csrf-token': token }) };
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
  const answer = await fetch(client.url + path, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    body,
    signal: abort.signal,
  });
  const isStream = answer.headers.get('content-type')?.includes('event-stream') ?? false;
  const text = isStream ? '' : await answer.text();
  abort.abort();
  expect([method, path, answer.status < 500]).toEqual([method, path, true]);
  const { code } = (answer.status >= 400 ? JSON.parse(text) : {}) as { code?: string };
  return code !== undefined && REFUSALS.has(code) ? code : null;
}

describe.each(DATABASES)('access on %s', (database) => {
  let api: RunningApi;
  const clients = new Map<string, Client>();

  const run = (sql: string, login: string) => api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query(sql, [login]));

  async function signIn(actor: string, grants: NewAccount['grants']): Promise<Client> {
    const client = await api.signIn(grants, actor);
    if (actor === ENDED) await run(END_GRANTS, client.login!);
    if (actor === DISABLED) await run(DISABLE, client.login!);
    return client;
  }

  beforeAll(async () => {
    api = await startApi({ database });
    for (const [actor, grants] of Object.entries(ACTORS)) clients.set(actor, await signIn(actor, grants));
    for (const code of ['a', 'b']) {
      const file = smallCompetition({
        code,
        clusters: { c1: ['u1', 'u2'], c2: ['v1'] },
        entries: ofUnit('u1', selfScore(1)),
        more: { stages: STAGES },
      });
      expect((await clients.get('office')!.import(JSON.stringify(file), 'json')).status).toBe(201);
    }
  });
  afterAll(() => api?.stop());

  it('is settled for every route there is, and outside the API only pages are served', () => {
    const routes = registeredRoutes(api.app.getHttpAdapter());
    expect(routes.filter((route) => route.includes(' /api'))).toEqual(Object.keys(TABLE).toSorted());
    expect(routes.filter((route) => !route.includes(' /api') && !route.startsWith('GET /'))).toEqual([]);
  });

  it('would not be for a route that nobody has settled: the walk finds it', async () => {
    const adapter = new FastifyAdapter();
    const fastify = adapter.getInstance();
    fastify.get('/api/campaigns', async () => '');
    fastify.patch('/api/campaigns/:campaign/hidden', async () => '');
    fastify.all('/api/any', async () => '');
    await fastify.ready();
    const found = registeredRoutes(adapter);
    expect(found.filter((route) => !(route in TABLE))).toEqual(
      expect.arrayContaining(['PATCH /api/campaigns/:campaign/hidden', 'DELETE /api/any', 'GET /api/any']),
    );
    expect(found).toContain('GET /api/campaigns');
    await fastify.close();
  });

  it.each(Object.entries(TABLE))('%s', async (route, cases) => {
    for (const [values, allowed] of Object.entries(cases)) {
      const target = pathOf(route, values);
      const expected: Record<string, string | null> = { anonymous: allowed === PUBLIC ? null : 'session.missing' };
      const found: Record<string, string | null> = { anonymous: await refusalOf(api.anonymous(), target) };
      for (const [actor, client] of clients) {
        const refusal = actor === DISABLED ? 'session.missing' : 'access.denied';
        expected[actor] = allowed === PUBLIC || allowed.split(' ').includes(actor) ? null : refusal;
        // A session that is ended here must not be the one of the other cases.
        const caller = target.method === 'DELETE' ? await signIn(actor, ACTORS[actor]!) : client;
        found[actor] = await refusalOf(caller, target);
      }
      expect([values, found]).toEqual([values, expected]);
    }
  });

  it('needs the token of the session for whatever changes something', async () => {
    const changing = Object.entries(TABLE).filter(([route, cases]) => !route.startsWith('GET') && cases[''] !== PUBLIC);
    expect(changing.length).toBeGreaterThan(5);
    const foreign = clients.get('nobody')!.csrfToken!;
    for (const [route, cases] of changing) {
      const [values, allowed] = Object.entries(cases)[0]!;
      const actor = allowed.split(' ').at(-1)!;
      const client = clients.get(actor)!;
      for (const token of [undefined, '', foreign, client.cookie!.split('=')[1]!, `${client.csrfToken}x`]) {
        const unsigned = Object.assign(new Client(client.url), { cookie: client.cookie });
        expect([route, token, await refusalOf(unsigned, pathOf(route, values), token)]).toEqual([
          route,
          token,
          'session.csrf',
        ]);
      }
      if (!route.startsWith('DELETE'))
        expect([route, await refusalOf(client, pathOf(route, values))]).toEqual([route, null]);
    }
  });

  it('shows each caller its own part of boards, sheets and campaigns', async () => {
    await api.settled();
    const clustersOf = async (actor: string) =>
      (
        await clients.get(actor)!.read<{ clusters: { code: string; may: string[] }[] }>('/api/campaigns/a/board')
      ).clusters.map(({ code, may }) => [code, ...may]);
    expect(await clustersOf('office')).toEqual([['c1'], ['c2']]);
    expect(await clustersOf('unit')).toEqual([['c1']]);
    expect(await clustersOf('head')).toEqual([['c1']]);
    expect(await clustersOf('committee')).toEqual([
      ['c1', 'ranking.review'],
      ['c2', 'ranking.review'],
    ]);
    expect(await clustersOf('committeeC1')).toEqual([['c1', 'ranking.review']]);
    const sheetsOf = async (actor: string) =>
      (await clients.get(actor)!.read<{ unit: string; stage: string; may: string[] }[]>('/api/campaigns/a/sheets')).map(
        ({ unit, stage, may }) => [unit, stage, may.length > 0].join(' '),
      );
    expect(await sheetsOf('unit')).toEqual(['u1 self true']);
    expect(await sheetsOf('head')).toEqual(['u1 self false', 'u1 cluster true', 'u2 self false', 'u2 cluster true']);
    // Superiors and panels have no accounts of their own yet: the office enters for them.
    expect((await sheetsOf('office')).filter((sheet) => sheet.endsWith('true'))).toEqual(
      ['u1', 'u2', 'v1'].flatMap((unit) => ['cấp-trên', 'office', 'hội-đồng'].map((stage) => `${unit} ${stage} true`)),
    );
    const campaignsOf = async (actor: string) =>
      (await clients.get(actor)!.read<{ code: string }[]>('/api/campaigns')).map(({ code }) => code);
    expect(await campaignsOf('nobody')).toEqual([]);
    expect(await campaignsOf('unit')).toEqual(['a']);
    expect((await campaignsOf('office')).toSorted()).toEqual(['a', 'b']);
    // An administrator sees no ranking, and so has no campaign to open.
    expect(await campaignsOf('admin')).toEqual([]);
  });

  it('to what does not exist tells nobody more than that', async () => {
    for (const path of [
      'none/board',
      'a/units/none/sheets/self',
      'a/units/u1/sheets/none',
      'a/units/u1/sheets/toString',
    ]) {
      const answer = await clients.get('office')!.get(`/api/campaigns/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await api.anonymous().get('/api/campaigns/none/board')).status).toBe(401);
  });

  it('ends with the grant and with the account, from the next request on', async () => {
    const client = await api.signIn(ACTORS['committee']!);
    expect((await client.get('/api/campaigns/a/board')).status).toBe(200);
    await run(END_GRANTS, client.login!);
    expect((await client.get('/api/campaigns/a/board')).status).toBe(403);
    await run(DISABLE, client.login!);
    expect((await client.get('/api/session')).status).toBe(401);
  });
});
