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
