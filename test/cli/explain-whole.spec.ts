import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { explain, openStanding } from '@thidua/scoring';
import { explainReport } from '../../apps/cli/output/explain/explain-report.js';
import type { Language } from '../../apps/cli/output/languages.js';
import { namesOf } from '../../apps/cli/output/names.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { competition, FILES } from '../scoring/explain/files.js';
import { linesOf, runCli } from './support/run-cli.js';

type File = keyof typeof FILES;
const CASES = (Object.keys(FILES) as File[]).flatMap((name) =>
  [...openStanding(FILES[name]()).plan.units.keys()].map((unit): [File, string] => [name, unit]),
);

function reportOf(name: File, unit: string, lang: Language): string[] {
  const file = FILES[name]();
  return explainReport(explain(openStanding(file), unit), namesOf(lang, file), lang).split('\n');
}

describe('a whole explanation', () => {
  it.each(CASES)('has words in both languages for all it tells: %s, %s', (name, unit) => {
    const [vi, en] = (['vi', 'en'] as const).map((lang) => reportOf(name, unit, lang));
    expect(vi).toHaveLength(en!.length);
    for (const line of [...vi!, ...en!]) expect(line).not.toMatch(/undefined|\{\w+\}|: $|NaN/);
    // Codes stand in brackets behind names; conditions have the signs and words of readers, days their order.
    const words = /\b(part|group|criterion|value|percent|mean|fact|reward|ranked|headOf)\b|&&|\|\||[<>]=|==|\d{4}-\d\d/;
    for (const line of vi!) expect(line).not.toMatch(words);
  });

  it('tells groups, what is subtracted, bounds, and a condition that does not hold', () => {
    const lines = reportOf('sections', 'U2', 'vi');
    expect(lines).toContain(
      '    nhóm g Nhóm g (tối thiểu 5,00, tối đa 15,00): −6,00 = b 0,00 − c 8,00 + h 2,00 → 5,00, nâng lên mức tối thiểu 5,00',
    );
    expect(lines).toContain('  điểm thưởng (tối đa 5,00): 3,00 = x 3,00 → 0,00, không tính vì không đạt điều kiện');
    expect(lines).toContain(
      '    điều kiện: điểm phần Phần I (I) ≥ 20 và điểm tiêu chí C (c) = 0; điểm phần Phần I (I): 15,00; điểm tiêu chí C (c): 8,00: không đạt',
    );
  });

  it('tells stages by their weights, and rounds by theirs', () => {
    const stages = reportOf('stages', 'U1', 'vi');
    expect(stages).toContain('    Thẩm định: 7,6, được tính với trọng số 60');
    expect(stages).toContain('    điểm theo trọng số: 726 / 90');
    expect(stages).toContain(
      '      làm tròn đến 1 chữ số thập phân, từ một nửa trở lên thì làm tròn lên: 10/3 (≈ 3,3333) → 3,3',
    );
    expect(reportOf('weighted', 'U1', 'vi')).toContain(
      '  tổng điểm: (7,00 ở Quý I + 2 × 10,00 ở Quý II + 0 × 0,00 ở Quý III) / 3 = 9,00',
    );
  });

  it('tells facts, ceilings and shares', () => {
    const lines = reportOf('places', 'P1', 'vi');
    expect(lines).toContain('    đứng đầu U3 (U3): không cao hơn xếp loại của tập thể, Tốt');
    expect(lines).toContain('    không quá 50% số cá nhân xếp loại Tốt (trong cụm)');
    expect(lines).toContain('    điều kiện: không có sự kiện Chậm báo cáo; sự kiện Chậm báo cáo: không: đạt');
    expect(reportOf('places', 'U2', 'vi')).toContain('    từ 01/10/2022 đến 01/04/2023; vi phạm; 12-QĐ');
  });

  it('tells a share of the next class as it is counted: so many, and with one tie group more', () => {
    const lines = reportOf('places', 'U2', 'vi');
    expect(lines).toContain('    xếp 1 đơn vị thì có 3 đơn vị xếp loại Tốt: 1 ≤ 50% × 3 = 1,5: đúng');
    expect(lines).toContain(
      '    thêm U2 (U2) là 2 thì có 3 đơn vị xếp loại Tốt (U5 (U5) lên thay): 2 > 50% × 3 = 1,5: vượt',
    );
    expect(reportOf('places', 'U2', 'en').join()).toContain(
      'with 1 of the units placed there are 3 units of class Tốt: 1 ≤ 50% × 3 = 1.5: holds',
    );
    // Who has a better class is not told who found no place below it.
    expect(reportOf('places', 'U1', 'vi').join()).not.toContain('không còn đủ suất');
  });

  it('tells formulas of rules, kinds of holds, facts that are over, and votes', () => {
    const file = FILES.places();
    file.holds = [{ unit: 'U4', kind: 'complaint', from: '2022-12-01', reason: 'đơn thư' }];
    file.facts = [
      { unit: 'U4', kind: 'ky-luat', from: '2022-02-01', to: '2022-12-30', reason: 'khiển trách' },
      { unit: 'U4', kind: 'ky-luat', from: '2023-02-01' },
    ];
    file.rewards![0]!.vote = {
      quorum: '2/3',
      base: 'members',
      moreThan: '90%',
      secret: false,
      mustInclude: ['chủ tịch'],
    };
    const lines = explainReport(explain(openStanding(file), 'U4'), namesOf('vi', file), 'vi').split('\n');
    expect(lines[1]).toBe('Ngày xét: 31/12/2022');
    expect(lines).toContain('    tạm dừng xét: đang xác minh đơn thư, từ 01/12/2022; lý do: đơn thư');
    expect(lines).toContain('  Kỷ luật: không có hiệu lực vào ngày xét');
    expect(lines).toContain('    từ 01/02/2022 đến 30/12/2022; đã hết hiệu lực sau ngày 30/12/2022; khiển trách');
    expect(lines).toContain('    từ 01/02/2023; chưa đến ngày 01/02/2023');
    expect(lines).toContain('  Chậm báo cáo: không có');
    expect(lines.join()).toContain(
      'trung bình cụm của tiêu chí B (b): 39 / 5 đơn vị dự thi (không tính khách mời) = 7,8',
    );
    expect(lines).toContain(
      '    biểu quyết: có mặt ít nhất 2/3 số thành viên; đồng ý trên 90% tổng số thành viên; ' +
        'trong số đồng ý phải có chủ tịch',
    );
    expect(lines).toContain('    đủ tiêu chí bắt buộc: có');
    const stages = reportOf('stages', 'U1', 'vi');
    expect(stages).toContain('    tính điểm: 10,0 × (0,5 + (1 − 0,5) × (1,5 − 1) / (2 − 1)) = 7,5');
    expect(stages).toContain('    tính điểm: 10,0 × 6 / 9 = 20/3 (≈ 6,6667)');
  });

  it('writes out how a relative rule and a tally come to points, in each of their modes', () => {
    const file = competition(`
scales:
  - code: s
    version: 1
    name: S
    parts:
      - code: I
        name: I
        max: 50
        criteria:
          - {code: p, name: P, max: 20, rule: {kind: relative, atPlan: 0.5, withoutPlan: relative}}
          - {code: l, name: L, max: 20, rule: {kind: relative, direction: lower}}
          - {code: t, name: T, max: 10, rule: {kind: tally, weights: {a: 1, b: 0.5}, exempt: [c]}}
    bonus: {when: {inputs: {x: "part:I"}, expr: x > 0}, criteria: [{code: z, name: Z, max: 9, rule: {kind: relative}}]}
clusters: [{code: C, name: C, scale: s, units: [{code: U, name: U}, {code: V, name: V}, {code: W, name: W}, {code: G, name: G, competes: false}]}]
ranking: {missing: unranked}
classes: [{code: k, name: K, when: {inputs: {x: total}, expr: x > 30}}]
entries:
  - {unit: U, criterion: p, actual: 9, plan: 10}
  - {unit: V, criterion: p, actual: 6}
  - {unit: W, criterion: p, actual: 8}
  - {unit: G, criterion: p, actual: 12, plan: 10}
  - {unit: U, criterion: l, actual: 4}
  - {unit: V, criterion: l, actual: 5}
  - {unit: G, criterion: l, actual: 0}
  - {unit: U, criterion: t, tally: {a: 2, b: 1, c: 4}}
  - {unit: U, criterion: z, actual: 0}
`);
    const of = (unit: string): string => explainReport(explain(openStanding(file), unit), namesOf('vi', file), 'vi');
    expect(of('U')).toContain('tính điểm: 20,00 × 0,5 × 0,9 = 9\n');
    expect(of('U')).toContain('tính điểm: 20,00 × 4 / 4 = 20\n');
    expect(of('U')).toContain('tính điểm: 10,00 × (2 × 1 + 1 × 0,5) / (2 + 1) = 25/3 (≈ 8,3333)\n');
    expect(of('U')).toContain('tính điểm: số tốt nhất trong các đơn vị dự thi là 0: 0 điểm\n');
    expect(of('V')).toContain('tính điểm: 20,00 × 6 / 8 = 15\n');
    expect(of('V')).toContain('thực hiện 6; chỉ so các đơn vị không có chỉ tiêu; tốt nhất trong các đơn vị dự thi 8');
    expect(of('V')).toContain('tính điểm: 20,00 × 4 / 5 = 16\n');
    expect(of('G')).toContain('tính điểm: vượt chỉ tiêu, không đơn vị dự thi nào vượt: đủ điểm tối đa 20,00\n');
    expect(of('G')).toContain('đủ điểm tối đa 20,00: số thực hiện bằng 0 là tốt nhất\n');
    // A guest is given no class, and told whether it meets the condition.
    expect(of('G')).toContain('    điều kiện: tổng điểm > 30; tổng điểm: 40,00: đạt');
  });

  it('names the stage that a figure of a condition comes from, where stages are weighed', () => {
    const file = FILES.stages();
    const criteria = file.scales[0]!.parts[0]!.criteria!;
    file.scales[0]!.bonus = {
      when: { inputs: { v: 'value:a', q: 'value:q' }, expr: 'v >= 8 && q > 0' },
      criteria: [{ code: 'x', name: 'X', max: 1, mandatory: false, rule: { kind: 'direct' } }],
    };
    file.entries = file.entries!.filter(({ stage, criterion }) => criterion !== 'a' || stage !== 'td');
    expect(criteria.length).toBeGreaterThan(0);
    const text = explainReport(explain(openStanding(file), 'U1'), namesOf('vi', file), 'vi');
    expect(text).toContain(
      '; số liệu của tiêu chí A (a) (lấy ở bước Hội đồng: bước sau cùng có nhập, kể cả bước trọng số 0): 8;',
    );
  });

  it('tells what is mandatory and missing, what is scaled up and what need not be', () => {
    expect(reportOf('rescalePart', 'U1', 'vi')).toContain(
      '  phần I Phần I (tối đa 20,00): 7,00 = b 7,00 (không giao: a) → 9,33, quy đổi do có tiêu chí không giao: 7,00 × 20,00 / 15,00 = 28/3 (≈ 9,3333), làm tròn đến 2 chữ số thập phân, từ một nửa trở lên thì làm tròn lên',
    );
    expect(reportOf('rescalePart', 'U1', 'en').join('\n')).toContain(
      '7.00 × 20.00 / 15.00 = 28/3 (≈ 9.3333), rounded to 2 decimal places (half up)\n',
    );
    // Nothing is said of a rounding that changes nothing.
    expect(reportOf('rescaleBase', 'U2', 'vi')).toContain(
      '  điểm các phần: 13,00 = 6,00 + 7,00 → 19,50, quy đổi do có tiêu chí không giao: 13,00 × 30,00 / 20,00 = 19,5',
    );
    // The group's own max hides what is not assigned: the part could give 20 without it.
    const hidden = FILES.rescalePart();
    hidden.scales[0]!.parts[0]!.criteria![0]!.max = 20;
    const whole = explainReport(explain(openStanding(hidden), 'U2'), namesOf('vi', hidden), 'vi');
    expect(whole).toContain('    phần I: không phải quy đổi, vì các tiêu chí được giao vẫn có thể đạt đủ 20,00 điểm\n');
    const lines = reportOf('places', 'U6', 'vi');
    expect(lines).toContain('    đủ tiêu chí bắt buộc: không, thiếu A (a), B (b)');
  });

  it('tells each rule in words, and what was rounded with its value before', () => {
    const file = competition(`
scales:
  - code: s
    version: 1
    name: S
    rounding: {digits: 1, mode: down}
    parts:
      - code: I
        name: I
        max: 60
        criteria:
          - {code: a, name: A, max: 20, rule: {kind: ratio, threshold: 50, plan: 3}}
          - {code: b, name: B, max: 20, rule: {kind: increment, base: 10, per: 2, gain: 1, plan: 10}}
          - {code: c, name: C, max: 20, rule: {kind: relative}}
    penalty: {criteria: [{code: p, name: P, max: 9, rule: {kind: count, each: 2}}]}
clusters: [{code: C, name: C, scale: s, units: [{code: U, name: U}, {code: V, name: V}, {code: W, name: W}]}]
classes: [{code: k, name: K, maxPercent: 50}, {code: l, name: L}]
rewards: [{code: r, name: R, quota: {percent: 40, rounding: up}}]
entries:
  - {unit: U, criterion: a, actual: 2}
  - {unit: U, criterion: a, actual: 1.9, stage: cluster, reason: x}
  - {unit: U, criterion: b, actual: 10.5}
  - {unit: U, criterion: p, count: 1}
`);
    const of = (lang: Language) =>
      explainReport(explain(openStanding(file), 'U'), namesOf(lang, file), lang).split('\n');
    const vi = of('vi');
    expect(vi).toEqual(
      expect.arrayContaining([
        '    quy định: Điểm bằng 20 nhân tỷ lệ thực hiện trên chỉ tiêu, tính tối đa 100%; dưới 50% thì được 0 điểm; chỉ tiêu chung là 3.',
        '    tự chấm: 13,3, bị bước sau thay',
        '      làm tròn đến 1 chữ số thập phân, bỏ phần dư: 40/3 (≈ 13,3333) → 13,3',
        '    làm tròn đến 1 chữ số thập phân, bỏ phần dư: 38/3 (≈ 12,6667) → 12,6',
        '    quy định: Mỗi trường hợp trừ 2 điểm, trừ nhiều nhất 9 điểm.',
        '    50% của 3 đơn vị được xếp hạng (trong cụm) = 1,5, bỏ phần lẻ còn 1',
        '    tính từ 40% của 3 đơn vị được xếp hạng (trong cụm) = 1,2; làm tròn đến số nguyên, có phần dư thì làm tròn lên: 1,2 → 2',
      ]),
    );
    expect(vi.join()).toContain('mỗi bước (%) 2; số bước trước khi bỏ phần chưa trọn 2,5; số bước 2;');
    const en = of('en');
    expect(en).toEqual(
      expect.arrayContaining([
        '    rule: 20 points times actual over plan, counted up to 100%; below 50% there are 0 points; the common plan is 3.',
        '      rounded to 1 decimal place (down): 40/3 (≈ 13.3333) → 13.3',
        '    50% of 3 ranked units (in the cluster) = 1.5, whole places 1',
        '    40% of 3 ranked units (in the cluster) = 1.2; rounded to a whole number (up): 1.2 → 2',
      ]),
    );
    expect(en.join()).toContain('steps before those not whole are left out 2.5; steps 2;');
    expect(vi.filter((line) => line.startsWith('    quy định: '))).toHaveLength(4);
  });

  it('tells a class that ranks as lower or higher, not as a distance', () => {
    const file = FILES.campaign();
    file.ranking = { precedence: ['class', 'total'] };
    file.classes = [
      { code: 'A', name: 'Giải A', minTotal: 95 },
      { code: 'tot', name: 'Giải B', minTotal: 80 },
    ];
    const of = (unit: string): string => explainReport(explain(openStanding(file), unit), namesOf('vi', file), 'vi');
    expect(of('U1')).toContain('do xếp loại: Giải A, cao hơn Giải B\n');
    expect(of('U2')).toContain('do xếp loại: Giải B, thấp hơn Giải A\n');
    expect(of('U6')).toContain('  không xếp loại; tổng điểm 0,00\n');
  });

  it('narrows to a criterion round by round', async () => {
    const folder = await tempFolder();
    try {
      const file = join(folder.path, 'rounds.json');
      await writeFile(file, JSON.stringify(FILES.weighted()));
      const { stdout } = await runCli(['explain', file, '--unit', 'U1', '--criterion', 'x', '--lang', 'en']);
      const lines = linesOf(stdout);
      expect(lines.filter((line) => line.startsWith('  x '))).toHaveLength(3);
      expect(lines.filter((line) => /^ {2}\w+.* = /.test(line))).toHaveLength(1);
      expect(stdout).not.toMatch(/\n {2}a |Rank/);
      const wrong = await runCli(['explain', file, '--unit', 'U1', '--criterion', 'y']);
      expect(wrong.status).toBe(1);
    } finally {
      await folder.remove();
    }
  });
});
