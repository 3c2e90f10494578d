import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** Jest runs many test files in one process, each with modules of its own: the process id is what they share. */
const noteFile = join(tmpdir(), `thidua-pg-${process.pid}.json`);
const keeper = fileURLToPath(new URL('./keep-server.mjs', import.meta.url));

interface Note {
  readonly url: string;
  /** Process id of the keeper, which lives no longer than this process. */
  readonly keeper: number;
}

/** An empty database on a PostgreSQL server that every test file of this jest worker shares. */
export async function newPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = (await runningServer()) ?? (await startServer());
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The server another test file has started in this process. */
async function runningServer(): Promise<string | null> {
  try {
    const note = JSON.parse(await readFile(noteFile, 'utf8')) as Note;
    // A note of an earlier process with the same id names a keeper that is gone.
    process.kill(note.keeper, 0);
    await administer(note.url, 'SELECT 1');
    return note.url;
  } catch {
    return null;
  }
}

async function startServer(): Promise<string> {
  const child = spawn(process.execPath, [keeper, noteFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  await firstLine(child);
  // The keeper ends when this process does; it must not be what keeps the process from ending.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as unknown as { unref(): void }).unref();
  return (JSON.parse(await readFile(noteFile, 'utf8')) as Note).url;
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code})`)));
    child.stdout!.once('data', () => resolve());
  });
}
