import { describe, expect, it } from '@jest/globals';
import { cleanText } from '../../libs/platform/text/clean-texts.js';
import { isBlank, labelKey } from '../../libs/scoring/text/seen.js';

const LAST = 0x10_ffff;

describe('what shows nothing', () => {
  // Neither may import the other, so each says it by itself.
  it('is the same to the service and to the engine, at every code point', () => {
    const differing: string[] = [];
    let blanks = 0;
    for (let point = 0; point <= LAST; point += 1) {
      const text = String.fromCodePoint(point);
      const isNothing = cleanText(text) === '';
      if (isNothing) blanks += 1;
      if (isNothing !== isBlank(text) || isNothing !== (labelKey(text) === '')) differing.push(point.toString(16));
    }
    expect(differing).toEqual([]);
    expect(blanks).toBeGreaterThan(4_000);
    expect(blanks).toBeLessThan(5_000);
  });

  it.each([
    ['', true],
    [' \t\u00a0\u200b\u2800\u00ad', true],
    ['\u2800a', false],
    ['\u2801', false],
  ])('is so of %j: %s', (text, isNothing) => {
    expect([cleanText(text) === '', isBlank(text)]).toEqual([isNothing, isNothing]);
  });

  it('makes no difference at the ends of a label', () => {
    expect(labelKey('\u2800Tốt \u2800')).toBe('Tốt');
    expect(labelKey('a\u2800b')).not.toBe(labelKey('ab'));
  });
});
