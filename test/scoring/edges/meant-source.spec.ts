import { describe, expect, it } from '@jest/globals';
import { meantSource } from '../../../libs/scoring/plan/meant-source.js';

/** What people call a source that has a code, by its kind. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  part: ['part', 'phần', 'Phần', 'PART'],
  group: ['group', 'nhóm'],
  criterion: ['criterion', 'tiêu chí'],
  value: ['value', 'số liệu'],
  mean: ['mean', 'trung bình'],
  percent: ['percent', 'tỷ lệ', 'phần trăm'],
  fact: ['fact', 'sự kiện'],
  param: ['param', 'thông số'],
};
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  total: ['total', 'tổng', 'tổng điểm', ' Tổng điểm '],
  base: ['base'],
  bonus: ['bonus', 'điểm thưởng'],
  penalty: ['penalty', 'điểm trừ'],
};

describe('the source that a text may stand for', () => {
  const all = () => true;

  it.each(Object.entries(CODED))('%s, before a code', (kind, words) => {
    for (const word of words) {
      for (const between of [':', ' ', '. ', ': ', '  ']) {
        expect(meantSource(`${word}${between}NV-1.a_b`, all)).toBe(`${kind}:NV-1.a_b`);
      }
      expect(meantSource(`  ${word}:NV  `, ({ kind: asked, code }) => asked === kind && code === 'NV')).toBe(
        `${kind}:NV`,
      );
    }
  });

  it.each(Object.entries(PLAIN))('%s, which has no code', (kind, words) => {
    for (const word of words) expect(meantSource(word, all)).toBe(kind);
    // With one it is nothing, nor is one that needs a code without.
    expect(meantSource(`${kind}:NV`, ({ code }) => code === 'NV')).toBeUndefined();
  });

  it('a code alone, of what there is first', () => {
    const kinds: string[] = [];
    const only = (wanted: string) =>
      meantSource(' NV ', ({ kind, code }) => kinds.push(`${kind}:${code}`) > 0 && kind === wanted);
    expect(only('fact')).toBe('fact:NV');
    expect(kinds).toEqual(['part:NV', 'group:NV', 'criterion:NV', 'fact:NV']);
    expect(only('group')).toBe('group:NV');
    expect(only('value')).toBeUndefined();
  });

  it('nothing where it is none of them, or too long to be one', () => {
    const named = ({ code }: { code: string }) => code === 'x';
    expect(meantSource('khác:x', named)).toBeUndefined();
    expect(meantSource('a part:x', named)).toBeUndefined();
    expect(meantSource('part:x y', named)).toBeUndefined();
    expect(meantSource('part:-x', all)).toBe('part:part:-x');
    expect(meantSource('', () => false)).toBeUndefined();
    expect(meantSource(`part:x${' '.repeat(194)}`, named)).toBe('part:x');
    expect(meantSource(`part:x${' '.repeat(195)}`, named)).toBeUndefined();
  });
});
