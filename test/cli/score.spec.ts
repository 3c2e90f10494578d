import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Competition, ResultDocument } from '@thidua/scoring';
import { tempFolder } from '../platform/support/temp-folder.js';
import { FILES } from '../scoring/explain/files.js';
import { readJsonFile, scoreFile } from '../scoring/read-file.js';
import { linesOf, runCli } from './support/run-cli.js';

const DEMO = 'config/demo/vinh-yen-2022.yaml';
const NOT_OK = 'test/fixtures/not-ok';
type Expected = Record<string, { code: string; path: string }[]>;

const NOT_UTF8 = 'Tệp không phải văn bản UTF-8; hãy lưu lại tệp với bảng mã UTF-8. (file.syntax)\n';

describe('thidua score', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeAll(async () => {
    folder = await tempFolder();
  });
  afterAll(() => folder.remove());

  it('prints the result document of the demonstration with --json', async () => {
    const { status, stdout, stderr } = await runCli(['score', DEMO, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(scoreFile(`../${DEMO}`));
  });

  it.each(['golden/ties.yaml', 'golden/holds.yaml', 'golden/campaign-scope.yaml'])(
    'computes %s as worked out',
    async (file) => {
      const { status, stdout } = await runCli(['score', `test/${file}`, '--json']);
      const { clusters, rewards } = JSON.parse(stdout) as ResultDocument;
      expect(status).toBe(0);
      const expected = readJsonFile<ResultDocument>(file.replace('.yaml', '.result.json'));
      expect({ clusters, rewards }).toEqual({ clusters: expected.clusters, rewards: expected.rewards });
    },
  );

  it('prints aligned tables in Vietnamese for people', async () => {
    const { status, stdout } = await runCli(['score', DEMO]);
    const lines = linesOf(stdout);
    const heading = lines.find((line) => line.startsWith('Hạng  Đơn vị'))!;
    const first = lines.find((line) => line.includes('Phường Khai Quang'))!;
    expect(status).toBe(0);
    expect(first).toMatch(/^ {3}1 {2}Phường Khai Quang \(PX-KHAI-QUANG\) .* 941,17 {2}Hoàn thành xuất sắc nhiệm vụ$/);
    expect(first.indexOf('941,17') + 6).toBe(heading.indexOf('Tổng') + 4);
    expect(first.indexOf('Hoàn thành')).toBe(heading.indexOf('Xếp loại'));
    expect(lines.filter((line) => line.includes('đồng hạng ở suất cuối'))).toHaveLength(2);
    expect(stdout).toMatch(/Cờ thi đua dẫn đầu cụm.*Phường Khai Quang \(PX-KHAI-QUANG\) {2,}đề nghị\n/);
  });

  it('says on which day it was judged, who is a guest, what is missing by name, and why a total is no sum', async () => {
    const print = async (name: keyof typeof FILES, change: (file: Competition) => void = () => {}): Promise<string> => {
      const competition = FILES[name]();
      change(competition);
      const file = join(folder.path, `${name}.json`);
      await writeFile(file, JSON.stringify(competition));
      return (await runCli(['score', file])).stdout;
    };
    const sections = await print('sections');
    expect(sections).toMatch(/^C\nNgày xét: 31\/12\/2022\n/);
    expect(sections).toMatch(/U3 .*khách mời, không xếp hạng$/m);
    expect(sections).not.toContain('*');
    const places = await print('places');
    expect(places).toMatch(/U2 .*Kỷ luật$/m);
    expect(places).toMatch(/U6 .*thiếu: A \(a\), B \(b\)$/m);
    const scaled = await print('rescaleBase', ({ scales }) => {
      scales[0]!.ceiling = 15;
    });
    expect(scaled).toMatch(/U2 .*\*; \*\*$/m);
    expect(scaled).toMatch(/^\* điểm các phần được quy đổi.*\n\*\* tổng bị cắt ở mức trần/m);
    const rounds = await print('mean', ({ scales }) => {
      scales[0]!.ceiling = 9;
    });
    expect(rounds).toMatch(/^\* mỗi cột được gộp riêng từ các kỳ.*\n\*\* tổng bị cắt ở mức trần/m);
    expect(rounds).toMatch(/U2 .*thiếu: Quý I: A \(a\).*; Quý II: A \(a\)/m);
  });

  it('prints the tables in English when asked', async () => {
    const { stdout } = await runCli(['score', 'test/golden/rewards.yaml', '--lang', 'en']);
    expect(stdout).toMatch(/^Rank {2}Unit .* Total {2}Class {2}Notes$/m);
    expect(stdout).toContain('tied at the last place');
  });

  it.each(['01-not-json.json', '05-unknown-keys.json', '04-not-an-object.yaml', '31-tally.json'])(
    'exits with 2 and tells every error of %s, a line each',
    async (name) => {
      const expected = readJsonFile<Expected>('fixtures/not-ok/expected.json')[name]!;
      const { status, stdout, stderr } = await runCli(['score', `${NOT_OK}/${name}`]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      const told = linesOf(stderr).map((line) => /^dòng \d+, cột \d+: \p{Lu}.*[.?] \((\S+)\)$/u.exec(line)?.[1]);
      expect(told.toSorted()).toEqual(expected.map(({ code }) => code).toSorted());
    },
  );

  it('gives the errors as JSON on standard output with --json', async () => {
    const expected = readJsonFile<Expected>('fixtures/not-ok/expected.json')['07-wrong-types.json']!;
    const { status, stdout } = await runCli(['score', `${NOT_OK}/07-wrong-types.json`, '--json']);
    const { errors } = JSON.parse(stdout) as { errors: Record<string, string>[] };
    expect(status).toBe(2);
    expect(errors.map(({ code, path }) => ({ code, path }))).toEqual(expected);
    for (const error of errors) {
      expect(Object.keys(error)).toEqual(['code', 'line', 'column', 'path', 'message', 'params']);
      expect(error['message']).toMatch(/is expected(: write "\d+" in quotes)?$/);
    }
  });

  it('refuses bytes that are no UTF-8 text', async () => {
    const file = join(folder.path, 'latin.yaml');
    await writeFile(file, Buffer.from([0x66, 0x3a, 0x20, 0xe9, 0x0a]));
    const { status, stderr } = await runCli(['score', file]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: NOT_UTF8 });
  });

  it.each([
    [['score', 'no-such-file.json'], 'no-such-file.json: không có tệp này; hãy kiểm tra lại tên và thư mục của tệp'],
    [['score', 'config.yaml/'], 'config.yaml/: không có tệp này; hãy kiểm tra lại tên và thư mục của tệp'],
    [['score', 'README.md'], 'README.md: tệp thi đua phải có đuôi .json, .yaml hoặc .yml'],
    [['score'], 'thiếu đối số <file>; cách dùng: thidua score [tùy chọn] <file> (xem thêm: thidua score --help)'],
    [
      ['score', DEMO, '--xml'],
      'không có tùy chọn --xml; cách dùng: thidua score [tùy chọn] <file> (xem thêm: thidua score --help)',
    ],
    [['rank'], 'không có lệnh rank; cách dùng: thidua [tùy chọn] [lệnh] (xem thêm: thidua --help)'],
  ])('exits with 1 and one line for %j', async (args, line) => {
    expect(await runCli(args)).toEqual({ status: 1, stdout: '', stderr: `${line}\n` });
  });
});
