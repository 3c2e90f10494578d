import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, RULE_KINDS } from '@thidua/scoring';
import { EXPLAIN_WORDS } from '../../apps/cli/output/explain/explain-writer.js';
import { checkFile, listFiles, valueOf } from '../scoring/read-file.js';
import { linesOf, runCli } from './support/run-cli.js';

const DEMO = 'config/demo/vinh-yen-2022.yaml';
const UNIT = ['--unit', 'PX-KHAI-QUANG'];

describe('thidua explain', () => {
  it('tells in Vietnamese how each figure of a unit came about', async () => {
    const { status, stdout, stderr } = await runCli(['explain', DEMO, ...UNIT]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = linesOf(stdout);
    expect(lines[0]).toBe('Phường Khai Quang (PX-KHAI-QUANG), Cụm thi đua số 1 - Các phường, xã');
    // 100·26.7/27 per cent of the assigned plan, of 40 points.
    expect(lines).toContain(
      '    cách tính: thực hiện 26,7; chỉ tiêu 27 (chỉ tiêu được giao); ' +
        'tỷ lệ so với chỉ tiêu (%) 890/9 (≈ 98,8889); ngưỡng (%) 40',
    );
    expect(lines).toContain(
      '    làm tròn đến 2 chữ số thập phân, từ một nửa trở lên thì làm tròn lên: 356/9 (≈ 39,5556) → 39,56',
    );
    expect(lines).toContain('  941,17 = 906,17 + 35,00 − 0,00');
    expect(lines).toContain('Hạng 1 trên 9');
    expect(lines).toContain(
      '  trước Phường Liên Bảo (PX-LIEN-BAO) (hạng 2) do tổng điểm: 941,17 so với 939,85; hơn 1,32',
    );
    expect(lines).toContain('  Hoàn thành xuất sắc nhiệm vụ: được xếp');
    expect(lines).toContain('    chưa được đề nghị Cờ thi đua dẫn đầu cụm: không đạt (đã được đề nghị)');
    expect(stdout).not.toMatch(/undefined|\{\w+\}/);
  });

  it('tells the same in English, line by line', async () => {
    const vi = await runCli(['explain', DEMO, ...UNIT]);
    const en = await runCli(['explain', DEMO, ...UNIT, '--lang', 'en']);
    expect(linesOf(en.stdout)).toHaveLength(linesOf(vi.stdout).length);
    expect(linesOf(en.stdout)).toContain('Rank 1 of 9');
    expect(linesOf(en.stdout)).toContain('    not proposed for Cờ thi đua dẫn đầu cụm: does not hold (proposed)');
    expect(en.stdout).not.toMatch(/undefined|\{\w+\}/);
  });

  it('tells formulas, days and rule kinds in Vietnamese', async () => {
    const formula = await runCli(['explain', 'test/golden/formula.yaml', '--unit', 'U1']);
    expect(formula.stdout).toContain('công thức nếu b = 0 hoặc a / b ≥ 1 thì 10,00, không thì 10,00 × a / b');
    expect(formula.stdout).toContain('số nhỏ nhất trong (10,00; làm tròn xuống (a / 7) + làm tròn (b / 3; 1))');
    const deadline = await runCli(['explain', 'test/golden/deadline.yaml', '--unit', 'U1']);
    expect(deadline.stdout).toMatch(/hạn \d\d\/\d\d\/20\d\d; ngày hoàn thành \d\d\/\d\d\/20\d\d/);
    for (const { stdout } of [formula, deadline]) {
      expect(stdout).not.toMatch(/\d{4}-\d\d-\d\d|floor|\bmin\b|\?|\bself\b|\b(formula|deadline)\b/);
    }
  });

  it('narrows to a criterion, to a reward, or to both', async () => {
    const criterion = await runCli(['explain', DEMO, ...UNIT, '--criterion', 'I.10', '--lang', 'en']);
    expect(linesOf(criterion.stdout).slice(1)).toEqual([
      'Day of judging: 2022-12-31',
      '',
      'Criteria',
      '  I.10 Tuyến phố, ngõ, khu dân cư đạt chuẩn văn minh đô thị (tuyến): 24.00 (max 30.00, kind of rule: So many for each, mandatory)',
      '    rule: 6 points for each, 30 points at most.',
      '    self-score: 24.00, counts',
      '    working: count 4; points each 6; points before the cut 24',
      '    points: 4 × 6 = 24',
    ]);
    const reward = await runCli(['explain', DEMO, ...UNIT, '--reward', 'co-thi-dua', '--lang', 'en']);
    expect(linesOf(reward.stdout)).toContain('    rank 3 at most: holds (1)');
    expect(reward.stdout).not.toContain('Criteria');
    const both = await runCli(['explain', DEMO, ...UNIT, '--reward', 'co-thi-dua', '--criterion', 'I.1']);
    expect(linesOf(both.stdout).filter((line) => /^\S/.test(line))).toHaveLength(4);
  });

  it('prints the account as a document', async () => {
    const { stdout } = await runCli(['explain', 'test/golden/ties.yaml', '--unit', 'U2', '--json']);
    expect(JSON.parse(stdout)).toEqual(explain(openStanding(valueOf(checkFile('golden/ties.yaml'))), 'U2'));
  });

  it('lists the units where there is none of that code', async () => {
    const { status, stdout, stderr } = await runCli(['explain', 'test/golden/rewards.yaml', '--unit', 'X']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^test\/golden\/rewards\.yaml: không có đơn vị mã X; các đơn vị: (\w+, )+\w+\n$/);
  });

  it.each([
    [
      [...UNIT, '--criterion', 'X'],
      /: thang điểm của đơn vị không có tiêu chí mã X; các tiêu chí: I\.1, I\.2, .*III\.\d+/,
    ],
    [[...UNIT, '--reward', 'X'], /: không có hình thức khen thưởng mã X; các hình thức: co-thi-dua, /],
    [
      [],
      /^thiếu tùy chọn bắt buộc --unit <unit>; cách dùng: thidua explain \[tùy chọn\] <file> \(xem thêm: thidua explain --help\)\n$/,
    ],
  ])('exits with 1 and one line for %j', async (options, line) => {
    const { stderr, ...ended } = await runCli(['explain', DEMO, ...options]);
    expect(ended).toEqual({ status: 1, stdout: '' });
    expect(linesOf(stderr)).toHaveLength(1);
    expect(stderr).toMatch(line);
  });
});

describe('the catalogues of explanations', () => {
  it('have a word for all that the worked cases tell, in both languages', () => {
    const kinds = new Set<string>();
    for (const name of listFiles('golden/').filter((each) => each.endsWith('.yaml'))) {
      const competition = valueOf(checkFile(`golden/${name}`));
      const standing = openStanding(competition);
      for (const { code } of competition.clusters.flatMap(({ units }) => units)) {
        const { criteria, classes, rewards, rank } = explain(standing, code);
        const conditions = [...classes, ...rewards].flatMap((each) => each.conditions);
        for (const words of Object.values(EXPLAIN_WORDS)) {
          for (const { kind, steps } of criteria) {
            kinds.add(kind);
            for (const { term } of steps) expect(words.terms[term]).toBeTruthy();
          }
          for (const { name: named } of conditions)
            expect(Object.keys(words.conditions)).toContain(named.split('.')[0]);
          for (const { key } of rank.precedence) expect(Object.keys(words.sources)).toContain(key.split(':')[0]);
        }
      }
    }
    expect([...kinds].toSorted()).toEqual([...RULE_KINDS].toSorted());
  });

  it('fill in the same names in both', () => {
    const flat = (value: unknown, path = ''): [string, string][] =>
      typeof value === 'string'
        ? [[path, (value.match(/\{\w+\}/g) ?? []).toSorted().join()]]
        : Object.entries(value as object).flatMap(([key, item]) => flat(item, `${path}.${key}`));
    expect(flat(EXPLAIN_WORDS.en)).toEqual(flat(EXPLAIN_WORDS.vi));
  });
});
