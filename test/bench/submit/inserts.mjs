import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';

/** Bare durable single-row inserts a second through the service's driver: WAL, synchronous FULL, one row a commit. */
export async function insertRate(count = 6000) {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-inserts-'));
  const db = new sqlite3.Database(join(folder, 'inserts.sqlite'));
  const run = (sql, params = []) =>
    new Promise((resolve, reject) => db.run(sql, params, (error) => (error ? reject(error) : resolve())));
  await run('PRAGMA journal_mode = WAL');
  await run('PRAGMA synchronous = FULL');
  await run('CREATE TABLE row (id INTEGER PRIMARY KEY, a TEXT, b TEXT)');
  const insert = (index) => run('INSERT INTO row (a, b) VALUES (?, ?)', ['x'.repeat(40), String(index)]);
  for (let index = 0; index < 500; index += 1) await insert(index);
  const start = performance.now();
  for (let index = 0; index < count; index += 1) await insert(index);
  const rate = (count / (performance.now() - start)) * 1000;
  await new Promise((resolve) => db.close(resolve));
  await rm(folder, { recursive: true, force: true });
  return rate;
}
