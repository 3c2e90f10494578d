import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '@thidua/composition';
import { Account } from '../../libs/identity/entities/account.entity.js';
import { Reader, UnitOfWork, openDatabase, projectFolder } from '@thidua/platform';
import type { ThiduaDatabase } from '@thidua/platform';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const CODE = /\.(ts|tsx|mjs|js)$/;

async function sourcesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((file) => file.isFile() && CODE.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !/[\\/](dist|node_modules)[\\/]/.test(path));
}

describe.each(DATABASES)('the schema on %s', (database) => {
  let api: RunningApi;
  let source: ThiduaDatabase;

  beforeAll(async () => {
    api = await startApi({ database });
    source = api.get<ThiduaDatabase>(DataSource);
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'm', clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(5)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
  });
  afterAll(() => api?.stop());

  const difference = async (of: DataSource = source) =>
    (await of.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  it('that the migrations made is the one that the entities describe', async () => {
    expect(source.entityMetadatas.length).toBeGreaterThan(10);
    expect(await difference()).toEqual([]);
    expect(await source.showMigrations()).toBe(false);
  });

  it('can be taken back step by step and made anew', async () => {
    // Through a connection of its own, to a database of its own: the service above goes on.
    const other = await startApi({ database, processors: 'none' });
    const taken = other.get<ThiduaDatabase>(DataSource);
    try {
      const office = await other.signIn([{ role: 'office' }]);
      expect(
        (await office.import(JSON.stringify(smallCompetition({ code: 'm', clusters: { c1: ['u1'] } })), 'json')).status,
      ).toBe(201);
      const tables = async () =>
        (
          (await taken.query(
            database === 'sqlite'
              ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
              : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
          )) as { name: string }[]
        )
          .map(({ name }) => name)
          .filter((name) => !['migrations', 'typeorm_metadata'].includes(name));
      const before = (await tables()).toSorted();
      for (const _ of MIGRATIONS) await taken.undoLastMigration({ transaction: 'all' });
      expect(await tables()).toEqual([]);
      expect(await taken.runMigrations({ transaction: 'all' })).toHaveLength(MIGRATIONS.length);
      expect((await tables()).toSorted()).toEqual(before);
      expect(await difference(taken)).toEqual([]);
      // The comparison sees a column too many, an index and a column that are missing.
      for (const spoil of [
        'ALTER TABLE sheet ADD COLUMN extra integer',
        'DROP INDEX session_account',
        'ALTER TABLE audit_event DROP COLUMN detail',
      ]) {
        const known = await difference(taken);
        await taken.query(spoil);
        expect([spoil, (await difference(taken)).length > known.length]).toEqual([spoil, true]);
      }
    } finally {
      await other.stop();
    }
  });

  it('is brought up to date by one of many processes that start at the same time', async () => {
    const options = { ...source.options, migrations: MIGRATIONS } as DataSourceOptions;
    const opened = await Promise.all(Array.from({ length: 3 }, () => openDatabase(options, true)));
    for (const each of opened) {
      expect(await each.query('SELECT COUNT(*) AS n FROM migrations')).toEqual([
        { n: database === 'sqlite' ? MIGRATIONS.length : String(MIGRATIONS.length) },
      ]);
      await each.destroy();
    }
  });

  it('is never made by TypeORM itself', () => {
    expect(source.options).toMatchObject({ synchronize: false, migrationsRun: false });
  });

  it('a condition without a value is an error, not a condition less', async () => {
    for (const login of [undefined, null]) {
      const where = { login } as unknown as { login: string };
      await expect(source.manager.findOneBy(Account, where)).rejects.toThrow(/undefined|null/i);
      await expect(api.get<Reader>(Reader).manager.existsBy(Account, where)).rejects.toThrow(/undefined|null/i);
      await expect(api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.manager.delete(Account, where))).rejects.toThrow(
        /undefined|null|empty/i,
      );
    }
    expect(await source.manager.countBy(Account, {})).toBe(1);
  });

  it('keeps what refers to something from losing it', async () => {
    const run = (sql: string) => api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query(sql));
    await expect(run("DELETE FROM unit WHERE code = 'u1'")).rejects.toThrow(/foreign key/i);
    await expect(run("DELETE FROM campaign WHERE code = 'm'")).rejects.toThrow(/foreign key/i);
    await expect(
      run(
        "INSERT INTO sheet (campaign, unit, stage, round, cluster, version) VALUES ('m', 'none', 'self', '', 'c1', 1)",
      ),
    ).rejects.toThrow(/foreign key/i);
  });

  it('readers cannot write', async () => {
    if (database === 'postgres') return expect(api.get<Reader>(Reader)).not.toHaveProperty('run');
    return expect(api.get<Reader>(Reader).query('DELETE FROM session')).rejects.toThrow(/readonly/i);
  });
});

it('`synchronize` is on nowhere in the sources', async () => {
  const on = /synchronize\s*:(?!\s*false\b)|\.synchronize\(/;
  const found: string[] = [];
  for (const folder of ['libs', 'apps', 'test']) {
    for (const path of await sourcesBelow(join(projectFolder(), folder))) {
      if (!path.endsWith('schema.spec.ts') && on.test(await readFile(path, 'utf8'))) found.push(path);
    }
  }
  expect(found).toEqual([]);
  expect(
    ['synchronize: true', 'synchronize : isTest', 'await source.synchronize()', 'synchronize: false'].map((text) =>
      on.test(text),
    ),
  ).toEqual([true, true, true, false]);
});
