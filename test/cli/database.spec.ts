import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '@thidua/composition';
import { MESSAGES_VI } from '../../libs/platform/problems/messages.vi.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { linesOf, runCli } from './support/run-cli.js';
import { allRows } from './support/all-rows.js';

describe('thidua migrate and import', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let settings: { DATA_DIR: string };
  const database = () => join(settings.DATA_DIR, 'thidua.sqlite');
  beforeAll(async () => {
    folder = await tempFolder();
    settings = { DATA_DIR: join(folder.path, 'data') };
  });
  afterAll(() => folder.remove());

  it('migrates a new database and says what ran, then nothing', async () => {
    const own = { DATA_DIR: join(folder.path, 'other') };
    const first = await runCli(['migrate'], own);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const file = join(own.DATA_DIR, 'thidua.sqlite');
    expect(linesOf(first.stdout)).toEqual([
      `Cơ sở dữ liệu: ${file}`,
      ...MIGRATIONS.map(({ name }) => `đã chạy ${name}`),
    ]);
    expect(await runCli(['migrate', '--lang', 'en'], own)).toEqual({
      status: 0,
      stdout: `Database: ${file}\nThe schema is up to date.\n`,
      stderr: '',
    });
  });

  it('imports a file into a new database, once', async () => {
    const first = await runCli(['import', 'test/golden/ties.yaml'], settings);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const [campaign] = await allRows(database(), 'SELECT code FROM campaign');
    const [{ units }] = (await allRows(database(), 'SELECT COUNT(*) AS units FROM unit')) as [{ units: number }];
    const [named, imported] = linesOf(first.stdout);
    expect(named).toBe(`Cơ sở dữ liệu: ${database()}`);
    expect(imported).toMatch(
      new RegExp(`^Đã nhập phong trào ${String(campaign!['code'])}: 1 cụm, ${units} đơn vị, \\d+ số liệu\\.$`),
    );
    const again = await runCli(['import', 'test/golden/ties.yaml'], settings);
    expect(again).toEqual({
      status: 1,
      stdout: `Cơ sở dữ liệu: ${database()}\n`,
      stderr: `${String(campaign!['code'])}: ${MESSAGES_VI['campaign.exists']}\n`,
    });
  });

  it('leaves the imported clusters behind, for the sweep of a service to find', async () => {
    const rows = await allRows(
      database(),
      `SELECT c.requested_revision AS requested, r.revision AS computed
         FROM cluster c LEFT JOIN cluster_result r ON r.cluster = c.code`,
    );
    expect(rows).toEqual([{ requested: expect.any(Number), computed: null }]);
  });

  it('changes nothing for a wrong file, and exits with 2', async () => {
    const before = await allRows(database(), 'SELECT * FROM campaign');
    const file = join(folder.path, 'wrong.json');
    await cp('test/fixtures/not-ok/05-unknown-keys.json', file);
    const { status, stdout, stderr } = await runCli(['import', file], settings);
    expect({ status, stdout }).toEqual({ status: 2, stdout: `Cơ sở dữ liệu: ${database()}\n` });
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/^dòng 28, cột 8: Mục “weight” .*\(field\.unknown\)$/),
      expect.stringMatching(/^dòng 97, cột 2: Mục “colour” .*\(field\.unknown\)$/),
    ]);
    expect(await allRows(database(), 'SELECT * FROM campaign')).toEqual(before);
  });

  it('says in one line which setting is wrong', async () => {
    const { status, stderr } = await runCli(['migrate'], { ...settings, LOG_LEVEL: 'loud' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^LOG_LEVEL: must be one of .*\n$/);
  });

  it('says in one line that a database does not answer', async () => {
    const { status, stderr } = await runCli(['migrate'], { DATABASE_URL: 'postgres://127.0.0.1:1/thidua' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'DATABASE_URL: no database can be used there (connect ECONNREFUSED 127.0.0.1:1)\n',
    });
  });
});
