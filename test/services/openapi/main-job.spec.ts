import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import type { NewAccount } from '@thidua/identity';
import type { paths } from '../../../apps/web/src/api/generated/schema.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../../support/competitions.js';
import { eventually } from '../../support/eventually.js';
import { DATABASES, startApi } from '../../support/start-api.js';
import type { RunningApi } from '../../support/start-api.js';
import { operationsOf, schemaChecker } from './support/open-description.js';
import type { Description } from './support/open-description.js';

const KEPT = 'apps/web/src/api/generated/schema.d.ts';

/** Writes by the description alone: its types decide what is sent (`tsc -p test`), its schemas what may come back. */
describe.each(DATABASES)('a client made from the description, on %s', (database) => {
  let api: RunningApi;
  let description: Description;
  /** Every kind of answer that was checked, as `METHOD /path status`. */
  const seen = new Set<string>();
  beforeAll(async () => {
    api = await startApi({ database });
    description = await api.anonymous().read<Description & never>('/api/openapi.json');
  });
  afterAll(() => api?.stop());

  /** A client that keeps the cookie of its session as a browser does, and holds every answer against its schema. */
  function newClient() {
    const client = createClient<paths>({ baseUrl: api.url, headers: { 'accept-language': 'en' } });
    const operations = operationsOf(description);
    const differences = schemaChecker(description);
    let cookie: string | undefined;
    client.use({
      onRequest({ request }) {
        if (cookie !== undefined) request.headers.set('cookie', cookie);
        return request;
      },
      async onResponse({ request, response, schemaPath }) {
        cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
        const route = `${request.method} ${schemaPath.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        const described = operations.get(route)!.responses[response.status];
        seen.add(`${route} ${response.status}`);
        expect([route, response.status, described === undefined]).toEqual([route, response.status, false]);
        const type = response.headers.get('content-type')?.split(';')[0];
        if (type === undefined) return;
        const schema = described!.content?.[type]?.schema;
        expect([route, response.status, type, schema === undefined]).toEqual([route, response.status, type, false]);
        const body: unknown = await response.clone().json();
        expect([route, response.status, differences(schema!, body)]).toEqual([route, response.status, []]);
        if (response.status < 400) return;
        // A problem is one of those that the description names for this status.
        expect(described!.description).toContain(`\`${(body as { code: string }).code}\``);
      },
    });
    return client;
  }

  async function signIn(login: string, grants: NewAccount['grants']) {
    await api.get<Accounts>(Accounts).create({ login, name: login, grants }, null);
    const token = await api.get<SignIn>(SignIn).issueLink(login);
    const client = newClient();
    const { data } = await client.POST('/api/sessions/link', { body: { token } });
    const session = await client.GET('/api/session');
    expect(session.data).toEqual(data);
    return { client, csrf: { 'x-csrf-token': data!.csrfToken } };
  }

  it('has the types that are kept for the page', async () => {
    const served = astToString(await openapiTS(JSON.stringify(description)));
    const kept = await readFile(KEPT, 'utf8');
    expect(`${COMMENT_HEADER}${served}`.trim()).toBe(kept.trim());
  });

  it('does the main job: submit, rank, review, decide', async () => {
    const campaign = 'm';
    const scores = { u1: 50, u2: 40 };
    const entries = Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points)));
    const file = smallCompetition({ code: campaign, clusters: { c1: ['u1', 'u2'] }, entries, rewards: TWO_REWARDS });
    const office = await signIn('office', [{ role: 'office' }]);
    type Import = paths['/api/campaigns/import']['post']['requestBody']['content']['application/json'];
    const asFile = file as unknown as Import;
    const imported = await office.client.POST('/api/campaigns/import', {
      params: { header: office.csrf },
      body: asFile,
    });
    expect(imported.data).toEqual({ campaign, clusters: 1, units: 2, entries: 4 });
    const again = await office.client.POST('/api/campaigns/import', { params: { header: office.csrf }, body: asFile });
    expect(again.error?.code).toBe('campaign.exists');

    // The unit finds its sheet, saves, and submits what it has saved.
    const officer = await signIn('officer', [{ role: 'unitOfficer', campaign, cluster: 'c1', unit: 'u2' }]);
    const { data: sheets } = await officer.client.GET('/api/campaigns/{campaign}/sheets', {
      params: { path: { campaign } },
    });
    const { unit, stage } = sheets!.find(({ may }) => may.includes('sheet.submit'))!;
    const path = { campaign, unit, stage };
    const address = '/api/campaigns/{campaign}/units/{unit}/sheets/{stage}' as const;
    const read = await officer.client.GET(address, { params: { path } });
    const filled = read.data!.entries.map((entry) => (entry.points === undefined ? entry : { ...entry, points: '90' }));
    const tag = { 'If-Match': read.response.headers.get('etag')! };
    const saved = await officer.client.PUT(address, {
      params: { path, header: { ...officer.csrf, ...tag } },
      body: { entries: filled },
    });
    expect(saved.data).toMatchObject({ status: 'revised', entries: filled });
    const stale = await officer.client.PUT(address, {
      params: { path, header: { ...officer.csrf, ...tag } },
      body: { entries: [] },
    });
    expect(stale.error).toMatchObject({ code: 'sheet.stale', current: saved.data, yours: { entries: [] } });
    const header = { ...officer.csrf, 'If-Match': `"${saved.data!.version}"`, 'Idempotency-Key': randomUUID() };
    const submit = () => officer.client.POST(`${address}/submission`, { params: { path, header }, body: {} });
    const submitted = await submit();
    const repeated = await submit();
    expect(repeated.data).toEqual(submitted.data);
    expect(repeated.response.headers.get('idempotent-replay')).toBe('true');

    // The committee waits for the ranking that counts it, and endorses that.
    const committee = await signIn('committee', [{ role: 'committee', campaign }]);
    const cluster = async () => {
      const { data: board } = await committee.client.GET('/api/campaigns/{campaign}/board', {
        params: { path: { campaign } },
      });
      return board!.clusters.find(({ code }) => code === 'c1')!;
    };
    const counts = async () => {
      const { current, revision } = await cluster();
      return current && revision! >= submitted.data!.revision;
    };
    await eventually('the ranking counts the submission', counts);
    const { standings, revision } = await cluster();
    expect(standings[0]).toMatchObject({ unit: 'u2', rank: 1 });
    const review = (answer: { revision: number; outcome: 'endorse' | 'return' }) =>
      committee.client.POST('/api/campaigns/{campaign}/clusters/{cluster}/reviews', {
        params: { path: { campaign, cluster: 'c1' }, header: committee.csrf },
        body: { ...answer, seen: null },
      });
    expect((await review({ revision: revision!, outcome: 'return' })).error?.code).toBe('review.reason.missing');
    expect((await review({ revision: revision! - 1, outcome: 'endorse' })).error?.code).toBe('ranking.behind');
    expect((await review({ revision: revision!, outcome: 'endorse' })).data).toMatchObject({ current: true });

    // The council decides what that has put before it.
    const council = await signIn('council', [{ role: 'councilMember', campaign }]);
    const { data: proposals } = await council.client.GET('/api/campaigns/{campaign}/proposals', {
      params: { path: { campaign } },
    });
    const proposal = proposals!.find(({ may }) => may.includes('proposal.decide'))!;
    const decide = (id: number) =>
      council.client.POST('/api/campaigns/{campaign}/proposals/{proposal}/decision', {
        params: { path: { campaign, proposal: id }, header: council.csrf },
        body: { revision: proposal.revision, outcome: 'approve' },
      });
    expect((await decide(proposal.id)).data).toMatchObject({ unit: 'u2', outcome: 'approve', number: 1 });
    expect((await decide(proposal.id)).error?.code).toBe('proposal.decided');
    expect((await decide(999_999)).error?.code).toBe('proposal.unknown');
  });

  it('reads whatever else there is, and is told what it may not do', async () => {
    const campaign = 'm';
    const { client, csrf } = await signIn('reader', [{ role: 'office' }, { role: 'admin' }]);
    await api.settled();
    const params = { path: { campaign } };
    const read = [
      client.GET('/api/campaigns'),
      client.GET('/api/campaigns/{campaign}', { params }),
      client.GET('/api/campaigns/{campaign}/clusters', { params }),
      client.GET('/api/campaigns/{campaign}/scales', { params }),
      client.GET('/api/campaigns/{campaign}/rules', { params }),
      client.GET('/api/campaigns/{campaign}/file', { params }),
      client.GET('/api/campaigns/{campaign}/result', { params }),
      client.GET('/api/health/live'),
      client.GET('/api/health/ready'),
      client.GET('/api/openapi.json'),
    ];
    expect((await Promise.all(read)).map(({ response }) => response.status)).toEqual(read.map(() => 200));
    const body = { revision: 0, seen: null, outcome: 'endorse' as const };
    const unknown = { path: { campaign: 'none' } };
    const refused = [
      client.POST('/api/campaigns/{campaign}/reviews', { params: { ...params, header: csrf }, body }),
      client.POST('/api/campaigns/{campaign}/reviews', { params: { ...params, header: { 'x-csrf-token': '' } }, body }),
      client.GET('/api/campaigns/{campaign}', { params: unknown }),
      newClient().GET('/api/campaigns'),
      newClient().POST('/api/sessions', { body: { login: 'nobody', password: 'wrong' } }),
      newClient().POST('/api/sessions/link', { body: { token: 'spent' } }),
      client.POST('/api/sessions/link', { body: {} as { token: string } }),
    ];
    const codes = (await Promise.all(refused)).map(({ error }) => (error as { code: string } | undefined)?.code);
    expect(codes).toEqual([
      ...['access.denied', 'session.csrf', 'scope.unknown', 'session.missing'],
      ...['session.credentials', 'session.link.spent', 'request.invalid'],
    ]);
    const left = await client.DELETE('/api/session', { params: { header: csrf } });
    expect(left.response.status).toBe(204);
    // Each answer was held against its schema.
    expect(seen.size).toBeGreaterThan(30);
  });
});
