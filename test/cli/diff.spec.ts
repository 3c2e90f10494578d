import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diff, score, type Competition, type ResultDiff } from '@thidua/scoring';
import { tempFolder } from '../platform/support/temp-folder.js';
import { cluster, result, standing } from '../scoring/edges/diff-results.js';
import { checkFile, scoreFile, valueOf } from '../scoring/read-file.js';
import { linesOf, runCli } from './support/run-cli.js';

const FILE = 'test/golden/rewards.yaml';

describe('thidua diff', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let later: string;
  let competition: Competition;
  beforeAll(async () => {
    folder = await tempFolder();
    const before = valueOf(checkFile('golden/rewards.yaml'));
    const entries = before.entries!.map((entry) =>
      entry.unit === 'U4' && entry.criterion === 'I.1' ? { ...entry, points: '94.5' } : entry,
    );
    competition = { ...before, scales: before.scales.map((scale) => ({ ...scale, rounding: { digits: 1 } })), entries };
    later = join(folder.path, 'later.json');
    await writeFile(later, JSON.stringify(competition));
  });
  afterAll(() => folder.remove());

  it('prints the comparison as a document', async () => {
    const { status, stdout, stderr } = await runCli(['diff', FILE, later, '--json']);
    const found = JSON.parse(stdout) as ResultDiff;
    const wanted = diff(scoreFile('golden/rewards.yaml'), score(competition, found.input!.after));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(found).toEqual(wanted);
  });

  it('tells in Vietnamese and in English who moved and why', async () => {
    const vi = await runCli(['diff', FILE, later]);
    expect(vi.stdout).toMatch(
      /Đơn vị U4 \(U4\) \(vì điểm của chính đơn vị thay đổi; hạng thay đổi\)\n {4}hạng 4 → 2\n/,
    );
    expect(vi.stdout).toContain('    tổng điểm 80 → 95,5\n');
    expect(vi.stdout).toContain('    vượt hoặc đuổi kịp Đơn vị U2 (U2), Đơn vị U3 (U3)\n');
    const en = await runCli(['diff', FILE, later, '--lang', 'en']);
    expect(en.stdout).toContain('    total 80 → 95.5\n');
    expect(en.stdout).toMatch(/Hòa ở mép, Cụm 1\n {4}open places 1 → 0\n/);
    expect(en.stdout).toContain('Đơn vị U2 (U2): tied at the last place → not proposed (because');
    expect(linesOf(en.stdout)).toHaveLength(linesOf(vi.stdout).length);
  });

  it('takes results as well, whose things have codes only', async () => {
    const before = join(folder.path, 'before.json');
    await writeFile(before, JSON.stringify(scoreFile('golden/rewards.yaml')));
    expect((await runCli(['diff', before, FILE])).stdout).toBe('Hai kết quả giống nhau.\n');
    const after = join(folder.path, 'after.json');
    await writeFile(after, JSON.stringify(score(competition, 'sha256:x')));
    const { stdout } = await runCli(['diff', before, after, '--lang', 'en']);
    expect(stdout).toMatch(/^C1\n/);
    expect(stdout).toMatch(/\n {2}U4 \(because its own points changed; its rank changed\)\n/);
    // Its points are only written with a digit more.
    expect(stdout).toMatch(/\n {2}U1\n {4}total 100 → 100\.0\n/);
  });

  it('says of a unit that was caught up that its rank is the same', async () => {
    const level = join(folder.path, 'level.json');
    const ranks = (last: number) =>
      result([cluster('C', ...[1, 1, last].map((rank, index) => standing(`U${index}`, { rank, tied: rank === 1 })))]);
    await writeFile(level, JSON.stringify(ranks(1)));
    const before = join(folder.path, 'apart.json');
    await writeFile(before, JSON.stringify(ranks(3)));
    const { stdout } = await runCli(['diff', before, level]);
    expect(stdout).toContain('\n  U0: hạng giữ nguyên\n    bị vượt hoặc đuổi kịp bởi U2\n');
    expect((await runCli(['diff', before, level, '--lang', 'en'])).stdout).toContain(
      '\n  U1: its rank is the same\n    passed or caught up by U2\n',
    );
  });

  it('refuses what is neither, and a language it does not speak', async () => {
    const wrong = join(folder.path, 'wrong.json');
    await writeFile(wrong, '{"format": "thidua-result/1"}');
    const { status, stdout, stderr } = await runCli(['diff', FILE, wrong]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(linesOf(stderr)).toContain('dòng 1, cột 1: Thiếu các cụm (“clusters”); hãy bổ sung. (field.missing)');
    expect((await runCli(['diff', FILE, later, '--lang', 'fr'])).status).toBe(1);
  });
});
