import { mkdir, readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Config } from '@thidua/platform';
import { nameOf } from '../../apps/cli/operator/find-database.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { newPostgresDatabase } from '../support/postgres/postgres-server.js';
import { linesOf, runCli } from './support/run-cli.js';

const FILE = resolve('test/golden/ties.yaml');

describe('a database that no setting names', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let here: string;
  beforeEach(async () => {
    folder = await tempFolder();
    here = await realpath(folder.path);
  });
  afterEach(() => folder.remove());

  it.each([
    [['import', FILE], '--create'],
    [['migrate'], '--create'],
    [['audit', 'verify'], 'DATA_DIR'],
  ])('is not made by accident: %j', async (args, remedy) => {
    const { status, stdout, stderr } = await runCli(args, {}, here);
    expect({ status, stdout, lines: linesOf(stderr).length }).toEqual({ status: 1, stdout: '', lines: 1 });
    expect(stderr).toContain(`${join(here, 'data', 'thidua.sqlite')}: `);
    expect(stderr).toContain(remedy);
    expect(stderr).toContain('DATABASE_URL');
    // Neither is one in a folder that happens to be called so.
    await mkdir(join(here, 'data'));
    expect(await runCli(args, {}, here)).toEqual({ status, stdout, stderr });
    expect(await readdir(join(here, 'data'))).toEqual([]);
  });

  it('is made where that is asked for, and used from then on', async () => {
    const database = `Cơ sở dữ liệu: ${join(here, 'data', 'thidua.sqlite')}`;
    const made = await runCli(['import', FILE, '--create'], {}, here);
    expect({ ...made, stdout: linesOf(made.stdout)[0] }).toEqual({ status: 0, stdout: database, stderr: '' });
    const migrated = await runCli(['migrate'], {}, here);
    expect(linesOf(migrated.stdout)).toEqual([database, 'Cấu trúc của cơ sở dữ liệu đã là mới nhất.']);
    const verified = await runCli(['audit', 'verify'], {}, here);
    expect([verified.status, linesOf(verified.stdout)[0]]).toEqual([0, database]);
    const { database: named } = JSON.parse((await runCli(['audit', 'verify', '--json'], {}, here)).stdout) as {
      database: string;
    };
    expect(named).toBe(join(here, 'data', 'thidua.sqlite'));
  });

  it('of a folder that is named and has none is only read where there is one', async () => {
    const settings = { DATA_DIR: join(here, 'named') };
    const { status, stderr } = await runCli(['audit', 'verify', '--lang', 'en'], settings, here);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${join(here, 'named', 'thidua.sqlite')}: there is no such database; set DATA_DIR or DATABASE_URL as for the service\n`,
    });
    expect(await readdir(here)).toEqual([]);
  });

  it('of PostgreSQL is named by its host, and no folder is made for it', async () => {
    const postgres = await newPostgresDatabase();
    try {
      const { status, stdout } = await runCli(['import', FILE], { DATABASE_URL: postgres.url }, here);
      const { host, pathname, password } = new URL(postgres.url);
      expect([status, linesOf(stdout)[0]]).toEqual([0, `Cơ sở dữ liệu: PostgreSQL ${host}${pathname}`]);
      if (password !== '') expect(stdout).not.toContain(password);
      expect(await readdir(here)).toEqual([]);
    } finally {
      await postgres.drop();
    }
  });
});

describe('the name of a database', () => {
  it.each([
    ['postgres://user:secret@db.example:5433/thi%20dua?sslmode=require', 'PostgreSQL db.example:5433/thi dua'],
    ['postgresql:///thidua?host=/var/run/postgresql&password=secret', 'PostgreSQL /var/run/postgresql/thidua'],
    ['postgres://user:sec#ret@db.example/thidua', 'DATABASE_URL'],
  ])('tells no password: %s', (url, name) => {
    expect(nameOf({ database: { kind: 'postgres', url } as Config['database'] })).toBe(name);
  });
});
