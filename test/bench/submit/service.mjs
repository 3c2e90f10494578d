import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { Pool } from 'undici';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Starts a program and resolves with its URL once a line of its output names one. */
export function startProgram(file, env) {
  const child = spawn(process.execPath, [join(ROOT, file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A run that ends early leaves nothing behind.
  process.on('exit', () => child.kill());
  const ready = new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /http:\/\/[\d.]+:\d+/.exec(output)?.[0];
      if (url) resolve(url);
    });
    child.on('exit', (code) => reject(new Error(`${file} ended with ${code}: ${output}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.on('exit', resolve);
      child.kill('SIGTERM');
    });
  return { ready, stop, pid: child.pid };
}

/** The embedded default (one process, SQLite, private Redis) on an empty data folder, with signed-in accounts. */
export async function startService(sessions) {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const program = startProgram('apps/api/dist/main.js', { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' });
  const url = await program.ready;
  const tokens = await openSessions(join(dataDir, 'thidua.sqlite'), sessions);
  const cookies = tokens.map((token) => ({
    cookie: `thidua_session=${token}`,
    'x-csrf-token': createHash('sha256').update(`csrf:${token}`).digest('base64url'),
  }));
  return {
    url,
    cookies,
    pid: program.pid,
    async stop() {
      await program.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Accounts that may do everything measured here, each with an open session. */
async function openSessions(file, count) {
  const db = await new Promise((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = (sql, params) =>
    new Promise((resolve, reject) => db.run(sql, params, (e) => (e ? reject(e) : resolve())));
  await run('PRAGMA busy_timeout = 5000', []);
  const tokens = [];
  for (let index = 0; index < count; index += 1) {
    const login = `bench-${index}`;
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    const id = index + 1;
    const at = '2026-01-01T00:00:00.000Z';
    await run('INSERT INTO person (id, name) VALUES (?, ?)', [id, login]);
    await run('INSERT INTO account (id, person_id, login, created_at) VALUES (?, ?, ?, ?)', [id, id, login, at]);
    for (const role of ['office', 'unitOfficer']) {
      await run('INSERT INTO role_grant (account_id, role, granted_at) VALUES (?, ?, ?)', [id, role, at]);
    }
    await run('INSERT INTO session (token_hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)', [
      hash,
      id,
      // A session that is long unused has ended.
      new Date().toISOString(),
      '2099-01-01T00:00:00.000Z',
    ]);
    tokens.push(token);
  }
  await new Promise((resolve) => db.close(resolve));
  return tokens;
}

/** Requests over kept-alive connections; an answer that is not the status expected ends the run. */
export class Client {
  constructor(url, connections) {
    this.pool = new Pool(url, { connections, pipelining: 1 });
  }

  async send(method, path, headers, body, expected) {
    const answer = await this.pool.request({ method, path, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== expected) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
    return text;
  }

  /** Reads an answer to its end without looking at it: the reader must cost less than what it measures. */
  async drain(path, headers) {
    const answer = await this.pool.request({ method: 'GET', path, headers });
    if (answer.statusCode !== 200) throw new Error(`GET ${path}: ${answer.statusCode}`);
    await answer.body.dump({ limit: Infinity });
  }

  close() {
    return this.pool.close();
  }
}

export async function importCompetition(service, client, file) {
  const headers = { ...service.cookies[0], 'content-type': 'application/json' };
  await client.send('POST', '/api/campaigns/import', headers, JSON.stringify(file), 201);
  for (;;) {
    const board = JSON.parse(
      await client.send('GET', `/api/campaigns/${file.campaign.code}/board`, service.cookies[0], null, 200),
    );
    if (board.clusters.every(({ current }) => current)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** One submission of a unit's own sheet. Resolves with the answer once it is durable. */
export async function submit(service, client, campaign, unit, version, entries, session, seed) {
  const path = `/api/campaigns/${campaign}/units/${unit}/sheets/self/submission`;
  const headers = {
    ...service.cookies[session % service.cookies.length],
    'content-type': 'application/json',
    'if-match': `"${version}"`,
    'idempotency-key': `bench-${campaign}-${unit}-${seed}`.slice(0, 64),
  };
  return JSON.parse(await client.send('POST', path, headers, JSON.stringify({ entries }), 201));
}
