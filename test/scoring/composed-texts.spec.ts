import { describe, expect, it } from '@jest/globals';
import { checkText, locate, normalizeTexts, parseText, type JsonValue, type Syntax } from '@thidua/scoring';
import { compareCodes } from '../../libs/scoring/text/codes.js';
import { valueOf } from './read-file.js';
import { told } from './small-file.js';

/** The same name twice: each letter one character, and its marks apart. */
const COMPOSED = 'Cậm Phả';
const APART = COMPOSED.normalize('NFD');

const errorsOf = (text: string, syntax: Syntax): string[] => {
  const outcome = parseText(text, syntax);
  return outcome.ok ? [] : told(outcome.errors);
};

describe('texts that look the same', () => {
  it.each<[Syntax, string]>([
    ['json', JSON.stringify({ [APART]: [APART, { a: APART }] })],
    ['json', `{"${APART}": ["C\\u1ea1\\u0302m Ph\\u0061\\u0309", {"a": "${APART}"}]}`],
    ['yaml', `${APART}:\n  - ${APART}\n  - {a: "${APART}"}\n`],
  ])('are the same when they are read from %s', (syntax, text) => {
    expect(valueOf(parseText(text, syntax))).toEqual({ [COMPOSED]: [COMPOSED, { a: COMPOSED }] });
  });

  it.each<Syntax>(['json', 'yaml'])('cannot be two keys of one object in %s', (syntax) => {
    const of = (...keys: string[]): string[] =>
      errorsOf(`{"o":\n{${keys.map((key, index) => `"${key}": ${index}`).join(', ')}}}`, syntax);
    const at = (column: number, code = 'label.duplicate', params: object = { value: COMPOSED }): string =>
      `${code} o["${COMPOSED}"] ${JSON.stringify({ ...params, line: 2, column })}`;
    const length = (key: string): number => `"${key}": 0, `.length;
    expect(of(APART, 'x')).toEqual([]);
    expect(of(COMPOSED, APART)).toEqual([at(2 + length(COMPOSED))]);
    expect(of(APART, COMPOSED)).toEqual([at(2 + length(APART))]);
    expect(of(APART, APART)).toEqual([at(2 + length(APART), 'file.syntax', { reason: 'repeated', key: COMPOSED })]);
    expect(of(COMPOSED, COMPOSED)).toEqual([
      at(2 + length(COMPOSED), 'file.syntax', { reason: 'repeated', key: COMPOSED }),
    ]);
  });

  it.each<Syntax>(['json', 'yaml'])('are found in %s by the path that errors name', (syntax) => {
    const text = `{\n"a": 1,\n"${APART}": {\n"b": 1}}`;
    const path = `["${COMPOSED}"].b`;
    expect(locate(text, syntax, [path]).get(path)).toEqual({ line: 4, column: 1 });
  });

  it('have one code', () => {
    const file = (unit: string, named: string): string =>
      JSON.stringify({
        format: 'thidua/1',
        campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
        scales: [{ code: 's', version: 1, name: 'S', parts: [] }],
        clusters: [{ code: 'C', name: 'C', scale: 's', head: named, units: [{ code: unit, name: unit }] }],
        entries: [],
      });
    const [ward, apart] = ['Đống-Đa', 'Đống-Đa'.normalize('NFD')];
    expect(checkText(file(ward, apart), 'json').errors).toEqual([]);
    expect(checkText(file(apart, ward), 'json').errors).toEqual([]);
    expect(checkText(file(ward, 'Đống-đa'), 'json').errors).toMatchObject([{ code: 'ref.unknown' }]);
  });
});

describe('a code without quotes', () => {
  const of = (text: string, syntax: Syntax): string[] =>
    checkText(text, syntax)
      .errors.filter(({ code }) => code === 'field.type')
      .map(({ line, column, message }) => `${line}:${column} ${message}`);
  const quote = (code: string): string => `a code is text: write "${code}" in quotes`;

  it('is told as it is written', () => {
    const yaml = ['1.10', '01', 'true', '0x1F', '1e3'].map((code) => `  - {code: ${code}}\n`).join('');
    expect(
      of(`format: thidua/1\nclasses:\n${yaml}clusters: [{head: &h 2.50, deputies: [~, 1.0, *h]}]\n`, 'yaml'),
    ).toEqual(
      expect.arrayContaining([
        ...['1.10', '01', 'true', '0x1F', '1e3'].map((code, index) => `${3 + index}:6 ${quote(code)}`),
        ...[`8:13 ${quote('2.50')}`, `8:42 ${quote('1.0')}`],
      ]),
    );
    const json = '{"format": "thidua/1",\n"classes": [{"code": 1.10 }, {"code":[1]}, {"code": 7}]}';
    expect(of(json, 'json')).toEqual(expect.arrayContaining([`2:14 ${quote('1.10')}`, `2:45 ${quote('7')}`]));
  });
});

describe('plain JSON', () => {
  it('is composed, and only copied where that changes something', () => {
    const same = [{ a: COMPOSED, list: ['x', { b: null, c: 1 }] }];
    const value: JsonValue = { same, [APART]: { p: [1, APART], q: same } };
    const normal = normalizeTexts(value) as Record<string, Record<string, JsonValue>>;
    expect(normal).toEqual({ same, [COMPOSED]: { p: [1, COMPOSED], q: same } });
    expect(Object.keys(normal)).toEqual(['same', COMPOSED]);
    expect(normal['same']).toBe(same);
    expect(normal[COMPOSED]!['q']).toBe(same);
    expect(normalizeTexts(same)).toBe(same);
    expect(value).toHaveProperty([APART]);
    for (const scalar of [null, true, 1.5, '']) expect(normalizeTexts(scalar)).toBe(scalar);
  });

  it('leaves alone what lies deeper than any file may be', () => {
    let deep: JsonValue = 'e\u0302';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(normalizeTexts(deep)).toBe(deep);
  });
});

describe('codes', () => {
  it('are sorted by code point', () => {
    const sorted = ['', 'A', 'AB', 'B', 'a', 'đ', 'ẽ', '\ue000', '\uf900', '\uffff', '𐀀', '𐀀a', '𝒳'];
    expect(sorted.toReversed().toSorted(compareCodes)).toEqual(sorted);
    for (const code of sorted) expect(compareCodes(code, code)).toBe(0);
  });
});
