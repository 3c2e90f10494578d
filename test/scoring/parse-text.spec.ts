import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseText, type JsonValue, type Syntax } from '@thidua/scoring';
import { valueOf } from './read-file.js';

const read = (text: string, syntax: Syntax = 'json'): JsonValue => valueOf(parseText(text, syntax));

/** `code path` of each error, or `ok`. */
function errorsOf(text: string, syntax: Syntax = 'json'): string[] {
  const outcome = parseText(text, syntax);
  return outcome.ok ? ['ok'] : outcome.errors.map(({ code, path }) => `${code} ${path}`.trim());
}

describe('JSON', () => {
  it('reads what the host reads', () => {
    const text = ' {"a": [1, -0.5, 1e3, true, false, null, "\\u0110ơn \\"vị\\"\\n", {}, []], "": {"b": "😀"}} ';
    expect(read(text)).toEqual(JSON.parse(text));
    expect(read('\ufeff[0]')).toEqual([0]);
  });

  it.each([
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '[01]',
    '[+1]',
    '[.5]',
    '[1.]',
    '[NaN]',
    '[Infinity]',
    '[0x1F]',
    '"a\nb"',
    '"\\x41"',
    '"\\u00g1"',
    '"a',
    '[1] 2',
    '// a\n1',
    'tru',
    '"\\ud800"',
    '"\ud800"',
    '"\\udc00\\ud800"',
  ])('refuses %j', (text) => {
    expect(errorsOf(text)).toEqual(['file.syntax']);
  });

  it('refuses a repeated key wherever it is, and names it', () => {
    expect(errorsOf('{"a": {"b": 1, "\\u0062": 2}, "a": 3}')).toEqual(['file.syntax a.b', 'file.syntax a']);
  });

  it('keeps prototype keys as ordinary data', () => {
    const value = read('{"__proto__": {"polluted": 1}, "constructor": 2}') as Record<string, JsonValue>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(errorsOf('{"__proto__": 1, "__proto__": 2}')).toEqual(['file.syntax __proto__']);
  });

  it('takes numbers of 15 significant digits and asks for a string beyond', () => {
    expect(read('[123456789012345, 0.000123456789012345, 100000000000000000000]')).toEqual([
      123456789012345, 0.000123456789012345, 1e20,
    ]);
    expect(errorsOf('{"a": [1234567890123456, 0.1000000000000000055]}')).toEqual([
      'field.range a[0]',
      'field.range a[1]',
    ]);
  });

  it('refuses huge exponents before any arithmetic', () => {
    expect(errorsOf('[1e400, 1e-400, 1e999999999999, 5e40]')).toEqual([
      'field.range [0]',
      'field.range [1]',
      'field.range [2]',
      'field.range [3]',
    ]);
    expect(read('[0e999999, 1e39]')).toEqual([0, 1e39]);
  });

  it('bounds nesting at 64 levels without running out of stack', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(errorsOf(nested(64))).toEqual(['ok']);
    expect(errorsOf(nested(65))).toEqual(['file.syntax']);
    expect(errorsOf('['.repeat(1_000_000))).toEqual(['file.syntax']);
  });

  it('gives up on a text of nothing but errors before their number takes all the time', () => {
    const text = `{${'"a": 1,\n'.repeat(200_000)}"a": 1}`;
    const outcome = parseText(text, 'json');
    expect(outcome.ok ? 0 : outcome.errors.length).toBe(51);
  });

  it('says the line and the column', () => {
    const outcome = parseText('{\n  "a": 1\n  "b": 2\n}', 'json');
    expect(outcome.ok ? null : outcome.errors[0]?.params).toMatchObject({ line: 3, column: 3 });
  });
});

describe('YAML', () => {
  it('reads the core schema of YAML 1.2 into the same values as JSON', () => {
    const text = 'no: yes\non: 2022-12-31\n1: [0x1F, 1e2, .5, -0, ~, true]\n"k": |\n  dòng 1\n  dòng 2\n';
    expect(read(text, 'yaml')).toEqual({
      no: 'yes',
      on: '2022-12-31',
      '1': [31, 100, 0.5, -0, null, true],
      k: 'dòng 1\ndòng 2\n',
    });
  });

  it('shares a rule through an anchor', () => {
    expect(read('a: &r {kind: direct}\nb: *r\n', 'yaml')).toEqual({ a: { kind: 'direct' }, b: { kind: 'direct' } });
  });

  it.each([
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a repeated key', 'a: 1\na: 2\n'],
    ['a key that is a list', '? [a]\n: 1\n'],
    ['a tag', 'a: !!binary aGk=\n'],
    ['an unknown anchor', 'a: *b\n'],
    ['an anchor inside itself', 'a: &a [*a]\n'],
    ['bad indentation', 'a:\n  - b\n c: 1\n'],
    ['deep flow nesting', `a: ${'['.repeat(100_000)}`],
    ['deep block nesting', `${'- '.repeat(5_000)}a\n`],
  ])('refuses %s', (_what, text) => {
    const outcome = parseText(text, 'yaml');
    const codes = outcome.ok ? ['ok'] : [...new Set(outcome.errors.map(({ code }) => code))];
    expect(codes).toEqual(['file.syntax']);
  });

  it('bounds nesting at 64 levels', () => {
    const flow = (depth: number): string => `${'['.repeat(depth)}a${']'.repeat(depth)}`;
    const block = (depth: number): string => `${'- '.repeat(depth)}a`;
    for (const nested of [flow, block]) {
      expect(errorsOf(nested(64), 'yaml')).toEqual(['ok']);
      expect(errorsOf(nested(65), 'yaml')).toEqual(['file.syntax']);
    }
  });

  it('judges numbers as they are written', () => {
    expect(errorsOf('a: 0.1000000000000000055\nb: .inf\nc: .nan\nd: 1e500\n', 'yaml')).toEqual([
      'field.range a',
      'field.range b',
      'field.range c',
      'field.range d',
    ]);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('sorts members by UTF-16 units and writes numbers as ECMAScript does', () => {
    // The example of RFC 8785, section 3.2.3.
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '😀': 'Smiley',
      '\u0080': 'Control',
      ö: 'o',
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","😀":"Smiley","\ufb33":"Hebrew"}',
    );
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it('is the same for a YAML and a JSON file that say the same', () => {
    expect(canonicalJson(read('b: [1.50, "1.50"]\na: {d: null, c: true}\n', 'yaml'))).toBe(
      canonicalJson(read('{"a": {"c": true, "d": null}, "b": [1.5, "1.50"]}')),
    );
  });
});
