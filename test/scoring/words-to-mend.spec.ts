import { describe, expect, it } from '@jest/globals';
import { checkText, sentenceOf, type Syntax } from '@thidua/scoring';

/** What people read of a text, by line. */
const toldOf = (text: string, syntax: Syntax = 'yaml', language: 'vi' | 'en' = 'vi'): string[] => {
  const { errors, warnings } = checkText(text, syntax);
  return [...errors, ...warnings].map((each) => `${each.line}: ${sentenceOf(each, language)}`);
};

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

/** A small file that is right but for what `more` says. */
const fileOf = (more: string): string => `format: thidua/1
campaign: {code: a, name: Phong trào, from: 2022-01-01, to: 2022-12-31}
scales:
  - code: s
    version: 1
    name: Thang điểm
    parts: [{code: NV, name: Nhiệm vụ, max: 10, criteria: [{code: NV.1, name: A, max: 10, rule: {kind: direct}}]}]
clusters: [{code: C1, name: Cụm 1, scale: s, units: [{code: U1, name: Phường A}, {code: U2, name: Phường B}]}]
classes: [{code: XS, name: Xuất sắc, minTotal: 9}, {code: HT, name: Hoàn thành, minTotal: 5}, {code: KHT, name: Không}]
${more}
`;

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

/** What is told of the small file in both languages, without its line. */
const inBoth = (more: string, change: (text: string) => string = (text) => text): string[] =>
  (['vi', 'en'] as const).flatMap((language) =>
    toldOf(change(fileOf(more)), 'yaml', language).map((line) => line.replace(/^\d+: /, '')),
  );

describe('what has a name', () => {
  const part = 'parts: [{code: NV, name: Nhiệm vụ, max: 10, criteria: [{code: NV.1';
  const group = (over: string) => (text: string) =>
    text.replace(/parts: .*/, (parts) =>
      parts.replace('criteria: [', `groups: [{code: G, name: Nhóm, ${over}}], criteria: [`),
    );

  it('is told by it where a part or group cannot be reached', () => {
    expect(inBoth('', (text) => text.replace(part, part.replace('max: 10', 'max: 12')))).toEqual([
      'Các tiêu chí của phần NV “Nhiệm vụ” chỉ cộng được nhiều nhất 10,00 điểm, thấp hơn điểm tối đa 12,00.',
      'The criteria of the part NV “Nhiệm vụ” come to 10.00 points at most, less than its max of 12.00.',
    ]);
    const criteria = 'criteria: [{code: g, name: g, max: 1, rule: {kind: direct}}]';
    expect(inBoth('', group(`max: 2, ${criteria}`))[0]).toMatch(/^Các tiêu chí của nhóm G “Nhóm” chỉ/);
  });

  it('is told by it where a unit is no member of the cluster', () => {
    expect(inBoth('', (text) => text.replace('scale: s, units', 'scale: s, head: U9, units'))).toEqual([
      'Đơn vị “U9” không phải thành viên của cụm “Cụm 1”; ở đây ghi mã của đơn vị, là một trong: “U1”, “U2”.',
      'The unit “U9” is not a member of the cluster “Cụm 1”: a code is wanted, one of “U1”, “U2”.',
    ]);
  });

  it.each<[string, string, string]>([
    [
      'targets: [{unit: U1, criterion: NV.1, plan: 1}, {unit: U1, criterion: NV.1, plan: 2}]',
      'Đơn vị “Phường A” đã có chỉ tiêu cho tiêu chí NV.1 “A”; chỉ giữ lại một.',
      'The unit “Phường A” already has a target for criterion NV.1 “A”: keep one.',
    ],
    [
      'notAssigned: [{unit: U1, criterion: NV.1}, {unit: U1, criterion: NV.1}]',
      'Tiêu chí NV.1 “A” đã được ghi là không giao cho đơn vị “Phường A”; chỉ giữ lại một.',
      'Criterion NV.1 “A” is listed already as not assigned to the unit “Phường A”: keep one.',
    ],
    [
      'entries: [{unit: U1, criterion: NV.1, points: 1}, {unit: U1, criterion: NV.1, points: 1}]',
      'Đơn vị U1 “Phường A” đã có số liệu cho tiêu chí NV.1 “A” ở bước Tự chấm; chỉ giữ lại một.',
      'The unit U1 “Phường A” already has an entry for criterion NV.1 “A” at stage Tự chấm: keep one.',
    ],
    [
      'notAssigned: [{unit: U1, criterion: NV.1}]\nentries: [{unit: U1, criterion: NV.1, points: 1}]',
      'Tiêu chí NV.1 “A” không giao cho “Phường A”, nên không nhập số liệu.',
      'Criterion NV.1 “A” is not assigned to “Phường A”: nothing is entered for it.',
    ],
  ])('is told by it: %s', (more, vi, en) => expect(inBoth(more)).toEqual([vi, en]));

  it.each<[string, string]>([
    ['headOf: U1', 'Chỉ cá nhân mới đứng đầu một tập thể; “Phường B” là tập thể.'],
    ['kind: individual, headOf: U9', 'Không có tập thể mã “U9” để gắn với “Phường B”.'],
    ['kind: individual, headOf: U2', 'U2 “Phường B” là cá nhân; người đứng đầu (“Phường B”) phải gắn với một tập thể.'],
    ['kind: individual, headOf: U1', 'Tập thể U1 “Phường A” phải thuộc cụm khác với cá nhân đứng đầu (“Phường B”).'],
  ])('is told by it of a unit with %s', (lead, vi) => {
    expect(inBoth('', (text) => text.replace('name: Phường B', `name: Phường B, ${lead}`))[0]).toBe(vi);
  });

  it('is told by it where a condition divides by zero', () => {
    const error = { code: 'condition.divisionByZero', params: { unit: 'U1', name: 'Phường A' } };
    expect([sentenceOf(error, 'vi'), sentenceOf(error, 'en')]).toEqual([
      'Điều kiện chia cho 0 với đơn vị U1 “Phường A”; hãy sửa biểu thức hoặc số liệu.',
      'The condition divides by zero for the unit U1 “Phường A”: correct the expression or the figures.',
    ]);
  });

  it.each([
    ['an empty list of criteria', 'criteria: []', 'criteria'],
    ['an empty list of groups', 'groups: []', 'groups'],
    ['two empty lists', 'criteria: [], groups: []', 'criteria'],
    ['an empty list and a max', 'max: 5, criteria: []', 'criteria'],
  ])('which is a group, is refused with %s', (_what, content, key) => {
    const { errors } = checkText(group(content)(fileOf('')), 'yaml');
    const path = `scales[0].parts[0].groups[0].${key}`;
    expect(errors).toEqual([expect.objectContaining({ code: 'field.range', path, params: { reason: 'empty' } })]);
  });
});

describe('text without quotes', () => {
  it.each<[string, string, string]>([
    [
      'stages: [{code: "1", name: Tự chấm, by: unit}, {code: "2", name: 2022, by: office}]',
      'Ở đây phải là chữ: hãy viết "2022" trong ngoặc kép.',
      'Text is expected here: write "2022" in quotes.',
    ],
    [
      'stages: [{code: "1", name: Tự chấm, by: 1}]',
      'Ở đây phải là một trong các giá trị: “unit” (đơn vị), “superior” (cấp trên), “cluster” (cụm), “office” (cơ quan thường trực), “panel” (hội đồng).',
      'One of these is expected here: “unit”, “superior”, “cluster”, “office”, “panel”.',
    ],
    [
      'rewards: [{code: r, name: , quota: {count: 1}}]',
      'Ở đây còn để trống; phải là chữ, nếu chỉ gồm chữ số thì đặt trong ngoặc kép.',
      'Text is expected here; nothing is written.',
    ],
    [
      'rewards: [{code: , name: R, quota: {count: 1}}]',
      'Ở đây còn để trống; phải là một mã viết bằng chữ trong ngoặc kép.',
      'A code (text) is expected here; nothing is written.',
    ],
    [
      'factKinds: [{code: k, name: K, barred: "true"}]',
      'Ở đây phải là “true” (có) hoặc “false” (không), không đặt trong ngoặc kép.',
      '“true” or “false”, without quotes is expected here.',
    ],
    [
      'factKinds: [{code: k, name: K, when: {inputs: {a: 1}, expr: a > 1}}]',
      'Ở đây phải là một số liệu, viết như “total” (tổng điểm) hoặc “part:” kèm mã của phần.',
      'A figure such as “total”, or “part:” with the code of a part, is expected here.',
    ],
    [
      'factKinds: [{code: k, name: K, when: {inputs: {a: total}, expr: 1}}]',
      'Ở đây phải là một điều kiện so sánh, viết như “a > 1”.',
      'A condition such as “a > 1” is expected here.',
    ],
    [
      'ranking: {precedence: [1]}',
      'Ở đây phải là một tiêu chuẩn xếp hạng, viết như “total” (tổng điểm) hoặc “part:” kèm mã của phần.',
      'A ranking key such as “total”, or “part:” with the code of a part, is expected here.',
    ],
    [
      'rewards: [{code: r, name: R, quota: {percent: 5, of: 1}}]',
      'Ở đây phải là “ranked” (các đơn vị được xếp hạng) hoặc “reward:” kèm mã hình thức khen thưởng đứng trước.',
      '“ranked”, or “reward:” with the code of an earlier reward, is expected here.',
    ],
  ])('%s', (more, vi, en) => expect(inBoth(more)).toEqual([vi, en]));

  it('of the stage that scores a criterion first is told like any code', () => {
    const stages = 'stages: [{code: "1", name: Tự chấm, by: unit}, {code: "2", name: Cụm, by: cluster}]';
    const first = (scoredBy: string) =>
      inBoth(stages, (text) => text.replace('max: 10, rule', `max: 10, scoredBy: ${scoredBy}, rule`));
    expect(first('2')).toEqual([
      'Mã phải là chữ: hãy viết "2" trong ngoặc kép.',
      'A code is text: write "2" in quotes.',
    ]);
    expect(first('"2"')).toEqual([]);
  });

  it('is told as the text writes it, with where it stands besides', () => {
    const rule = 'rule: {kind: choice, options: {1.10: 10}}';
    const entries =
      'entries:\n  - {unit: U1, criterion: NV.1, choice: 1.10}\n  - {unit: U2, criterion: NV.1, choice: 1.10}';
    const told = toldOf(fileOf(entries).replace('rule: {kind: direct}', rule));
    expect(told).toEqual([
      '11: Ở đây phải là chữ: hãy viết "1.10" trong ngoặc kép, cả ở 1 chỗ khác viết như vậy (dòng 12).',
    ]);
  });
});

describe('a point between thousands', () => {
  it('is told where a whole number is expected', () => {
    const rewards = (count: string) => inBoth(`rewards: [{code: r, name: R, quota: {count: ${count}}}]`);
    expect(rewards('1.500')).toEqual([
      'Phải là số nguyên từ 0 trở lên; nếu ý là 1500, hãy viết 1500: trong tệp, 1.500 là số có phần lẻ.',
      'A whole number of at least 0 is expected; if 1500 is meant, write 1500: in the file 1.500 has decimals.',
    ]);
    expect(rewards('1.5')).toEqual(['Phải là số nguyên từ 0 trở lên.', 'A whole number of at least 0 is expected.']);
  });

  it('is told where a scale keeps fewer decimals', () => {
    const max = (written: string) =>
      inBoth('', (text) => text.replace('name: Nhiệm vụ, max: 10', `name: Nhiệm vụ, max: ${written}`));
    expect(max('1.234').map((line) => line.slice(line.search(/dấu chấm|the point/)))).toEqual([
      'dấu chấm; nếu ý là 1234, hãy viết 1234, không có dấu chấm.',
      'the point; if 1234 is meant, write 1234 without the point.',
    ]);
    expect(max('1.2345').join()).not.toMatch(/ý là|meant/);
  });

  it('is told where it makes a band end before it begins', () => {
    const bands = (to: string) =>
      `rule: {kind: bands, bands: [{from: 0, to: 500, points: 1}, {from: 500, to: ${to}, points: 2}], else: 3}`;
    const told = (to: string) => inBoth('', (text) => text.replace('rule: {kind: direct}', bands(to))).join('\n');
    expect(told('1.000')).toContain('nếu 1.000 ý là 1000, hãy viết 1000, không có dấu chấm.');
    expect(told('1.000')).toContain('if 1.000 stands for 1000, write 1000 without the point.');
    expect(told('1.0')).not.toMatch(/ý là|stands for/);
  });

  /** The file with targets, and what U1 came to. */
  const withPlans = (first: string, second: string, actual = '1'): string =>
    fileOf(
      `targets: [{unit: U1, criterion: NV.1, plan: ${first}}, {unit: U2, criterion: NV.1, plan: ${second}}]\n` +
        `entries: [{unit: U2, criterion: NV.1, actual: ${actual}}]`,
    ).replace('rule: {kind: direct}', 'rule: {kind: ratio}');
  const asked = (text: string, language: 'vi' | 'en' = 'vi') =>
    toldOf(text, 'yaml', language).filter((line) => /có phải ý|meant\?/.test(line));

  it('is asked about in a plan that is far from the others', () => {
    expect(asked(withPlans('1.500', '900'))).toEqual([
      '10: Chỉ tiêu ghi là “1.500”, tức là 1,5, trong khi chỉ tiêu khác của tiêu chí này đến 900; có phải ý là 1.500? Nếu đúng, hãy viết 1500, không có dấu chấm.',
    ]);
    expect(asked(withPlans('1.500', '900'), 'en')).toEqual([
      '10: The plan is written “1.500”, which is 1.5, while others of this criterion go up to 900: is 1500 meant? Then write 1500, without the point.',
    ]);
  });

  it.each([
    ['all are written so', '1.500', '2.500'],
    ['it is not written so', '1.5', '900'],
    ['the others are as small', '1.500', '2'],
    ['what would be meant is as far away', '1.500', '900000'],
    ['there is a nought before it', '0.500', '500'],
  ])('is not suspected in a plan where %s', (_why, first, second) => {
    expect(asked(withPlans(first, second))).toEqual([]);
  });

  it('is asked about in an actual value that is far from its plan', () => {
    expect(asked(withPlans('800', '900', '1.050'))).toEqual([
      expect.stringMatching(
        /^11: Số thực hiện ghi là “1\.050”, tức là 1,05, trong khi chỉ tiêu là 900; có phải ý là 1\.050\?/,
      ),
    ]);
    expect(asked(withPlans('2', '1.5', '1.050'))).toEqual([]);
  });

  it.each(['ceiling: 1.000', 'ceiling: 1'])('is asked about in a bound of the total: %s', (ceiling) => {
    const text = fileOf('')
      .replace('name: Thang điểm\n', `name: Thang điểm\n    ${ceiling}\n`)
      .replaceAll('max: 10,', 'max: 1000,');
    expect(asked(text)).toEqual(
      ceiling === 'ceiling: 1'
        ? []
        : [expect.stringMatching(/^7: Số điểm ghi là “1\.000”, .* cộng lại đến 1\.000 điểm;/)],
    );
  });
});
