import { describe, expect, it } from '@jest/globals';
import { explain, openStanding, readCompetition } from '@thidua/scoring';
import { explainReport } from '../../apps/cli/output/explain/explain-report.js';
import type { Language } from '../../apps/cli/output/languages.js';
import { namesOf } from '../../apps/cli/output/names.js';
import { resultReport } from '../../apps/cli/output/result-report.js';
import { competition } from '../scoring/explain/files.js';
import { parseFile, valueOf } from '../scoring/read-file.js';

const fileOf = (example: string) => valueOf(readCompetition(valueOf(parseFile(`golden/examples/${example}.json`))));

function linesOf(example: string, unit: string, lang: Language = 'vi'): string[] {
  const file = fileOf(example);
  return explainReport(explain(openStanding(file), unit), namesOf(lang, file), lang).split('\n');
}

function tableOf(example: string): string {
  const file = fileOf(example);
  return resultReport(file, openStanding(file).result('sha256:-'), 'vi');
}

/** The lines from one on that begins so, up to the next empty one. */
function sectionOf(lines: readonly string[], start: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(start));
  return lines.slice(from, lines.indexOf('', from));
}

describe('what an official reads with the printed text alone', () => {
  it('counts for a quota whom it is for, and says so', () => {
    expect(linesOf('47', 'T1')).toContain(
      '    tính từ 100% của 0 cá nhân được xếp hạng (trong cụm; hình thức này chỉ dành cho cá nhân) = 0',
    );
    expect(linesOf('47', 'T1')).toContain('    điều kiện riêng: không xét, vì hình thức này không dành cho tập thể');
    expect(linesOf('49', 'S5')).toContain('    điều kiện riêng: không xét, vì không được xếp hạng');
    expect(linesOf('47', 'V02').join('\n')).toMatch(/xếp 2 cá nhân thì có 4 cá nhân xếp loại Hoàn thành tốt/);
  });

  it('says where a figure of a condition comes from where the stage has no weight', () => {
    expect(sectionOf(linesOf('52', 'X1'), 'Quý II').join('\n')).toContain(
      '(lấy ở bước cụm chấm: bước sau cùng có nhập, kể cả bước trọng số 0): 90: đạt',
    );
  });

  it('gives no rank and no points of a round that has not begun or is left out', () => {
    expect(sectionOf(linesOf('51', 'K1.2'), 'Tháng 7 và 8')).toEqual([
      'Tháng 7 và 8, từ 01/07/2026 đến 31/08/2026: không tính, vì chưa bắt đầu vào ngày xét',
    ]);
    expect(sectionOf(linesOf('52', 'X3'), 'Quý II')).toEqual([
      'Quý II, từ 01/04/2026 đến 30/06/2026: không tính, vì không có số liệu nào được tính; cũng không xét đủ tiêu chí bắt buộc ở kỳ này',
    ]);
    const none = linesOf('52', 'Q7');
    // Where no round counts, those that have begun are judged for completeness all the same.
    expect(sectionOf(none, 'Quý II')[0]).toMatch(/không có số liệu nào được tính$/);
    expect(none).toContain('  tổng điểm: không có kỳ nào được tính: 0,00');
    expect(linesOf('48', '6A3').join('\n')).toContain('kỳ hoàn toàn không có số liệu: bỏ qua');
  });

  it('tells a rank of a round with what it was ranked by and the key that parted equals', () => {
    expect(sectionOf(linesOf('52', 'X2'), 'Quý I,').slice(1, 3)).toEqual([
      '  hạng trong kỳ: 2 trên 7 (tổng điểm 100,00; điểm nhóm Số lượng (I.A) 34,00)',
      '    sau Phân xưởng 3 (X3) (hạng 1) do điểm nhóm Số lượng (I.A): 34,00 so với 45,00; còn cách 11,00',
    ]);
  });

  it('tells guests apart from those whom everybody is measured against', () => {
    const guest = linesOf('46', 'B6');
    expect(guest).toContain(
      '    số tốt nhất trong các đơn vị dự thi (không tính khách mời) 110: Đơn vị B3 (B3), Đơn vị B4 (B4)',
    );
    expect(guest.join('\n')).toContain('440 / 5 đơn vị dự thi (không tính khách mời) = 88');
    expect(guest).toContain('Khách mời, không xếp hạng (vẫn được chấm điểm)');
    expect(guest).toContain('Xếp loại: không xếp loại, vì là khách mời');
  });

  it('prints every ceiling, and what a part could give, by which it is scaled up', () => {
    const lines = linesOf('51', 'K1.2');
    const from = lines.findIndex((line) => line.includes('14,550 × 20,000 / 17,000'));
    expect(lines.slice(from + 1, from + 12)).toEqual([
      '    nhóm I.ă Thường xuyên: 14,550 = I.1 6,000 + I.2 4,800 + I.ă.1 3,750',
      '      nhóm I.ă.1 Đột xuất (tối thiểu 1,000, tối đa 5,000): 3,750 = I.3 3,750',
      '    nhóm I.â Chuyển đổi số (tối đa 6,000): 0,000 = − I.5 0,000 (không giao: I.4)',
      '    điểm tối đa nếu giao đủ tiêu chí: 23,000 = I.ă 17,000 + I.â 6,000 → 20,000, cắt ở mức tối đa 20,000',
      '      nhóm I.ă: 17,000 = I.1 6,000 + I.2 6,000 + I.ă.1 5,000',
      '        nhóm I.ă.1: 6,000 = I.3 6,000 → 5,000, cắt ở mức tối đa 5,000',
      '      nhóm I.â: 6,000 = I.4 6,000',
      '    điểm tối đa của các tiêu chí được giao: 17,000 = I.ă 17,000 + I.â 0,000',
      '      nhóm I.ă: 17,000 = I.1 6,000 + I.2 6,000 + I.ă.1 5,000',
      '        nhóm I.ă.1: 6,000 = I.3 6,000 → 5,000, cắt ở mức tối đa 5,000',
      '      nhóm I.â: 0,000',
    ]);
    // Nothing of part II is assigned: that the parts could give 28 is true of everything alone.
    expect(linesOf('51', 'K2.5')).toContain('  điểm tối đa các phần nếu giao đủ tiêu chí: 28,000');
  });

  it('says why a criterion is not assigned and why nothing is scaled up for it', () => {
    const lines = linesOf('46', 'A1');
    expect(lines).toContain('  II.2 Cơ động miền núi: không giao (tối đa 10,00, cách chấm: Chấm trực tiếp, bắt buộc)');
    expect(lines).toContain(
      '    chỉ áp dụng cho đơn vị có đặc điểm “mien-nui”; điểm của phần không phải quy đổi, xem dòng phần II',
    );
    expect(lines).toContain('    phần II: không phải quy đổi, vì các tiêu chí được giao vẫn có thể đạt đủ 30,00 điểm');
    expect(lines).toContain('    điểm tối đa của các tiêu chí được giao: 30,00 = II.1 15,00 + II.3 15,00');
    expect(linesOf('52', 'X1').join('\n')).not.toContain('điểm tiêu chí Tai nạn');
    expect(linesOf('52', 'X1')).toContain(
      '  điểm các phần: không phải quy đổi, vì các tiêu chí được giao vẫn có thể đạt đủ 100,00 điểm',
    );
  });

  it('names who moves up to the next class', () => {
    expect(linesOf('52', 'X1')).toContain(
      '    thêm Phân xưởng 6 (X6) là 3 thì có 4 đơn vị xếp loại Tiên tiến (Phân xưởng 7 (X7) lên thay): 3 > 60% × 4 = 2,4: vượt',
    );
    expect(linesOf('52', 'X1', 'en')).toContain(
      '    with Phân xưởng 6 (X6) placed too, 3 in all, there would be 4 units of class Tiên tiến (Phân xưởng 7 (X7) moving up): 3 > 60% × 4 = 2.4: too many',
    );
  });

  it('tells a target that an entry sets aside, and what an overruled entry said that was never measured', () => {
    expect(linesOf('46', 'B6').join('\n')).toContain(
      'chỉ tiêu 100 (ghi trong số liệu nhập) (thay cho chỉ tiêu được giao 60)',
    );
    expect(linesOf('46', 'B6')).toContain('    tự chấm: thực hiện 120, bị bước sau thay');
    expect(linesOf('52', 'X1')).toContain('    tự chấm: thực hiện 80, chỉ tiêu 80, bị bước sau thay');
  });

  it('tells why a unit has no class, and nothing twice', () => {
    expect(linesOf('51', 'K2.5')).toContain('Xếp loại: không xếp loại, vì không được xếp vào loại nào dưới đây');
    expect(linesOf('49', 'S8')).toContain('    xếp loại Giải A: không đạt (không xếp loại)');
    expect(linesOf('49', 'S5')).toContain('Xếp loại: không xếp loại, vì không được xếp hạng');
    expect(linesOf('49', 'S1').join('\n')).not.toMatch(/xếp loại Giải A: đạt \(/);
  });
});

describe('the points of a rule, written out', () => {
  const file = competition(`
scales:
  - code: s
    version: 1
    name: S
    parts:
      - code: I
        name: I
        max: 110
        criteria:
          - {code: a, name: A, max: 10, rule: {kind: ratio, threshold: 50, plan: 9}}
          - {code: b, name: B, max: 10, rule: {kind: increment, base: 5, per: 10, gain: 2, loss: 1, plan: 10}}
          - {code: c, name: C, max: 10, rule: {kind: bands, else: 2, bands: [{to: 5, points: 1}]}}
          - {code: d, name: D, max: 10, rule: {kind: count, each: 3}}
          - {code: e, name: E, max: 10, rule: {kind: choice, options: {khá: 8}}}
          - {code: f, name: F, max: 10, rule: {kind: deadline, due: 2022-06-30, perDay: 4}}
          - {code: g, name: G, max: 10, rule: {kind: checklist, items: {x: 4, y: 5}}}
          - {code: h, name: H, max: 10, rule: {kind: mean}}
          - {code: i, name: I, max: 10, rule: {kind: formula, inputs: [so_vu], params: [dan], expr: "full - so_vu * dan"}}
          - {code: j, name: J, max: 10, rule: {kind: panel, how: median, outOf: 100}}
          - {code: k, name: K, max: 10, rule: {kind: direct}}
clusters: [{code: C, name: C, scale: s, units: [{code: U, name: U, params: {dan: -0.5}}, {code: V, name: V}]}]
entries:
  - {unit: U, criterion: a, actual: 7}
  - {unit: U, criterion: b, actual: 7.5}
  - {unit: U, criterion: c, actual: 6}
  - {unit: U, criterion: d, count: 4}
  - {unit: U, criterion: e, choice: khá}
  - {unit: U, criterion: f, on: 2022-07-03}
  - {unit: U, criterion: g, done: [x, y]}
  - {unit: U, criterion: h, items: [{actual: 1, plan: 3}, {actual: 4, plan: 2}]}
  - {unit: U, criterion: i, inputs: {so_vu: 3}}
  - {unit: U, criterion: j, marks: {An: 70, Bình: 80, Chi: 85, Dũng: 90}}
  - {unit: U, criterion: k, points: 1}
  - {unit: V, criterion: a, actual: 4}
  - {unit: V, criterion: b, actual: 13}
  - {unit: V, criterion: c, actual: 4}
`);
  const told = (unit: string): string[] =>
    explainReport(explain(openStanding(file), unit), namesOf('vi', file), 'vi')
      .split('\n')
      .filter((line) => line.startsWith('    tính điểm: '))
      .map((line) => line.slice('    tính điểm: '.length));

  it('is told of every kind but what is given directly', () => {
    expect(told('U')).toEqual([
      '10,00 × (700/9) / 100 = 70/9 (≈ 7,7778)',
      '5 − 1 × 2 = 3',
      'ngoài mọi khung được 2 điểm',
      '4 × 3 = 12',
      'mức “khá” được 8 điểm',
      '10,00 − 4 × 3 = −2',
      '4 + 5 = 9',
      '10,00 × ((100/3) + 100) / (100 × 2) = 20/3 (≈ 6,6667)',
      '10,00 − 3 × (−0,5) = 11,5',
      '10,00 × 82,5 / 100 = 8,25',
    ]);
    expect(told('V')).toEqual(['dưới ngưỡng nên được 0 điểm', '5 + 2 × 3 = 11', 'khung này được 1 điểm']);
  });

  it('says what a median between two marks is', () => {
    const report = explainReport(explain(openStanding(file), 'U'), namesOf('vi', file), 'vi');
    expect(report).toContain('trung vị (trung bình của hai điểm ở giữa) 82,5;');
    expect(report).toContain('số liệu “so vu” 3; thông số của đơn vị “dan” −0,5;');
    expect(report).toContain('của mục 2: 100\n');
    expect(report).toContain('nâng lên mức tối thiểu 0,00');
  });
});

describe('the table of a result', () => {
  it('says what it is ordered by, and what put equals, or a lower class, behind', () => {
    const table = tableOf('47');
    expect(table).toContain(
      'Xếp hạng lần lượt theo: tổng điểm; điểm phần Nhiệm vụ (NV); điểm tiêu chí Đạo đức (C.1.đ).',
    );
    expect(table).toMatch(
      / 2 {2}Phòng 4 \(T4\) .*sau Phòng 5 \(T5\) do điểm tiêu chí Đạo đức \(C\.1\.đ\): 5,00 so với 9,50$/m,
    );
    expect(table).not.toMatch(/Phòng 1 \(T1\) .*sau/);
    expect(tableOf('49')).toMatch(/Sở 1 \(S1\) .*sau Sở 6 \(S6\) do xếp loại: Giải B so với Giải A$/m);
  });

  it('says on which rounds a unit rests where others rest on more, and marks no sum that adds up', () => {
    expect(tableOf('52')).toMatch(/Phân xưởng 3 \(X3\) .*chỉ tính Quý I/);
    expect(tableOf('52')).toMatch(/Quản đốc 7 \(Q7\) .*không có kỳ nào được tính/);
    expect(tableOf('52').match(/chỉ tính/g)).toHaveLength(1);
    expect(tableOf('48')).toMatch(/Lớp 7A1 \(7A1\) [^*]*$/m);
    expect(tableOf('48')).toMatch(/Lớp 6A4 \(6A4\) .*\*$/m);
  });

  it('says why places stay open', () => {
    expect(tableOf('47')).toContain('còn 4 suất: không còn ai đủ điều kiện');
    expect(tableOf('47')).toContain('còn 1 suất: đồng hạng quá số suất, chờ quyết định');
  });
});
