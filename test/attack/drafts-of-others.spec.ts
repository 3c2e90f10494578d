import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetPath } from '../support/client.js';
import type { Client, SheetAddress } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** Figures and words that stand in drafts alone. */
const SECRETS = ['77.1234', 'Chỉ là bản nháp', '4.4321', 'Nháp của cụm', '8.8765', 'Nháp của thường trực'];

describe.each(DATABASES)('drafts of others on %s', (database) => {
  let api: RunningApi;
  const clients = new Map<string, Client>();
  const sheets: SheetAddress[] = [];

  beforeAll(async () => {
    api = await startApi({ database });
    const at = { campaign: 'n' };
    for (const [name, grants] of [
      ['office', [{ role: 'office' }]],
      ['head', [{ role: 'clusterHead', ...at, cluster: 'c1' }]],
      ['unit', [{ role: 'unitOfficer', ...at, cluster: 'c1', unit: 'u1' }]],
      ['other', [{ role: 'unitOfficer', ...at, cluster: 'c1', unit: 'u2' }]],
      ['committee', [{ role: 'committee', ...at }]],
      ['council', [{ role: 'councilMember', ...at }]],
      ['admin', [{ role: 'admin' }]],
    ] as const) {
      clients.set(name, await api.signIn(grants));
    }
    const file = smallCompetition({
      code: 'n',
      clusters: { c1: ['u1', 'u2'] },
      entries: [...ofUnit('u1', selfScore(1)), ...ofUnit('u2', selfScore(2))],
    });
    expect((await clients.get('office')!.import(JSON.stringify(file), 'json')).status).toBe(201);
    const drafts = [
      ['unit', 'self', 1, '77.1234', 'Chỉ là bản nháp'],
      ['head', 'cluster', 0, '4.4321', 'Nháp của cụm'],
      ['office', 'office', 0, '8.8765', 'Nháp của thường trực'],
    ] as const;
    for (const [author, stage, version, points, reason] of drafts) {
      const sheet = { campaign: 'n', unit: 'u1', stage };
      sheets.push(sheet);
      const saved = await clients.get(author)!.saveDraft(sheet, version, [{ criterion: 'A', points, reason }]);
      expect(saved.status).toBe(200);
    }
    await api.settled();
  });
  afterAll(() => api?.stop());

  /** What each author alone may read. */
  const OWN: Readonly<Record<string, readonly string[]>> = {
    unit: SECRETS.slice(0, 2),
    head: SECRETS.slice(2, 4),
    office: SECRETS.slice(4),
  };

  it('are in no answer of any route that reads', async () => {
    const reading = registeredRoutes(api.app.getHttpAdapter()).filter((route) =>
      route.startsWith('GET /api/campaigns'),
    );
    expect(reading.length).toBeGreaterThan(8);
    let read = 0;
    for (const route of reading.filter((each) => !each.endsWith('/events'))) {
      for (const { unit, stage } of sheets) {
        const path = route
          .slice(4)
          .replace(':campaign', 'n')
          .replace(':unit', unit)
          .replace(':stage', stage)
          .replace(/:(review|number)/, '1');
        expect(path).not.toContain(':');
        for (const [actor, client] of clients) {
          const { status, body } = await client.get(path);
          const text = JSON.stringify(body);
          const foreign = SECRETS.filter((secret) => !OWN[actor]?.includes(secret));
          expect([actor, path, foreign.filter((secret) => text.includes(secret))]).toEqual([actor, path, []]);
          if (status === 200) read += 1;
        }
      }
    }
    expect(read).toBeGreaterThan(50);
  });

  it('are in no answer that refuses a change, and do not make a submitted sheet look like a draft', async () => {
    const head = clients.get('head')!;
    const stale = await head.submit({ campaign: 'n', unit: 'u1', stage: 'cluster' }, { version: 7, entries: [] });
    expect(stale.status).toBe(412);
    expect(SECRETS.filter((secret) => JSON.stringify(stale.body).includes(secret))).toEqual(OWN['head']);
    const seen = await head.read<{ status: string; entries: object[] }>(sheetPath(sheets[0]!));
    expect([seen.status, seen.entries]).toEqual(['submitted', selfScore(1)]);
    const listed = await head.read<{ unit: string; stage: string; status: string }[]>('/api/campaigns/n/sheets');
    expect(listed.filter(({ unit }) => unit === 'u1').map(({ stage, status }) => `${stage} ${status}`)).toEqual([
      'self submitted',
      'cluster draft',
    ]);
    const own = await clients.get('unit')!.read<{ status: string }>(sheetPath(sheets[0]!));
    expect(own.status).toBe('revised');
  });
});
