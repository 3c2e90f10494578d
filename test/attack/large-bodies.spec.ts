import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { timesWhile } from './support/while-attacked.js';

const MIB = 1024 * 1024;
/** What one request may take here, on a busy machine too; without bounds these take up to half a minute. */
const QUICK_MS = 3_000;

const TAKES_FILE = /\/(import|rule-sets)$/;

const keys = (count: number) => `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`;
const list = (count: number) => `[${'1,'.repeat(count)}1]`;

/** Bodies that are small to make and dear to walk. */
const BODIES: Readonly<Record<string, string>> = {
  '100,000 unknown keys': keys(100_000),
  '2,000 unknown keys': keys(2_000),
  '200 unknown keys': keys(200),
  'a list of 500,000 numbers': `{"entries":${list(500_000)}}`,
  '2,000,000 levels of lists': '['.repeat(2_000_000),
  '900,000 levels of objects': '{"a":'.repeat(900_000),
  '5,000 levels, closed': `{"entries":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  'a few thousand levels below a reason': `{"reason":${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}}`,
  'a number of 15 MB': `{"revision":${'9'.repeat(15 * MIB)}}`,
  'a number of 30,000 digits': `{"revision":1${'0'.repeat(30_000)}}`,
  'a text of 15 MB': `{"login":"${'x'.repeat(15 * MIB)}","password":"y"}`,
  'half of a text of 1 MB': `{"login":"${'\\"'.repeat(MIB / 2)}`,
};

describe('a body that is too large or too intricate', () => {
  let api: RunningApi;
  let office: Client;
  let changing: string[];

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    office = await api.signIn([{ role: 'office' }, { role: 'committee' }, { role: 'councilMember' }]);
    await office.import(JSON.stringify(smallCompetition({ code: 'b', clusters: { c1: ['u1'] } })), 'json');
    changing = registeredRoutes(api.app.getHttpAdapter()).filter((route) => /^(POST|PUT|PATCH) /.test(route));
    expect(changing.length).toBeGreaterThan(7);
  });
  afterAll(() => api?.stop());

  const send = async (client: Client, route: string, body: string, type = 'application/json') => {
    const [method = '', path = ''] = route.split(' ');
    const to = path
      .replace(':campaign', 'b')
      .replace(':cluster', 'c1')
      .replace(':unit', 'u1')
      .replace(':stage', 'office');
    const headers = { 'content-type': type, 'if-match': '"0"', 'idempotency-key': 'many-levels' };
    const began = performance.now();
    const answer = await client.send(method, to.replace(/:\w+/, '1'), body, headers);
    return { ...answer, ms: performance.now() - began, length: JSON.stringify(answer.body).length };
  };

  it.each(Object.keys(BODIES))(
    '%s: refused on every route, signed in or not, at once and in few words',
    async (name) => {
      const body = BODIES[name]!;
      for (const route of [...changing, 'POST /api/nowhere']) {
        for (const client of [api.anonymous(), office]) {
          const { status, ms, length } = await send(client, route, body);
          const told = [route, client.login ?? 'nobody', status];
          // Who may import a file may send a large one, which is read to its end.
          const quick = ms < QUICK_MS || (TAKES_FILE.test(route) && client === office);
          expect([...told, status >= 400 && status < 500, quick, length < 8_000]).toEqual([...told, true, true, true]);
        }
      }
    },
  );

  it('keeps nobody else from being answered', async () => {
    const times = await timesWhile(office, async () => {
      for (const body of Object.values(BODIES)) await send(api.anonymous(), 'POST /api/sessions', body);
    });
    expect(times.at(-1)).toBeLessThan(QUICK_MS);
  });

  it('of a kind that the route does not take is refused for its kind', async () => {
    for (const type of ['text/plain', 'application/yaml', 'application/xml', 'multipart/form-data']) {
      for (const route of changing.filter((each) => !TAKES_FILE.test(each))) {
        const { status, body } = await send(office, route, '{}', type);
        expect([route, type, status, body['code']]).toEqual([route, type, 415, 'request.mediaType']);
      }
    }
  });

  it('has at most twenty of its faults named, with the number of the others', async () => {
    const { body } = await send(api.anonymous(), 'POST /api/sessions', keys(19));
    expect(body).toMatchObject({ code: 'request.invalid', moreErrors: 1 });
    expect(body['errors']).toHaveLength(20);
    const long = await send(office, 'POST /api/campaigns/:campaign/reviews', `{"${'k'.repeat(9_000)}":1}`);
    expect(long).toMatchObject({ status: 422 });
    expect(long.length).toBeLessThan(2_000);
  });
});
