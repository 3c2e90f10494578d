import { describe, expect, it } from '@jest/globals';
import { linesOf, runCli } from './support/run-cli.js';

const WRONG = 'test/fixtures/not-ok/05-unknown-keys.json';

describe('thidua check', () => {
  it('lists warnings with line and column, and exits with 0', async () => {
    const { status, stdout, stderr } = await runCli(['check', 'test/golden/rewards.yaml']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = linesOf(stdout);
    expect(lines.pop()).toMatch(
      /^test\/golden\/rewards\.yaml: tệp đúng, không có lỗi, [1-9]\d* cảnh báo; \d+ cụm, \d+ đơn vị, \d+ số liệu\.$/,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^dòng \d+, cột \d+: \p{Lu}.*[.?] \([a-z.]+\)$/iu);
  });

  it.each([
    ['vi', 'tệp đúng, không có lỗi, 0 cảnh báo; 4 cụm, 48 đơn vị, 1583 số liệu.'],
    ['en', 'the file is right: no errors, 0 warnings; 4 clusters, 48 units, 1583 entries.'],
  ])('says in a line that the demonstration is right, and how much is in it: %s', async (lang, line) => {
    expect(await runCli(['check', 'config/demo/vinh-yen-2022.yaml', '--lang', lang])).toEqual({
      ...{ status: 0, stderr: '' },
      stdout: `config/demo/vinh-yen-2022.yaml: ${line}\n`,
    });
  });

  it('lists every error with line and column, and exits with 2', async () => {
    const { status, stdout } = await runCli(['check', WRONG]);
    expect(status).toBe(2);
    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(/^dòng \d+, cột \d+: Mục “\S+” .* \(field\.unknown\)$/),
      expect.stringMatching(/^dòng \d+, cột \d+: Mục “\S+” .* \(field\.unknown\)$/),
      `${WRONG}: tệp có 2 lỗi.`,
    ]);
    const english = linesOf((await runCli(['check', WRONG, '--lang', 'en'])).stdout);
    expect(english[0]).toMatch(/^line \d+, column \d+: The key “\S+” .* \(field\.unknown\)$/);
  });

  it('names no place in the file for what concerns all of it', async () => {
    const { status, stdout } = await runCli(['check', 'test/fixtures/not-ok/04-not-an-object.yaml']);
    expect({ status, lines: linesOf(stdout) }).toEqual({
      status: 2,
      lines: [
        'dòng 1, cột 1: Tệp phải ghi mục “format” là “thidua/1”; kiểm tra xem có đúng tệp không. (file.format)',
        'test/fixtures/not-ok/04-not-an-object.yaml: tệp có 1 lỗi.',
      ],
    });
  });

  it('gives both lists as JSON', async () => {
    const { status, stdout } = await runCli(['check', WRONG, '--json']);
    const { errors, warnings } = JSON.parse(stdout) as { errors: Record<string, unknown>[]; warnings: unknown[] };
    expect({ status, warnings, found: errors.length }).toEqual({ status: 2, warnings: [], found: 2 });
    for (const error of errors)
      expect(Object.keys(error)).toEqual(['code', 'line', 'column', 'path', 'message', 'params']);
  });

  it('exits with 1 where there is no file to check', async () => {
    expect(await runCli(['check', 'no-such.yaml'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'no-such.yaml: không có tệp này; hãy kiểm tra lại tên và thư mục của tệp\n',
    });
    const { stderr } = await runCli(['check', 'no-such.yaml', '--lang', 'en']);
    expect(stderr).toBe('no-such.yaml: there is no such file; check its name and folder\n');
  });
});
