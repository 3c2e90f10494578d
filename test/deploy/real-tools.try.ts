import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, SignIn } from '@thidua/identity';
import { findCommand } from '../../apps/setup/run-command.mjs';
import { tempFolder } from '../platform/support/temp-folder.js';
import { selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { deployFile } from './support/deploy-file.js';

/** Of 10; a service without any hardening has 9.6. */
const MOST_EXPOSED = 2;
const NGINX = process.env['NGINX_PATH'] ?? findCommand('nginx') ?? '/usr/sbin/nginx';

describe('systemd', () => {
  it.each(['thidua-api@.service', 'thidua-worker@.service'])('takes %s, and finds it hardened', async (name) => {
    const folder = await tempFolder();
    try {
      const unit = join(folder.path, name.replace('@', '@1'));
      await writeFile(unit, deployFile(name));
      const said = execFileSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8', stdio: 'pipe' });
      expect(said).toBe('');
      const limit = `--threshold=${MOST_EXPOSED * 10}`;
      execFileSync('systemd-analyze', ['security', '--offline=yes', limit, unit], { stdio: 'pipe' });
    } finally {
      await folder.remove();
    }
  });
});

describe('nginx before the service', () => {
  let api: RunningApi;
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let nginx: ChildProcess;
  let certificate: string;
  let [port, plainPort] = [0, 0];

  beforeAll(async () => {
    api = await startApi({ database: 'sqlite' });
    folder = await tempFolder();
    [port, plainPort] = [await freePort(), await freePort()];
    const file = (name: string) => join(folder.path, name);
    const subject = ['-subj', '/CN=thidua.example', '-addext', 'subjectAltName=DNS:thidua.example'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file('key.pem')];
    execFileSync('openssl', ['req', '-x509', ...key, '-days', '2', ...subject, '-out', file('cert.pem')], {
      stdio: 'pipe',
    });
    certificate = await readFile(file('cert.pem'), 'utf8');
    const site = deployFile('nginx.conf')
      .replaceAll('/etc/thidua/tls/fullchain.pem', file('cert.pem'))
      .replaceAll('/etc/thidua/tls/privkey.pem', file('key.pem'))
      .replaceAll(/listen \[::\].*;/g, '')
      .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`)
      .replace('server 127.0.0.1:3000;', `server ${new URL(api.url).host};`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    await mkdir(file('logs'));
    await writeFile(file('site.conf'), site);
    await writeFile(
      file('nginx.conf'),
      `daemon off; pid ${file('pid')}; events {} http { gzip on; gzip_types *; access_log off;
       ${temporary.map((name) => `${name}_temp_path ${file(name)};`).join('\n')} include ${file('site.conf')}; }`,
    );
    const args = ['-e', file('error.log'), '-p', folder.path, '-c', file('nginx.conf')];
    execFileSync(NGINX, ['-t', ...args], { stdio: 'pipe' });
    nginx = spawn(NGINX, args, { stdio: 'ignore' });
    await eventually('nginx answers', () =>
      ask('/api/health/live').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
  });
  afterAll(async () => {
    if (nginx?.kill('SIGQUIT')) await once(nginx, 'exit');
    await folder?.remove();
    await api?.stop();
  });

  interface Heard {
    readonly status: number;
    readonly headers: NodeJS.Dict<string | string[]>;
    readonly text: string;
  }

  /** Asks over TLS, with the certificate checked; `enough` ends an answer that has no end. */
  const ask = (
    path: string,
    options: { method?: string; headers?: object; body?: string | Buffer; enough?: RegExp; opened?: EventEmitter } = {},
  ) =>
    new Promise<Heard>((resolve, reject) => {
      const { method = 'GET', headers = {}, body, enough, opened } = options;
      const host = { host: '127.0.0.1', port, servername: 'thidua.example', ca: certificate };
      const asked = request({ ...host, method, path, headers: { host: 'thidua.example', ...headers } }, (answer) => {
        opened?.emit('head');
        let text = '';
        const heard = () => resolve({ status: answer.statusCode!, headers: answer.headers, text });
        answer.setEncoding('utf8').on('end', heard).on('error', reject);
        answer.on('data', (chunk: string) => {
          text += chunk;
          if (!enough?.test(text)) return;
          heard();
          asked.destroy();
        });
      });
      asked.on('error', reject).end(body);
    });

  it('signs in, with a cookie for HTTPS alone, and says HSTS with every answer', async () => {
    const body = JSON.stringify({ login: 'x', password: 'x' });
    const refused = await ask('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(refused.status).toBe(401);
    for (const { headers } of [refused, await ask('/'), await ask('/api/metrics')])
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const client = await api.signIn([{ role: 'office' }]);
    const session = await ask('/api/session', { headers: client.sessionHeaders('GET') });
    expect([session.status, JSON.parse(session.text)]).toEqual([
      200,
      expect.objectContaining({ csrfToken: client.csrfToken }),
    ]);
    await api.get<Accounts>(Accounts).create({ login: 'p', name: 'P', grants: [] }, null);
    const token = await api.get<SignIn>(SignIn).issueLink('p');
    const headers = { 'content-type': 'application/json' };
    const opened = await ask('/api/sessions/link', { method: 'POST', headers, body: JSON.stringify({ token }) });
    expect([opened.status, opened.headers['set-cookie']]).toEqual([
      201,
      [expect.stringMatching(/^thidua_session=.*(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=strict)/i)],
    ]);
  });

  it('keeps metrics and the details of health to itself, whatever a client says', async () => {
    expect((await ask('/api/metrics')).status).toBe(404);
    expect((await ask('/api/metrics/')).status).not.toBe(200);
    expect((await ask('/api//metrics')).status).not.toBe(200);
    const ready = await ask('/api/health/ready', {
      headers: { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' },
    });
    expect(JSON.parse(ready.text)).toMatchObject({ status: 'up', checks: { audit: { status: 'up' } } });
    expect(ready.text).not.toContain('head');
  });

  it('lets events through as they happen', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const file = JSON.stringify(smallCompetition({ code: 'p', clusters: { c1: ['u1'] } }));
    expect((await office.import(file, 'json')).status).toBe(201);
    await api.settled();
    const officer = await api.signIn([{ role: 'unitOfficer', campaign: 'p', cluster: 'c1', unit: 'u1' }]);
    const opened = new EventEmitter();
    const enough = /event: ranking/;
    const stream = ask('/api/campaigns/p/events', { headers: office.sessionHeaders('GET'), enough, opened });
    // A head that is held back until something follows it, or an answer until it ends, would never come.
    await once(opened, 'head');
    const sheet = { campaign: 'p', unit: 'u1', stage: 'self' };
    expect((await officer.submit(sheet, { version: 0, entries: selfScore(1) })).status).toBe(201);
    expect((await stream).headers['content-type']).toContain('text/event-stream');
  });

  it('refuses a body that is too large, and plain HTTP to the API', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const headers = { ...office.sessionHeaders('POST'), 'content-type': 'application/json' };
    const large = await ask('/api/campaigns/import', {
      method: 'POST',
      headers,
      body: Buffer.alloc(17 * 2 ** 20, ' '),
    });
    expect(large.status).toBe(413);
    const plain = (path: string) => fetch(`http://127.0.0.1:${plainPort}${path}`, { redirect: 'manual' });
    expect((await plain('/api/session')).status).toBe(403);
    expect((await plain('/campaigns')).status).toBe(301);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
