import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@thidua/platform';
import type { Client } from '../support/client.js';
import { smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const MINUTE_MS = 60_000;

describe('every answer', () => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    office = await api.signIn([{ role: 'office' }]);
    await office.import(JSON.stringify(smallCompetition({ code: 'h', clusters: { c1: ['u1'] } })), 'json');
    await api.settled();
  });
  afterAll(() => api?.stop());

  it('of the API is shown nowhere by itself and kept nowhere, failed ones too', async () => {
    const routes = registeredRoutes(api.app.getHttpAdapter()).filter((route) => route.includes(' /api'));
    const asked = routes.filter((route) => !route.endsWith('/events') && !route.startsWith('DELETE'));
    expect(asked.length).toBeGreaterThan(15);
    const statuses = new Set<number>();
    for (const client of [office, api.anonymous()]) {
      for (const route of [...asked, 'GET /api/none', 'POST /api/none', 'GET /api', 'GET /api/campaigns/%E0%A4%A']) {
        const [method = '', path = ''] = route.split(' ');
        const { status, headers } = await client.send(method, path.replace(':campaign', 'h').replaceAll(/:\w+/g, 'x'));
        statuses.add(status);
        const found = Object.fromEntries(headers);
        expect([route, found]).toEqual([route, expect.objectContaining({ ...ALWAYS, 'cache-control': 'no-store' })]);
        expect(found['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
        expect(found['permissions-policy']).toContain('camera=()');
        expect(found['strict-transport-security']).toBeUndefined();
        if (status >= 400)
          expect([route, found['content-type']]).toEqual([route, 'application/problem+json; charset=utf-8']);
      }
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 404, 415]));
    const stream = await fetch(`${api.url}/api/campaigns/h/events`, { headers: office.sessionHeaders('GET') });
    expect(Object.fromEntries(stream.headers)).toMatchObject(ALWAYS);
    expect(stream.headers.get('cache-control')).toContain('no-store');
    await stream.body!.cancel();
  });

  it('of the page runs its own scripts alone and stands in no frame', async () => {
    for (const path of ['/', '/anything', '/favicon.svg']) {
      const { headers } = await api.anonymous().get(path);
      expect([path, Object.fromEntries(headers)]).toEqual([path, expect.objectContaining(ALWAYS)]);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'none'");
    }
  });

  it.each([
    ['a path that climbs', 'GET /api/../etc HTTP/1.1\r\nHost: x'],
    ['letters that are none', 'GET /%zz HTTP/1.1\r\nHost: x'],
    ['an asset that is not there', 'GET /assets/none.js HTTP/1.1\r\nHost: x'],
    ['another method', 'POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 0'],
    ['a method of ours that no route has', 'TRACE / HTTP/1.1\r\nHost: x'],
    ['a method that is none', 'BREW / HTTP/1.1\r\nHost: x'],
    ['no host', 'GET / HTTP/1.1'],
    ['a long address', `GET /api/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x`],
    ['a whole address', 'GET http://other/api/none HTTP/1.1\r\nHost: x'],
    ['empty parts', 'GET //api//campaigns HTTP/1.1\r\nHost: x'],
  ])('to a bad request is a problem like every other: %s', async (_name, head) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => {
        socket.write(`${head}\r\nConnection: close\r\n\r\n`);
      });
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('error', reject);
      socket.on('close', () => resolve(text));
    });
    const status = Number(answer.split(' ')[1]);
    if (status < 400) expect(answer).toContain('<div id="root">');
    else {
      expect(answer).toContain('content-type: application/problem+json');
      expect(answer).toContain('x-content-type-options: nosniff');
      expect(answer).toMatch(/"correlationId":"[\w-]+"/);
    }
    expect([head, status < 500]).toEqual([head, true]);
  });
});

describe.each(DATABASES)('a session on %s', (database) => {
  let api: RunningApi;
  let now = Date.now();
  beforeAll(async () => {
    api = await startApi({ database, settings: { sessionHours: 2, sessionIdleMinutes: 30 } });
    api.get<Clock>(Clock).now = () => new Date(now);
    await api.anonymous().get('/api/health/live');
  });
  afterAll(() => api?.stop());

  const statusOf = async (client: Client, headers = {}) => (await client.get('/api/session', headers)).status;

  it('ends when it is not used for so long, whatever its page asks by itself and listens to', async () => {
    const used = await api.signIn([{ role: 'office' }]);
    const idle = await api.signIn([{ role: 'office' }]);
    await idle.import(JSON.stringify(smallCompetition({ code: 's', clusters: { c1: ['u1'] } })), 'json');
    const stream = await EventStream.open(idle, 's');
    for (let minutes = 0; minutes < 30; minutes += 10) {
      now += 10 * MINUTE_MS;
      expect(await statusOf(used)).toBe(200);
      if (minutes < 20) expect(await statusOf(idle, { 'x-unattended': '1' })).toBe(200);
      // The use is noted behind the answer.
      await eventually('noted', async () => {
        const { noting } = api.get<{ noting: Set<string> }>((await import('@thidua/identity')).Sessions);
        return noting.size === 0;
      });
    }
    expect(await statusOf(used)).toBe(200);
    expect(await statusOf(idle, { 'x-unattended': '1' })).toBe(401);
    expect(await statusOf(idle)).toBe(401);
    await stream.ended;
  });

  it('ends in the end however much it is used', async () => {
    const client = await api.signIn([{ role: 'office' }]);
    const began = now;
    while (now - began < 110 * MINUTE_MS) {
      now += 5 * MINUTE_MS;
      expect(await statusOf(client)).toBe(200);
      await eventually('noted', async () => {
        const { noting } = api.get<{ noting: Set<string> }>((await import('@thidua/identity')).Sessions);
        return noting.size === 0;
      });
    }
    now = began + 120 * MINUTE_MS;
    expect(await statusOf(client)).toBe(401);
  });
});
