import { describe, expect, it } from '@jest/globals';
import { canonicalJson, checkText, parseText, type JsonValue } from '@thidua/scoring';
import { compareCodes } from '../../../libs/scoring/text/codes.js';
import { decimalComma } from '../../../libs/scoring/text/decimal-comma.js';
import { setMember, type JsonObject } from '../../../libs/scoring/text/json-value.js';
import { knownCodes } from '../../../libs/scoring/text/known-codes.js';
import { normalizeTexts } from '../../../libs/scoring/text/nfc.js';
import { placeErrors } from '../../../libs/scoring/text/place-errors.js';
import { Problems, type ErrorParams } from '../../../libs/scoring/text/problems.js';
import { asCode, asCount, asDecimal } from '../../../libs/scoring/text/scalars.js';
import { positionOf, positionsOf } from '../../../libs/scoring/text/text-position.js';
import { valueOf } from '../read-file.js';
import { errorsOf, smallFile, told } from '../small-file.js';

describe('canonical JSON of one text', () => {
  it.each<[string, string]>([
    ['', '""'],
    ['"', '"\\""'],
    ['a"b', '"a\\"b"'],
    ['\\', '"\\\\"'],
    ['a\\b', '"a\\\\b"'],
    ['\n', '"\\n"'],
    ['\u001f', '"\\u001f"'],
    [' ', '" "'],
    ['\u007f', '"\u007f"'],
    ['Xã', '"Xã"'],
    ['\ud7ff\ue000', '"\ud7ff\ue000"'],
    ['😀', '"😀"'],
    ['a😀"', '"a😀\\""'],
  ])('%j', (text, written) => expect(canonicalJson(text)).toBe(written));

  it.each(['\ud800', '\udbff', '\udc00', '\udfff', 'a\udfff', '\ud800a'])(
    'there is none of half a character: %j',
    (text) => {
      expect(() => canonicalJson(text)).toThrow(TypeError);
    },
  );

  it('orders the members of each object by itself', () => {
    const list: JsonObject[] = [
      { b: 1, a: 2 },
      { b: 3, a: 4 },
      { a: 5, b: 6 },
      { c: 7, a: 8 },
      { a: 9 },
      { a: 1, b: 2, c: 3 },
    ];
    expect(canonicalJson(list)).toBe(
      '[{"a":2,"b":1},{"a":4,"b":3},{"a":5,"b":6},{"a":8,"c":7},{"a":9},{"a":1,"b":2,"c":3}]',
    );
  });
});

describe('JSON as it is read', () => {
  const read = (text: string): JsonValue => valueOf(parseText(text, 'json'));
  const errors = (text: string): string[] => {
    const outcome = parseText(text, 'json');
    return outcome.ok ? [] : told(outcome.errors);
  };

  it('composes its texts, from the first mark that is set on a letter', () => {
    expect(read('["a\u0300", "\u212b", "\uff21", "e\u0323\u0302"]')).toEqual(['à', 'Å', '\uff21', 'ệ']);
    expect(read('{"a\u0300": 1, "\u212b": 2}')).toEqual({ à: 1, Å: 2 });
  });

  it('reads a number in each way JSON writes it', () => {
    expect(read('[1E2, 1e2, 1E+2, 10.0, 100e-1, 0, 0.5, -0.5, 123456789012345]')).toEqual([
      ...[100, 100, 100, 10, 10, 0, 0.5, -0.5, 123456789012345],
    ]);
  });

  it('refuses half a character as it is written', () => {
    for (const text of ['"\ud800"', '"\udbffx"', '"\udc00"', '"\udfff"']) {
      expect(errors(text)).toEqual(['file.syntax {"reason":"surrogate","line":1,"column":1}']);
    }
  });

  it('tells a decimal with a comma by the number right before it', () => {
    const comma = (value: string, point: string, column: number): string[] => [
      `file.syntax ${JSON.stringify({ reason: 'comma', line: 1, column, value, point })}`,
    ];
    expect(errors('{"a": 60,5}')).toEqual(comma('60,5', '60.5', 10));
    expect(errors('{"a": 12,"b": 60,5}')).toEqual(comma('60,5', '60.5', 18));
    expect(errors(`{"a": 60,5, "rest": "${'x'.repeat(90)}"}`)).toEqual(comma('60,5', '60.5', 10));
    expect(errors(`{"long": "${'x'.repeat(90)}", "a": -1.234,50}`)).toEqual(comma('-1.234,50', '-1234.50', 116));
    const key = (column: number): string[] => [`file.syntax {"reason":"key","line":1,"column":${column}}`];
    expect(errors('{"a": 60,x5": 1}')).toEqual(key(10));
    expect(errors('{"a": "60",5}')).toEqual(key(12));
    expect(errors('{"a": 60, 5}')).toEqual(key(11));
  });

  it('gives members that are as any other, whatever their name', () => {
    const object: JsonObject = {};
    for (const name of ['a', '__proto__']) setMember(object, name, 1);
    expect(Object.entries(Object.getOwnPropertyDescriptors(object))).toEqual(
      ['a', '__proto__'].map((name) => [name, { value: 1, writable: true, enumerable: true, configurable: true }]),
    );
  });

  it('has documents composed as deep as a file may be, and no deeper', () => {
    const nested = (depth: number, innermost: JsonValue, wrap: (inner: JsonValue) => JsonValue): JsonValue =>
      depth === 0 ? innermost : wrap(nested(depth - 1, innermost, wrap));
    for (const wrap of [(inner: JsonValue) => [inner], (inner: JsonValue) => ({ a: inner })]) {
      const of = (depth: number): JsonValue => nested(depth, { x: 'a\u0300' }, wrap);
      expect(normalizeTexts(of(63))).toEqual(nested(63, { x: 'à' }, wrap));
      expect(normalizeTexts(of(64))).toEqual(of(64));
      expect(normalizeTexts(of(70))).toEqual(of(70));
    }
    expect([null, 5, true].map(normalizeTexts)).toEqual([null, 5, true]);
  });
});

describe('parts of what is told', () => {
  it('puts codes in the order of their characters', () => {
    const codes = ['\u{103ff}', '\u{103fe}', '\ue000', 'b', 'ab', 'a', '\ud7ff', '\u{10000}'];
    expect(codes.toSorted(compareCodes)).toEqual([
      'a',
      'ab',
      'b',
      '\ud7ff',
      '\ue000',
      '\u{10000}',
      '\u{103fe}',
      '\u{103ff}',
    ]);
  });

  it('lists at most twelve codes, none of them empty or longer than can be read', () => {
    const codes = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index}`);
    expect(knownCodes([])).toEqual({});
    expect(knownCodes(['', 7, null])).toEqual({});
    expect(knownCodes(['a', '', 'b'])).toEqual({ known: 'a, b' });
    expect(knownCodes(codes(12))).toEqual({ known: codes(12).join(', ') });
    expect(knownCodes(codes(13))).toEqual({});
    expect(knownCodes(['x'.repeat(81)])).toEqual({ known: 'x'.repeat(80) });
  });

  it('takes a comma between digits alone for that of a decimal', () => {
    expect(decimalComma('60', '5')).toEqual({ value: '60,5', point: '60.5' });
    expect(decimalComma('-1.234.567', '05')).toEqual({ value: '-1.234.567,05', point: '-1234567.05' });
    for (const [before, after] of [
      ...[undefined, '', 'a', '1a', 'a1', '1.23', '1234.567', '--1'].map((each) => [each, '5']),
      ...[undefined, '', 'a', '5a', 'a5', '5.5'].map((each) => ['60', each]),
    ]) {
      expect([before, after, decimalComma(before, after)]).toEqual([before, after, undefined]);
    }
  });

  it('guesses a thousand only for what may be one', () => {
    const text = 'a: 1.500\nb: {c: [1.500]}\n';
    const of = (code: string, path: string, params?: ErrorParams) =>
      placeErrors([{ code, path, message: 'm', ...(params && { params }) }], text, 'yaml')[0];
    expect(of('field.range', 'a', { reason: 'order' })?.params).toEqual({
      ...{ reason: 'order', written: '1.500', meant: '1500' },
    });
    expect(of('field.range', 'b.c[0]', { reason: 'count' })).toMatchObject({ line: 2, params: { meant: '1500' } });
    expect(of('part.max.cut', 'a', {})?.params).toEqual({ reason: 'thousands', written: '1.500', meant: '1500' });
    expect(of('rule.bands.overlap', 'a', { reason: 'order' })?.params).toEqual({ reason: 'order' });
    expect(of('field.range', 'a', { reason: 'min' })?.params).toEqual({ reason: 'min' });
    expect(of('field.range', 'a')).toEqual({ code: 'field.range', path: 'a', message: 'm', line: 1, column: 1 });
    // What the text does not have stands where the nearest does that it has.
    expect(of('field.range', 'b.x.y', { reason: 'count' })).toMatchObject({ line: 2, column: 1 });
    expect(of('field.range', '')).toMatchObject({ line: 1, column: 1 });
  });

  it('counts a line break to the line it ends', () => {
    for (const [offset, line, column] of [
      [0, 1, 1],
      [1, 1, 2],
      [2, 2, 1],
      [3, 2, 2],
      [4, 3, 1],
    ] as const) {
      expect(positionOf('a\nb\nc', offset)).toEqual({ line, column });
      expect(positionsOf('a\nb\nc', [4, offset]).get(offset)).toEqual({ line, column });
    }
  });

  it('has params only where there are some', () => {
    const problems = new Problems();
    problems.add('field.unknown', null, 'a');
    problems.add('field.unknown', null, 'b', { key: 'k' });
    expect(problems.errors.map((each) => Object.keys(each))).toEqual([
      ['code', 'path', 'message'],
      ['code', 'path', 'message', 'params'],
    ]);
  });
});

describe('one value', () => {
  const reads = <T>(
    as: (value: JsonValue, path: { up: null; key: string }, problems: Problems) => T,
    value: JsonValue,
  ) => {
    const problems = new Problems();
    const found = as(value, { up: null, key: 'x' }, problems);
    return problems.errors.length === 0 ? found : problems.errors.map(({ message, params }) => [message, params]);
  };

  it('is a whole number, however it is written', () => {
    expect(['2.0', '2', 2, '300.00'].map((value) => reads(asCount, value))).toEqual([2n, 2n, 2n, 300n]);
    expect(reads(asCount, '2.5')).toEqual([['a whole number of at least 0 is expected', { reason: 'count' }]]);
  });

  it('is a code that lacks its quotes only where it is one word', () => {
    const quote = (value: string) => [
      [`a code is text: write "${value}" in quotes`, { expected: 'code', reason: 'quote', value }],
    ];
    const other = [['a code (text) is expected', { expected: 'code' }]];
    expect(reads(asCode, 5)).toEqual(quote('5'));
    expect(reads(asCode, true)).toEqual(quote('true'));
    expect(reads(asCode, -5)).toEqual(other);
    expect(reads(asCode, ['a'])).toEqual(other);
    expect(reads(asCode, { a: 1 })).toEqual(other);
  });

  it('is a decimal with a comma only as a text of sensible length', () => {
    const other = [['a decimal is expected', { expected: 'decimal' }]];
    const long = (length: number): string => `1,${'5'.repeat(length - 2)}`;
    expect(reads(asDecimal, long(100))).toEqual([
      [`a decimal is written with a point: 1.${'5'.repeat(98)}`, expect.objectContaining({ reason: 'comma' })],
    ]);
    expect(reads(asDecimal, long(101))).toEqual(other);
    expect(reads(asDecimal, ['1,5'])).toEqual(other);
    expect(reads(asDecimal, null)).toEqual(other);
  });

  it('says of a number that is too long what is too much of it', () => {
    expect(reads(asDecimal, 1234567890.1234567)).toEqual([
      ['a number of more than 15 significant digits must be a string', { reason: 'digits', most: 15 }],
    ]);
    expect(reads(asDecimal, '1'.repeat(41))).toEqual([['a decimal too long', { reason: 'size', most: 40 }]]);
  });

  it('that is a map and is missing is told once', () => {
    expect(errorsOf(smallFile({ file: { classes: [{ code: 'k', name: 'k', when: { expr: '1 > 0' } }] } }))).toEqual([
      'field.missing classes[0].when.inputs {"key":"inputs"}',
    ]);
  });
});

describe('what a text writes without quotes', () => {
  const HEAD = 'format: thidua/1\ncampaign: {code: c, name: C, from: 2022-01-01, to: 2022-12-31}\n';
  const SCALE =
    'scales: [{code: S, version: 1, name: S, parts: [{code: I, name: I, max: 10, criteria: [{code: a, name: a, max: 10, rule: {kind: direct}}]}]}]\n';
  const clusters = (...units: string[]): string =>
    `${HEAD}${SCALE}clusters:\n  - {code: C, name: C, scale: S, units: [{code: A, name: A}]}\n  - code: D\n    name: D\n    scale: S\n    units:\n${units.map((unit) => `      - ${unit}\n`).join('')}`;
  /** Line and params of each error. */
  const toldOf = (text: string) => checkText(text, 'yaml').errors.map(({ code, line, params }) => [code, line, params]);
  const quote = (value: string, more: JsonObject = {}) => ({ expected: 'code', reason: 'quote', value, ...more });
  const quoteText = (value: string, more: JsonObject = {}) => ({
    expected: 'text',
    reason: 'quoteText',
    value,
    ...more,
  });

  it('is told as it is written: a code, and a text, each for itself', () => {
    expect(toldOf(clusters('{code: 1.10, name: 1.10}'))).toEqual([
      ['field.type', 10, quote('1.10')],
      ['field.type', 10, quoteText('1.10')],
    ]);
  });

  it('is told by its value where quotes would not make a code of it', () => {
    expect(toldOf(clusters('{code: +5, name: a}'))).toEqual([['field.type', 10, quote('5')]]);
  });

  it('is told to eighty characters', () => {
    const name = `0.${'1'.repeat(12)}${'0'.repeat(70)}`;
    expect(toldOf(clusters(`{code: a, name: ${name}}`))).toEqual([['field.type', 10, quoteText(name.slice(0, 80))]]);
  });

  it('is told once, with up to ten of the lines where it stands besides', () => {
    const units = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `{code: u${index}, name: 7}`);
    const lines = (count: number): string => Array.from({ length: count }, (_, index) => 11 + index).join(', ');
    expect(toldOf(clusters(...units(1)))).toEqual([['field.type', 10, quoteText('7')]]);
    expect(toldOf(clusters(...units(11)))).toEqual([
      ['field.type', 10, quoteText('7', { more: 10, lines: lines(10) })],
    ]);
    expect(toldOf(clusters(...units(12)))).toEqual([
      ['field.type', 10, quoteText('7', { more: 11, lines: `${lines(10)}, …` })],
    ]);
  });

  it('may be a thousand where a whole number is expected; the reason stays', () => {
    const rewards = (count: string): string =>
      `${clusters('{code: a, name: a}')}rewards: [{code: r, name: R, quota: {count: ${count}}}]`;
    expect(toldOf(rewards('1.500'))).toEqual([
      ['field.range', 11, { reason: 'count', written: '1.500', meant: '1500' }],
    ]);
    expect(toldOf(rewards('1.5'))).toEqual([['field.range', 11, { reason: 'count' }]]);
    // Where it is too small for another reason, nothing is guessed.
    expect(toldOf(rewards('1').replace('count: 1}', 'count: 1}, maxRank: -1.500'))).toEqual([
      ['field.range', 11, { reason: 'count' }],
    ]);
    expect(toldOf(clusters('{code: a, name: a}').replace('max: 10, criteria', 'max: -1.500, criteria'))).toEqual([
      ['field.range', 3, { reason: 'min', least: '0' }],
    ]);
  });
});
