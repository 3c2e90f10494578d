import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseText, type JsonValue, type Syntax } from '@thidua/scoring';
import { valueOf } from '../read-file.js';
import { told } from '../small-file.js';

function errors(text: string, syntax: Syntax): string[] {
  const outcome = parseText(text, syntax);
  return outcome.ok ? ['ok'] : told(outcome.errors);
}
const json = (text: string): string[] => errors(text, 'json');
const yaml = (text: string): string[] => errors(text, 'yaml');
const many = (count: number, item: string | ((index: number) => string), between = ''): string =>
  Array.from({ length: count }, (_, index) => (typeof item === 'string' ? item : item(index))).join(between);

describe('JSON that breaks off', () => {
  it.each<[string, string, number, number]>([
    ['', 'early', 1, 1],
    [' \n ', 'early', 2, 2],
    ['[', 'early', 1, 2],
    ['[1,', 'early', 1, 4],
    ['[x', 'value', 1, 2],
    ['tru', 'value', 1, 1],
    ['[1, nul]', 'value', 1, 5],
    ['[1', 'listEnd', 1, 3],
    ['[1 2]', 'listEnd', 1, 4],
    ['{"a": 1', 'objectEnd', 1, 8],
    ['{"a": 1 "b": 2}', 'objectEnd', 1, 9],
    ['{"a" 1}', 'colon', 1, 6],
    ['{a": 1}', 'key', 1, 2],
    ['{"a": 1, }', 'key', 1, 10],
    ['1 2', 'trailing', 1, 3],
    [' \ufeff1', 'value', 1, 2],
    ['[\n"a\tb"]', 'control', 2, 3],
    [' "abc', 'unclosed', 1, 2],
    ['[1, "abc\\', 'unclosed', 1, 5],
    ['\n "\\ud800x"', 'surrogate', 2, 2],
    [' "\udc00"', 'surrogate', 1, 2],
    ['{"\\udfff": 1}', 'surrogate', 1, 2],
    ['"\\q"', 'escape', 1, 2],
    ['"\\n\\q"', 'escape', 1, 4],
    ['"ab\\q"', 'escape', 1, 4],
    ['"\\nab\\q"', 'escape', 1, 6],
    ['"a\nb"', 'control', 1, 3],
    ['"\\u00e9\\u12zz"', 'escape', 1, 8],
    ['"\\b\\f\\r\\t\\"\\\\\\/\\uAbCd\\x"', 'escape', 1, 22],
    [`${'['.repeat(65)}`, 'depth', 1, 65],
    [`${'{"a":'.repeat(65)}`, 'depth', 1, 321],
  ])('%j is told where', (text, reason, line, column) => {
    expect(json(text)).toEqual([`file.syntax ${JSON.stringify({ reason, line, column })}`]);
  });
});

describe('JSON that is read', () => {
  it('may have any space between its tokens, and a mark before them', () => {
    expect(valueOf(parseText('\ufeff\t{\r\n\t"a"\t:\r[ 1 ,\n2\t]\r, "b":{ } , "c" : [ ]\n}\r\n', 'json'))).toEqual({
      ...{ a: [1, 2], b: {}, c: [] },
    });
  });

  it('keeps every character and escape', () => {
    const text = '["\\b\\f\\n\\r\\t\\"\\\\\\/\\u0041", "😀\\ud83d\\ude00", "đ\\u0111", "\ud7ff\ue000", ""]';
    expect(valueOf(parseText(text, 'json'))).toEqual(['\b\f\n\r\t"\\/A', '😀😀', 'đđ', '\ud7ff\ue000', '']);
  });

  it('tells each repeated key with its place', () => {
    expect(json('{"a": 1,\n "a": {"b": 1, "b": 2}}')).toEqual([
      'file.syntax a {"reason":"repeated","key":"a","line":2,"column":2}',
      'file.syntax a.b {"reason":"repeated","key":"b","line":2,"column":16}',
    ]);
    const long = 'k'.repeat(90);
    const [, second] = [long, long];
    expect(json(`{"${long}": 1, "${second}": 2}`)[0]).toContain(`"key":"${'k'.repeat(80)}",`);
  });

  it('tells fifty of them, and then gives up', () => {
    const repeated = (count: number): string[] => json(`{"a": 0${', "a": 0'.repeat(count)}}`);
    expect(repeated(50).length).toBe(50);
    const told51 = repeated(51);
    expect([told51.length, told51.at(-1)]).toEqual([
      51,
      `file.syntax {"reason":"tooManyRepeated","line":1,"column":${1 + 8 * 51 + 1}}`,
    ]);
  });
});

describe('YAML that is read', () => {
  const read = (text: string): JsonValue => valueOf(parseText(text, 'yaml'));

  it('may have keys without a value, and nothing at all', () => {
    expect(read('a:\nb: 1\n? c\n? d\n')).toEqual({ a: null, b: 1, c: null, d: null });
    expect([read(''), read('# nothing\n'), read('---\n')]).toEqual([null, null, null]);
  });

  it('has numbers of the core schema, judged as they are written', () => {
    expect(read('[0x1F, 0o17, 1e3, +5, -.5, 1_000, 1:30]')).toEqual([31, 15, 1000, 5, -0.5, '1_000', '1:30']);
    expect(yaml('a: 1234567890123456')).toEqual(['field.range a {"reason":"digits","most":15}']);
    expect(yaml('a: 0xFFFFFFFFFFFFFFFFFF')).toEqual(['field.range a {"reason":"size","most":40}']);
    expect(yaml('a: 1e400')).toEqual(['field.range a {"reason":"size","most":40}']);
    expect(yaml('a: [.inf, -.inf, .nan]')).toEqual(
      ['.inf', '-.inf', '.nan'].map(
        (value, index) => `field.range a[${index}] ${JSON.stringify({ reason: 'noNumber', value })}`,
      ),
    );
  });

  it('shares what is anchored', () => {
    expect(read('a: &x {p: [1, 2]}\nb: *x\nc: [&y 5, *y, *x]\nd: &z\ne: *z\n')).toEqual({
      ...{ a: { p: [1, 2] }, b: { p: [1, 2] }, c: [5, 5, { p: [1, 2] }], d: null, e: null },
    });
  });
});

describe('YAML that is refused', () => {
  const at = (reason: string, line: number, column: number, path = '', more = {}): string =>
    ['file.syntax', path, JSON.stringify({ line, column, reason, ...more })].filter(Boolean).join(' ');
  const aliases = { most: 20_000, depth: 64 };

  it('is told where', () => {
    expect(yaml('a: 1\nb: *x\n')).toEqual([at('alias', 2, 4, 'b', { name: 'x' })]);
    expect(yaml('a: 1\nb: &x [*x]\n')).toEqual([at('alias', 2, 8, 'b[0]', { name: 'x' })]);
    expect(yaml('a: 1\nb: "\\ud800"\n')).toEqual([at('surrogate', 2, 4, 'b')]);
    expect(yaml('a:\n  "\\ud800": 1\n')).toEqual([at('plainKey', 2, 3, 'a')]);
    expect(yaml('a:\n  b: 1\n  b: 2\n')).toEqual([
      'file.syntax a.b {"reason":"repeated","key":"b","line":3,"column":3}',
    ]);
    const long = 'k'.repeat(90);
    expect(yaml(`${long}: 1\n${long}: 2\n`)[0]).toContain(`"key":"${'k'.repeat(80)}",`);
  });

  it('is read no further where its syntax is wrong', () => {
    const found = yaml('a: [1\nb: 1\nb: 2\n"\\ud800": 3\n');
    expect(found.filter((each) => each.includes('repeated') || each.includes('plainKey'))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('is told fifty errors of a kind at most, and few that are no YAML', () => {
    expect(yaml(many(60, 'k: 1\n'))).toHaveLength(50);
    expect(yaml(many(51, 'k: 1\n'))).toHaveLength(50);
    expect(yaml(many(60, '- *x\n'))).toHaveLength(50);
    expect(yaml(many(50, '- *x\n'))).toHaveLength(50);
    // What is no YAML at all: the first three lines, and how many there are besides.
    expect(yaml(many(60, '- !t x\n'))).toHaveLength(4);
  });

  it('is no larger through aliases than 20,000 values', () => {
    const hundred = `a: &a [${many(99, '1', ',')}]\n`; // with the list itself
    const repeated = (times: number): string => `${hundred}b: [${many(times, '*a', ', ')}]\n`;
    expect(yaml(repeated(200))).toEqual(['ok']);
    expect(yaml(repeated(201))).toEqual([at('aliases', 2, 5 + 4 * 200, 'b[200]', aliases)]);
    expect(yaml(repeated(205))).toHaveLength(1);
  });

  it('is no deeper through aliases than 64 levels', () => {
    const nested = (depth: number, inside: string): string => '['.repeat(depth) + inside + ']'.repeat(depth);
    const joined = (outer: number, inner: number): string =>
      `a: &a [1, ${nested(inner - 1, '1')}, 1]\nb: [1, ${nested(outer - 1, '*a')}]\n`;
    const mapped = (outer: number, inner: number): string =>
      `a: &a ${'{k: '.repeat(inner)}1${'}'.repeat(inner)}\nb: ${'{k: '.repeat(outer)}*a${'}'.repeat(outer)}\n`;
    for (const text of [joined, mapped]) {
      expect(yaml(text(23, 40))).toEqual(['ok']);
      expect(yaml(text(24, 40))[0]).toContain('"reason":"aliases"');
      expect(yaml(text(40, 24))[0]).toContain('"reason":"aliases"');
    }
  });
});

describe('canonical JSON', () => {
  it('writes every kind of value', () => {
    expect(canonicalJson({ b: [true, false, null, -0, 1.5, 'x"'], a: {}, c: [] })).toBe(
      '{"a":{},"b":[true,false,null,0,1.5,"x\\""],"c":[]}',
    );
    expect(canonicalJson({ a: undefined as never, b: 1 })).toBe('{"b":1}');
  });

  it('refuses what no file can hold', () => {
    for (const value of [Number.NaN, Infinity, -Infinity, '\ud800', { '\udc00': 1 }]) {
      expect(() => canonicalJson([value])).toThrow(TypeError);
    }
    const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);
    const mapped = (depth: number): JsonValue => (depth === 0 ? 1 : { a: mapped(depth - 1) });
    expect(canonicalJson(nested(64))).toHaveLength(129);
    expect(canonicalJson(mapped(64))).toHaveLength(6 * 64 + 1);
    expect(() => canonicalJson(nested(65))).toThrow('nested too deep');
    expect(() => canonicalJson(mapped(65))).toThrow('nested too deep');
  });
});
