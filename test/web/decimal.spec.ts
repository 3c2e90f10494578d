import { describe, expect, it } from '@jest/globals';
import { assert, bigInt, boolean, property, stringMatching, tuple } from 'fast-check';
import {
  ambiguity,
  formatDecimal,
  inLanguage,
  parseCount,
  parseDecimal,
  toInputText,
} from '../../apps/web/src/format/decimal.js';

const decimal = tuple(boolean(), bigInt({ min: 0n, max: 10n ** 14n }), stringMatching(/^\d{0,6}$/)).map(
  ([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`,
);

describe('decimals on screen', () => {
  it.each([
    ['0', '0'],
    ['958.50', '958,50'],
    ['6500', '6.500'],
    ['1234567.125', '1.234.567,125'],
    ['-0.5', '−0,5'],
  ])('%s reads %s', (value, text) => expect(formatDecimal(value)).toBe(text));

  it.each([
    ['958.50', '958.50'],
    ['1234567.125', '1,234,567.125'],
    ['-0.5', '−0.5'],
  ])('%s reads %s in English', (value, text) => expect(formatDecimal(value, 'en')).toBe(text));

  it('in English are typed with a point, and kept as in Vietnamese', () => {
    expect(parseDecimal(inLanguage('1,234.5', 'en'))).toEqual({ ok: true, value: '1234.5' });
    expect(parseDecimal(inLanguage('65,33', 'en'))).toEqual({ ok: false, reason: 'dotDecimal' });
    expect(inLanguage(inLanguage('1.234,5', 'en'), 'en')).toBe('1.234,5');
    expect(inLanguage('1.234,5', 'vi')).toBe('1.234,5');
  });

  it.each([
    ['65,33', '65.33'],
    [' 1.234,5 ', '1234.5'],
    ['1 234 567', '1234567'],
    ['6.500', '6500'],
    ['007', '7'],
    ['0,50', '0.50'],
    ['-2,5', '-2.5'],
    ['9'.repeat(40), '9'.repeat(40)],
  ])('%s typed means %s', (typed, value) => expect(parseDecimal(typed)).toEqual({ ok: true, value }));

  it.each([
    ['65.33', 'dotDecimal'],
    ['1234.500', 'dotDecimal'],
    ['1.23,4', 'notANumber'],
    ['1,2,3', 'notANumber'],
    ['', 'notANumber'],
    ['12%', 'notANumber'],
    ['1e3', 'notANumber'],
    ['9'.repeat(41), 'tooLong'],
    [`0,${'3'.repeat(41)}`, 'tooLong'],
  ])('%s is refused as %s', (typed, reason) => expect(parseDecimal(typed)).toEqual({ ok: false, reason }));

  it('stand in inputs as they read beside them', () => {
    expect(['1598', '1234.50', '-0.5'].map(toInputText)).toEqual(['1.598', '1.234,50', '−0,5']);
  });

  it.each([
    ['1.000', { mark: 'dot', value: '1000' }],
    ['1.234,50', { mark: 'dot', value: '1234.5' }],
    ['1,000', { mark: 'comma', value: '1' }],
    ['1,250', { mark: 'comma', value: '1.25' }],
    ['100', null],
    ['65,33', null],
    ['65.33', null],
    ['1,2,000', null],
  ])('of %s it is said how it was read, where that may be in doubt', (typed, read) =>
    expect(ambiguity(typed)).toEqual(read),
  );

  it('brings every decimal back unchanged, grouped or not', () => {
    assert(
      property(decimal, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual({ ok: true, value });
        expect(parseDecimal(toInputText(value))).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('counts', () => {
  it.each([
    ['3', 3],
    ['1.200', 1200],
    [' 12 000 ', 12000],
  ])('%s means %d', (typed, value) => expect(parseCount(typed)).toEqual({ ok: true, value }));

  it.each(['', '-1', '2,5', '1.2', 'ba', '9'.repeat(16)])('%s is no count', (typed) =>
    expect(parseCount(typed)).toEqual({ ok: false, reason: 'notACount' }),
  );
});
