import { describe, expect, it } from '@jest/globals';
import { fileOf, inBoth, toldOf } from './told-in-words.js';

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
