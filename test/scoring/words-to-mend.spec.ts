import { describe, expect, it } from '@jest/globals';
import { fileOf, toldOf } from './told-in-words.js';

describe('a decimal comma', () => {
  it('is told where YAML takes what follows it for a key', () => {
    const text = 'format: thidua/1\nscales: [{max: 60,5, min: 1.234,50}]\n';
    expect(toldOf(text)).toEqual([
      '2: Có lẽ đây là số thập phân viết bằng dấu phẩy: hãy viết 60.5 thay cho 60,5 (đừng chỉ xóa phần sau dấu phẩy).',
      '2: Có lẽ đây là số thập phân viết bằng dấu phẩy: hãy viết 1234.50 thay cho 1.234,50 (đừng chỉ xóa phần sau dấu phẩy).',
    ]);
    expect(toldOf(text, 'yaml', 'en')[0]).toMatch(/write 60\.5 instead of 60,5/);
  });

  it('is told once where two of them come to the same key', () => {
    expect(toldOf('{max: 60,5, min: 1,5}').map((line) => /viết ([\d.]+) thay/.exec(line)?.[1])).toEqual([
      '60.5',
      '1.5',
    ]);
  });

  it('is not suspected behind a text, a key with a value or no number', () => {
    for (const text of ['{max: "60",5}', '{max: 60, 5: 1}', '{max: a,5}']) {
      expect(toldOf(text).join()).not.toContain('thay cho');
    }
  });

  it('is told where JSON expects a key', () => {
    expect(toldOf('{"max": 11,25}', 'json')).toEqual([
      '1: Số thập phân trong tệp viết bằng dấu chấm: hãy viết 11.25 thay cho 11,25.',
    ]);
    expect(toldOf('{"max": 11, x}', 'json')[0]).toContain('tên mục');
    expect(toldOf('{"max": "11",25}', 'json')[0]).toContain('tên mục');
  });
});

describe('wrong indentation', () => {
  it('is told once, of its line', () => {
    const wrong = 'campaign:\n  code: a\n   name: b\n  to: 2022-12-31\n';
    expect(toldOf(wrong)).toEqual([expect.stringMatching(/^3: Dòng 3 thụt đầu dòng không đúng/)]);
    const left = 'campaign:\n  code: a\n name: b\n  to: 2022-12-31\n';
    expect(toldOf(left)).toEqual([expect.stringMatching(/^3: Dòng 3 thụt đầu dòng không đúng/)]);
    expect(toldOf(left, 'yaml', 'en')).toEqual([expect.stringMatching(/^3: The indentation of line 3 is wrong/)]);
  });

  it('leaves other faults what they are', () => {
    expect(toldOf('name: a: b\n')).toEqual([expect.stringMatching(/^1: Một dòng có hai dấu hai chấm/)]);
  });

  it('of many lines is told of the first three, and how many there are besides', () => {
    const faults = Array.from({ length: 6 }, (_, index) => `k${index}: a: b\n`).join('');
    const told = toldOf(faults);
    expect(told).toHaveLength(4);
    expect(told[3]).toMatch(/^4: Từ dòng 4 trở đi còn 3 lỗi cú pháp nữa/);
  });
});

describe('what is never closed', () => {
  const of = (text: string): string[] =>
    toldOf(text, 'yaml', 'en').map((line) => line.replace(/ is never closed: .*/, ''));

  it.each([
    ['a: {b: 1\nc: 2\n', ['1: The “{” that stands here']],
    ['a: 1\nb: [1, 2\nc: 3\n', ['2: The “[” that stands here']],
    ['a: 1\nb: {c: 2', ['2: The “{” that stands here']],
    ['a:\n  - {b: 1\n  - {b: 2}\n  - [3]\n', ['2: The “{” that stands here']],
    // What stands below, further to the right, is taken for more of it.
    ['a: {b: 1, c: 2\n  d: 3\ne: 4\n', ['1: The “{” that stands here']],
    ['{a: 1\nb: 2\n', ['1: The “{” that stands here']],
    // The inner of two, and of lines.
    ['a: {b: [1, 2\nc: 3\n', ['1: The “[” that stands here']],
    ['a: {\n  b: 1,\n  c: [1, 2\n  d: 3\n}\ne: 4\n', ['3: The “[” that stands here']],
    ['a: {b: 1\nc: {d: 2}\ne: {f: 3\ng: 4\n', ['1: The “{” that stands here', '3: The “{” that stands here']],
    ['a: {b: "x}\nc: 1\n', ['1: The text that begins here has no closing quote.']],
    ["a: 'x\nb: 1\n", ['1: The text that begins here has no closing quote.']],
  ])('%j is told at the line on which it opens', (text, told) => {
    expect(of(text)).toEqual(told);
  });

  it('says what to write, in both languages', () => {
    expect(toldOf('a: {b: 1\nc: 2\n')).toEqual([
      '1: Dấu ngoặc “{” mở ở đây chưa được đóng; hãy thêm “}” vào cuối phần nó mở.',
    ]);
    expect(toldOf('a: [1\nc: 2\n', 'yaml', 'en')).toEqual([
      '1: The “[” that stands here is never closed: write “]” at the end of what it opens.',
    ]);
  });

  it('hides no fault of other lines', () => {
    const told = toldOf('a: b: c\nd: {e: 1\nf: 2\ng: h: i\n');
    expect(told.map((line) => line.split(':')[0])).toEqual(['1', '2', '4']);
    expect(toldOf('a: {b: 1}}\n').join()).not.toContain('chưa được đóng');
  });

  it('is not what is closed further down, behind lines of a wrong indentation', () => {
    for (const text of ['a: {\nb: 1\n}\n', 'a: {\nb: 1}\n', 'a: {\n  b: [\n]}\n']) {
      expect(toldOf(text)[0]).toMatch(/^[23]: Dòng [23] thụt đầu dòng không đúng/);
    }
  });
});

describe('a reference to what is not there', () => {
  it.each([
    [
      'factKinds: [{code: k, name: Loại, classAtMost: "Hoàn thành"}]',
      /mã của xếp loại, không ghi tên, là một trong: “XS”, “HT”, “KHT”\.$/,
    ],
    ['rewards: [{code: r, name: R, quota: {count: 1}, classes: [Hoàn thành]}]', /“Hoàn thành”.*“XS”, “HT”, “KHT”\.$/],
    [
      'rewards: [{code: r, name: R, quota: {count: 1}}, {code: q, name: Q, quota: {count: 1}, requires: [x]}]',
      /các mã đứng trước: “r”\.$/,
    ],
    ['ranking: {stage: mayor}', /mã của bước, là một trong: “self”, “cluster”, “office”\.$/],
    ['holds: [{unit: Phường A, kind: discipline, from: 2022-01-01}]', /đơn vị mã “Phường A”; .*“U1”, “U2”\.$/],
    [
      'rounds: [{code: q1, name: Quý 1, from: 2022-01-01, to: 2022-03-31}]\nentries: [{unit: U1, criterion: NV.1, points: 1}]',
      /“round” .* là một trong: “q1”\.$/,
    ],
  ])('lists the codes there are: %s', (more, sentence) => {
    expect(toldOf(fileOf(more)).filter((line) => sentence.test(line))).toHaveLength(1);
  });

  it('lists none where there are too many to read', () => {
    const many = Array.from({ length: 13 }, (_, index) => `{code: c${index}, name: Lớp ${index}}`).join(', ');
    const more = 'factKinds: [{code: k, name: Loại, classAtMost: x}]';
    const text = fileOf(more).replace(/^classes: .*$/m, `classes: [${many}]`);
    expect(toldOf(text)).toContainEqual(expect.stringMatching(/Không có xếp loại mã “x”\.$/));
  });
});

describe('a max of a part that cuts its criteria', () => {
  const partOf = (max: string): string => fileOf('').replace('name: Nhiệm vụ, max: 10', `name: Nhiệm vụ, max: ${max}`);

  it('names the part', () => {
    expect(toldOf(partOf('8')).filter((line) => line.includes('tối đa'))).toEqual([
      '7: Các tiêu chí của phần NV “Nhiệm vụ” cộng lại 10,00 điểm nhưng chỉ tính tối đa 8,00; hãy xem có đúng ý không.',
    ]);
  });

  it('is asked about where it is written as people write thousands', () => {
    expect(toldOf(partOf('1.000')).filter((line) => line.includes('tối đa'))).toEqual([
      '7: Điểm tối đa của phần NV “Nhiệm vụ” ghi là “1.000”, tức là 1,00, trong khi các tiêu chí cộng lại 10,00 điểm; có phải ý là 1.000? Nếu đúng, hãy viết 1000, không có dấu chấm.',
    ]);
    expect(toldOf(partOf('1.000'), 'yaml', 'en').join()).toContain('is 1000 meant? Then write 1000');
    expect(toldOf(partOf('1.5')).join()).not.toContain('có phải ý');
  });
});

describe('a code without quotes', () => {
  it('is told once, with the lines that write it besides', () => {
    const entries = 'entries:\n' + '  - {unit: U1, criterion: 1.1, points: 1}\n'.repeat(3);
    const text = fileOf(entries).replace('code: NV.1,', 'code: 1.1,');
    expect(toldOf(text)).toEqual([
      '7: Mã phải là chữ: hãy viết "1.1" trong ngoặc kép, cả ở 3 chỗ khác viết mã này (dòng 11, 12, 13).',
    ]);
  });

  it('is another where the text writes another', () => {
    const entries = 'entries: [{unit: U1, criterion: 1.10, points: 1}, {unit: U1, criterion: 1.1, points: 1}]';
    expect(toldOf(fileOf(entries)).map((line) => /"[\d.]+"/.exec(line)?.[0])).toEqual(['"1.10"', '"1.1"']);
  });
});

describe('a condition that is written otherwise', () => {
  const conditionOf = (source: string, expr: string): string =>
    fileOf(`factKinds: [{code: k, name: Loại, when: {inputs: {a: "${source}", b: total}, expr: "${expr}"}}]`);

  it.each([
    ['a > 1 and b > 2', '“&&” thay cho “and”'],
    ['a > 1 OR b > 2', '“||” thay cho “OR”'],
    ['a > 1 và b > 2', '“&&” thay cho “và”'],
    ['a > 1 hoặc b > 2', '“||” thay cho “hoặc”'],
    ['not (a > 1)', '“!” thay cho “not”'],
    ['không a > 1', '“!” thay cho “không”'],
    ['a = 1', '“==” thay cho “=”'],
    ['a <> 1', '“!=” thay cho “<>”'],
    ['a ≥ 1', '“>=” thay cho “≥”'],
  ])('%s', (expr, said) => {
    expect(toldOf(conditionOf('part:NV', expr))).toEqual([expect.stringContaining(said)]);
  });

  it('leaves other faults what they are', () => {
    expect(toldOf(conditionOf('part:NV', 'a > 1 c > 2')).join()).not.toContain('thay cho');
  });

  it.each([
    ['phần:NV', '“part:NV”'],
    ['Part:NV', '“part:NV”'],
    ['part NV', '“part:NV”'],
    ['part: NV', '“part:NV”'],
    ['tiêu chí NV.1', '“criterion:NV.1”'],
    ['NV', '“part:NV”'],
    ['Tổng điểm', '“total”'],
  ])('%s', (source, meant) => {
    expect(toldOf(conditionOf(source, 'a > 1 && b > 1'))).toEqual([
      expect.stringMatching(new RegExp(`có lẽ phải là ${meant}\\.$`, 'u')),
    ]);
  });

  it('lists the sources of that kind, or the kinds there are', () => {
    expect(toldOf(conditionOf('part:X', 'a > 1'))).toEqual([expect.stringMatching(/; có: “part:NV”\.$/)]);
    expect(toldOf(conditionOf('điểm gì đó', 'a > 1'))).toEqual([expect.stringMatching(/“part:”, “group:”/)]);
  });
});

describe('an entry of a file', () => {
  const ROUNDS =
    'rounds: [{code: q1, name: Quý 1, from: 2022-01-01, to: 2022-03-31}, {code: q2, name: Quý 2, from: 2022-04-01, to: 2022-06-30}]';

  it('that lacks a reason is told with both points', () => {
    const entries =
      'entries: [{unit: U1, criterion: NV.1, points: 7.5}, {unit: U1, criterion: NV.1, stage: cluster, points: 6}]';
    expect(toldOf(fileOf(entries))).toEqual([
      '10: Đơn vị “Phường A”, tiêu chí NV.1 “A”: Điểm 6,00 khác với 7,50 điểm của bước chấm trước; hãy nêu lý do ở mục “reason” (lý do).',
    ]);
    expect(toldOf(fileOf(entries), 'yaml', 'en')).toEqual([
      '10: Unit “Phường A”, criterion NV.1 “A”: The points 6.00 differ from those of the stage before, 7.50: give the reason under “reason”.',
    ]);
  });

  it('that lacks evidence is told with its criterion', () => {
    const text = fileOf('entries: [{unit: U2, criterion: NV.1, points: 7.5}]');
    expect(toldOf(text.replace('max: 10, rule', 'max: 10, evidence: required, rule'))).toEqual([
      expect.stringMatching(/^10: Đơn vị “Phường B”, tiêu chí NV\.1 “A”: .*“evidence”/),
    ]);
  });

  it('that lacks its round is told with the rounds', () => {
    expect(toldOf(fileOf(`${ROUNDS}\nentries: [{unit: U1, criterion: NV.1, points: 1}]`))).toEqual([
      expect.stringMatching(/^11: Đơn vị “Phường A”, tiêu chí NV\.1 “A”: .*“round” .* “q1”, “q2”\.$/),
    ]);
  });

  it('with points out of range is told with its unit', () => {
    expect(toldOf(fileOf('entries: [{unit: U1, criterion: NV.1, points: 11}]'))).toEqual([
      '10: Đơn vị “Phường A”, tiêu chí NV.1 “A”: Điểm phải từ 0 đến 10, không thể là 11.',
    ]);
  });
});

describe('a value that cannot be', () => {
  const holds = (from: string): string => `holds: [{unit: U1, kind: k, from: ${from}}]`;

  it.each([
    [holds('2025-02-29'), 'Không có ngày “2025-02-29” trong lịch', 'There is no such day as “2025-02-29”'],
    [holds('29/02/2024'), 'viết theo năm-tháng-ngày', 'written year-month-day'],
    ['targets: [{unit: U1, criterion: NV.1, plan: .nan}]', '“.nan” không phải số', '“.nan” is no number'],
    ['targets: [{unit: U1, criterion: NV.1, plan: -.Inf}]', '“-.Inf” không phải số', '“-.Inf” is no number'],
    [
      'rewards: [{code: r, name: R, quota: {count: 1, percent: 20}}]',
      'Hai mục này chỉ được ghi một',
      'Write one of the two, not both',
    ],
  ])('%s', (more, vi, en) => {
    expect(toldOf(fileOf(more))[0]).toContain(vi);
    expect(toldOf(fileOf(more), 'yaml', 'en')[0]).toContain(en);
  });
});
