import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/support/eventually.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { allRows } from './support/all-rows.js';
import { runCli } from './support/run-cli.js';
import { startService } from './support/start-service.js';
import type { Service } from './support/start-service.js';

describe('thidua demo', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let service: Service;
  let settings: { DATA_DIR: string };
  let database: string;
  beforeAll(async () => {
    folder = await tempFolder();
    settings = { DATA_DIR: join(folder.path, 'data') };
    database = join(settings.DATA_DIR, 'thidua.sqlite');
    service = await startService(settings.DATA_DIR);
  });
  afterAll(async () => {
    await service?.stop();
    await folder.remove();
  });

  async function count(table: string): Promise<number> {
    const [row] = await allRows(database, `SELECT COUNT(*) AS n FROM ${table}`);
    return Number(row!['n']);
  }

  it('drives the main job, and again on the same data', async () => {
    for (const run of [1, 2]) {
      const before = { submissions: await count('submission'), decisions: await count('decision') };
      const { status, stdout, stderr } = await runCli(['demo', '--url', service.url], settings);
      expect({ run, status, stderr }).toEqual({ run, status: 0, stderr: '' });
      // The second sending with the same key left no second submission.
      expect(await count('submission')).toBe(before.submissions + 1);
      expect(await count('decision')).toBeGreaterThan(before.decisions + 1);
      expect(stdout).toContain(`Cơ sở dữ liệu: ${database}\n`);
      expect(stdout).toMatch(/the board shows it \d+ ms after the answer/);
      expect(stdout).toMatch(/^ {2}Phường Liên Bảo: \d+ → \d+$/m);
      expect(stdout).toMatch(/^Newly proposed: \S+\/PX-\S+.*\. No longer proposed: \S+\/PX-\S+.*\.$/m);
      expect(stdout).toMatch(/Cụm thi đua số 1 - Các phường, xã: endorse at revision \d+/);
      expect(stdout).toMatch(/decision \d+: reject · /);
      expect(stdout.trimEnd()).toMatch(/Done: everything held\.$/);
    }
  });

  it('signs in by the links that the service printed, once', async () => {
    const links = join(folder.path, 'links.txt');
    await writeFile(links, service.printed);
    const args = ['demo', '--url', service.url, '--links', links];
    expect(await runCli(args)).toMatchObject({ status: 0, stderr: '' });
    expect(await runCli(args)).toMatchObject({
      status: 1,
      stderr: 'the service does not accept the link of demo-don-vi: each link works once\n',
    });
  });

  it('has no links to give for another database or another machine', async () => {
    const elsewhere = { DATA_DIR: join(folder.path, 'elsewhere') };
    expect(await runCli(['demo', '--url', service.url], elsewhere)).toMatchObject({
      status: 1,
      stderr: `${elsewhere.DATA_DIR}/thidua.sqlite: không có cơ sở dữ liệu này; hãy đặt DATA_DIR hoặc DATABASE_URL như của dịch vụ\n`,
    });
    expect(await runCli(['demo', '--url', 'http://192.0.2.1:3000'], settings)).toMatchObject({
      status: 1,
      stderr: 'http://192.0.2.1:3000 is not on this machine: give sign-in links of its accounts with --links\n',
    });
  });

  it('says so when no service answers', async () => {
    const { status, stderr } = await runCli(['demo', '--url', 'http://127.0.0.1:9'], settings);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^no answer from http:\/\/127\.0\.0\.1:9 \(.+\): is the service running\? .*\n$/);
  });

  it('a file imported beside the service is ranked by it', async () => {
    expect(await runCli(['import', 'test/golden/ties.yaml'], settings)).toMatchObject({ status: 0, stderr: '' });
    const behind = `SELECT c.code FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
                     WHERE r.revision IS NULL OR r.revision < c.requested_revision`;
    await eventually('the imported cluster is ranked', async () => (await allRows(database, behind)).length === 0);
  });
});
