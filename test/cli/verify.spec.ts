import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bundle } from '@thidua/scoring';
import { tempFolder } from '../platform/support/temp-folder.js';
import { scoreFile } from '../scoring/read-file.js';
import { linesOf, runCli } from './support/run-cli.js';

const DEMO = 'config/demo/vinh-yen-2022.yaml';

describe('thidua verify', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let sound: string;
  beforeAll(async () => {
    folder = await tempFolder();
    sound = (await runCli(['score', DEMO, '--bundle'])).stdout;
  });
  afterAll(() => folder.remove());

  /** Runs the command on the demonstration's bundle after a change of it. */
  async function verifyChanged(change: (bundle: Bundle) => void, ...options: string[]) {
    const bundle = JSON.parse(sound) as Bundle;
    change(bundle);
    const file = join(folder.path, 'bundle.json');
    await writeFile(file, JSON.stringify(bundle));
    return runCli(['verify', file, ...options]);
  }

  it('finds the bundle of a file sound', async () => {
    expect((JSON.parse(sound) as Bundle).result).toEqual(scoreFile(`../${DEMO}`));
    const { status, stdout, stderr } = await verifyChanged(() => {});
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/bundle\.json: kết quả đúng là kết quả tính từ tệp, trùng khớp từng giá trị\n$/);
    expect((await verifyChanged(() => {}, '--json')).stdout).toBe('{\n  "findings": []\n}\n');
  });

  it('names a digit of the result that was changed', async () => {
    const { status, stdout, stderr } = await verifyChanged(({ result }) => {
      result.clusters[0]!.standings[0]!.total = '941.18';
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(linesOf(stderr)).toEqual([
      'bundle.result result.clusters[0].standings[0].total: Giá trị này khác với kết quả tính lại từ tệp. ' +
        '(phải là "941.17", trong gói là "941.18")',
    ]);
  });

  it('names a place of the file that was changed', async () => {
    const { status, stderr } = await verifyChanged(({ file }) => {
      file.campaign.name = 'Phong trào khác';
    });
    expect(status).toBe(2);
    expect(linesOf(stderr)[0]).toBe(
      'bundle.file file.campaign.name: Nội dung chỗ này đã khác so với khi lập gói kiểm chứng.',
    );
  });

  it('refuses what is no bundle, and a bundle of a wrong file', async () => {
    const { status, stderr } = await runCli(['verify', DEMO]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'bundle.format format: Tệp không phải gói kiểm chứng “thidua-bundle/1”.\n',
    });
    const wrong = await runCli(['score', 'test/fixtures/not-ok/31-tally.json', '--bundle']);
    expect(wrong.status).toBe(2);
    expect(JSON.parse(wrong.stdout)).toHaveProperty('errors');
  });
});
