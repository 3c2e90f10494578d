import { describe, expect, it } from '@jest/globals';
import { checkText, sentenceOf } from '@thidua/scoring';
import { fileOf, inBoth, toldOf } from './told-in-words.js';

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
