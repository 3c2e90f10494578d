import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignIn, Accounts } from '@thidua/identity';
import { METRICS_TOKEN, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

const HSTS = 'strict-transport-security';
const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };

/** The address from which a request comes: all of 127.0.0.0/8 is this machine. */
const from = (localAddress: string) => new Agent({ localAddress });

describe('behind a proxy', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ database: 'sqlite', settings: { trustedProxies: ['127.0.0.2'], signInsPerAddress: 3 } });
    await api.get<Accounts>(Accounts).create({ login: 'p', name: 'p', grants: [] }, null);
  });
  afterAll(() => api?.stop());

  const send = (localAddress: string, path: string, headers: Record<string, string>, body?: object) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
      const method = body ? 'POST' : 'GET';
      const type = body ? { 'content-type': 'application/json' } : {};
      request(api.url + path, { agent: from(localAddress), method, headers: { ...type, ...headers } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
      })
        .on('error', reject)
        .end(body && JSON.stringify(body));
    });
  const signIn = async (address: string, headers: Record<string, string>) => {
    const answer = await send(address, '/api/sessions/link', headers, {
      token: await api.get<SignIn>(SignIn).issueLink('p'),
    });
    expect(answer.status).toBe(201);
    return String(answer.headers['set-cookie']);
  };

  it('the word of one that is trusted is taken on the protocol, and of nobody else', async () => {
    expect(await signIn('127.0.0.2', HTTPS)).toContain('; Secure');
    expect(await signIn('127.0.0.2', { 'x-forwarded-proto': 'http' })).not.toContain('Secure');
    expect(await signIn('127.0.0.1', HTTPS)).not.toContain('Secure');
    for (const path of ['/api/health/live', '/', '/api/none']) {
      expect([path, (await send('127.0.0.2', path, HTTPS)).headers[HSTS]]).toEqual([
        path,
        expect.stringContaining('max-age='),
      ]);
      expect([path, (await send('127.0.0.1', path, HTTPS)).headers[HSTS]]).toEqual([path, undefined]);
    }
  });

  it('limits count the clients it names, and nobody names himself', async () => {
    const attempt = async (address: string, client: string) =>
      (await send(address, '/api/sessions', { 'x-forwarded-for': client }, { login: client, password: 'x' })).status;
    for (let turn = 0; turn < 3; turn += 1) expect(await attempt('127.0.0.2', '203.0.113.1')).toBe(401);
    expect(await attempt('127.0.0.2', '203.0.113.1')).toBe(429);
    // What the client said of itself stands before what the proxy has added.
    expect(await attempt('127.0.0.2', '198.51.100.9, 203.0.113.1')).toBe(429);
    expect(await attempt('127.0.0.2', '203.0.113.2')).toBe(401);
    for (let turn = 0; turn < 3; turn += 1) expect(await attempt('127.0.0.1', `203.0.113.${10 + turn}`)).toBe(401);
    expect(await attempt('127.0.0.1', '203.0.113.20')).toBe(429);
  });

  it('what it names that is no address is not believed, and a refusal is recorded with who was at the other end', async () => {
    for (const client of ['1:2:3:4:5:6:7:8:9::1', '::1::2', 'x'.repeat(5_000), "'", '203.0.113.300']) {
      const { status } = await send(
        '127.0.0.2',
        '/api/sessions',
        { 'x-forwarded-for': client },
        { login: client.slice(0, 9), password: 'x' },
      );
      expect([client.slice(0, 20), [401, 429].includes(status)]).toEqual([client.slice(0, 20), true]);
    }
    const found = await rows<{ subject: string }>(
      api,
      "SELECT subject FROM audit_event WHERE action = 'session.refused'",
    );
    expect(found.map(({ subject }) => subject)).toContain('127.0.0.2');
    expect(found.filter(({ subject }) => subject.length > 45)).toEqual([]);
  });

  it('metrics need their token, wherever the request comes from', async () => {
    for (const address of ['127.0.0.1', '127.0.0.2']) {
      for (const authorization of [
        '',
        'Bearer ',
        `Bearer ${METRICS_TOKEN}x`,
        METRICS_TOKEN,
        `bearer ${METRICS_TOKEN}`,
      ]) {
        expect([authorization, (await send(address, '/api/metrics', { authorization })).status]).toEqual([
          authorization,
          404,
        ]);
      }
      const answer = await send(address, '/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
      expect([answer.status, answer.body.includes('thidua_http_request_seconds')]).toEqual([200, true]);
    }
  });

  it('there are no metrics where no token is set', async () => {
    const closed = await startApi({ database: 'sqlite', metricsToken: '' });
    try {
      for (const authorization of ['', 'Bearer ', 'Bearer undefined', 'Bearer null']) {
        expect((await closed.anonymous().get('/api/metrics', { authorization })).status).toBe(404);
      }
    } finally {
      await closed.stop();
    }
  });
});
