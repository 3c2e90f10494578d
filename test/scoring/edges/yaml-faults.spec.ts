import { describe, expect, it } from '@jest/globals';
import { locate, parseText, type JsonValue } from '@thidua/scoring';
import { told } from '../small-file.js';

/** `line:column reason` of each error, with what else its params say. */
function faults(text: string): string[] {
  const outcome = parseText(text, 'yaml');
  if (outcome.ok) return [`ok ${JSON.stringify(outcome.value)}`];
  return outcome.errors.map(({ path, params = {} }) => {
    const { line, column, reason, ...others } = params;
    const values = [...(path === '' ? [] : [path]), ...Object.values(others)];
    return [`${line}:${column} ${reason}`, ...values].join(' ');
  });
}
const many = (count: number, item: string): string => item.repeat(count);
const read = (text: string): JsonValue => {
  const outcome = parseText(text, 'yaml');
  return outcome.ok ? outcome.value : told(outcome.errors);
};

describe('a YAML text that is wrong is told where whoever wrote it would point', () => {
  it.each([
    // Indentation: at the first sign of the line that has to move, whatever the library makes of it.
    ['a: 1\n b: 2\n', '2:2 BAD_INDENT'],
    ['a:\n  b: 1\n c: 2\n', '3:2 BAD_INDENT'],
    ['a:\n    b: 1\n  c: 2\n', '3:3 BAD_INDENT'],
    ['- a: 1\n  b: 2\n c: 3\n', '3:2 BAD_INDENT'],
    ['-  a: 1\n   b: 2\n  c: 3\n', '3:3 BAD_INDENT'],
    ['a:\n  - 1\n  -2\n', '3:3 BAD_INDENT'],
    ['a: |\n  x\n y\n', '3:2 BAD_INDENT'],
    ['a: "x: y"\n  b: 1\n', '2:3 BAD_INDENT'],
    ['a\n  b: 1\n', '2:3 BAD_INDENT'],
    ['a: 1\n  b:\n', '2:3 BAD_INDENT'],
    ['a: 1\n  b:', '2:3 BAD_INDENT'],
    ['a: 1\nb\n\n  c: 2\n', '4:3 BAD_INDENT'],
    // A comment stands where it likes.
    ["a: 'q'\n# n\n  b: 2\n", '3:3 BAD_INDENT'],
    ['a: q\n  # n: x\n  b: 2\n', '3:3 BAD_INDENT'],
    // A line further to the left is wrong as it stands.
    ['a: {\nb: 1\n}\n', '2:1 BAD_INDENT'],
    ['a: 1\nb d\nc: 2\n', '2:1 MISSING_CHAR'],
    ['a: 1\nb d', '2:1 MISSING_CHAR'],
    ['a\n"b c": 1\n', '1:1 MULTILINE_IMPLICIT_KEY'],
    ['a\nb: 1\n', '1:1 MULTILINE_IMPLICIT_KEY'],
    // A word with a colon within quotes is no key that has moved.
    ['a: x\n  see "y: z\n', '1:4 BLOCK_AS_IMPLICIT_KEY'],
    // One that is missing stands where it is missing, on a line that is indented as it should be.
    ['a:\n  b: ["x" "y"]\n', '2:11 MISSING_CHAR'],
    ['%YAML 1.2\n', '2:1 MISSING_CHAR'],
    // Two colons are a fault of their own line, not of the next.
    ['a: b: c\n', '1:4 BLOCK_AS_IMPLICIT_KEY'],
    ['a: b: \n', '1:4 BLOCK_AS_IMPLICIT_KEY'],
    ['x: 1\na: b: c\n  d: 1\n', '2:4 BLOCK_AS_IMPLICIT_KEY, 3:3 BAD_INDENT'],
    // Below a wrong indentation the next line is not told, the one after it is.
    ['a:\n  b: 1\n c: 2: 3\nd: e: f\ng: h: i\n', '3:2 BAD_INDENT, 5:4 BLOCK_AS_IMPLICIT_KEY'],
    // What YAML knows and the file does not.
    ['a: !!set {a, b}\n', '1:4 TAG_RESOLVE_FAILED'],
    ['a: 1\n? [b]\n: 2\n', '2:3 NON_STRING_KEY'],
    ['!!int 1: a\n', '1:1 NON_STRING_KEY'],
    ['&x a: 1\n*x : 2\n', '2:1 NON_STRING_KEY'],
    ['a: ]\n', '1:4 UNEXPECTED_TOKEN'],
    ['a: @x\n', '1:4 BAD_SCALAR_START'],
    // Not closed: where it opens.
    ['a: "\n', '1:4 unclosed " "'],
    ["a: '", "1:4 unclosed ' '"],
    ["a: 'it''s\nb: \"x\"\n", "1:4 unclosed ' '"],
    ['"a: 1\nb: 2\n', '1:1 unclosed " "'],
    ['{"a: 2}\n', '1:2 unclosed " "'],
    ['? "x\n: 1\n', '1:3 unclosed " "'],
    ['? [1\n: 2\n', '1:3 bracket [ ]'],
    ['{[1, 2: 3\n', '1:2 bracket [ ]'],
    ['a: [1', '1:4 bracket [ ]'],
    ['a: {b: 1]\n', '1:4 bracket { }'],
    ['a: [1}\nb: [2\n', '1:4 bracket [ ], 2:4 bracket [ ]'],
    ['a: [1]\nb: {c: 2}\nd: [3\n', '3:4 bracket [ ]'],
    // What is closed, or empty, is none of them.
    ["a: ''\nb: [1\n", '2:4 bracket [ ]'],
    ['a: ""\nb: [1\n', '2:4 bracket [ ]'],
    ['a: "b"\nc: [1\n', '2:4 bracket [ ]'],
    // Faults above it are told as well, whatever of the two the library finds first.
    ['a: "x"y\nb: [1\n', '1:7 UNEXPECTED_TOKEN, 2:4 bracket [ ]'],
    ['a: !x 1\nb: [1\n', '1:4 TAG_RESOLVE_FAILED, 2:4 bracket [ ]'],
    // The line that was taken for more of it says nothing by itself; those below do.
    ['a: [1\nb: c: d\n', '1:4 bracket [ ]'],
    ['a: [1\n\n\nb: c: d\ne: f: g\n', '1:4 bracket [ ], 5:4 BLOCK_AS_IMPLICIT_KEY'],
    ['a:\n  - [1\n\n  - b: c: d\ne: f: g\n', '2:5 bracket [ ], 5:4 BLOCK_AS_IMPLICIT_KEY'],
    ['a: [1, 2\nb: }\n', '1:4 bracket [ ]'],
  ])('%j: %s', (text, expected) => {
    expect(faults(text).join(', ')).toBe(expected);
  });
});

describe('a YAML text that only looks wrong', () => {
  it.each<[string, JsonValue]>([
    ['', null],
    ['...\n', null],
    ['---\na: 1\n...\n', { a: 1 }],
    ['a: &x\nb: *x\n', { a: null, b: null }],
    ['? a\n? b\n', { a: null, b: null }],
    [': 1\n', { '': 1 }],
    ['? !!int\n: x\n', { '': 'x' }],
    ['{5}', { '5': null }],
    ['{max: 60, 5: }', { max: 60, '5': null }],
    ['a: [60,5]\n', { a: [60, 5] }],
    ['a: -0x1F\n', { a: '-0x1F' }],
    ['a: [0x1F, 0o17, 0xFFFFFFFFFFFFF]\n', { a: [31, 15, 4503599627370495] }],
    ['a: .infinity\n', { a: '.infinity' }],
    ['a: e\u0302\n', { a: 'ê' }],
  ])('%j is read', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('what is YAML, but no file', () => {
  it('is a number that is none, or too long', () => {
    expect(read('a: -.INF\n')).toEqual(['field.range a {"reason":"noNumber","value":"-.INF"}']);
    expect(read(`a: 0x${many(300, 'F')}\n`)).toEqual(['field.range a {"reason":"size","most":40}']);
  });

  it('is a decimal with a comma, told once, and not as a key that is repeated', () => {
    expect(faults('{max: 60,5, min: 2}\n')).toEqual(['1:7 comma ["5"] 5 60,5 60.5']);
    expect(faults('{a: 60,5, b: 70,5}')).toEqual(['1:5 comma ["5"] 5 60,5 60.5', '1:14 comma ["5"] 5 70,5 70.5']);
  });

  it('is told fifty times', () => {
    expect(faults(many(50, '- {a: 60,5}\n'))).toHaveLength(50);
    expect(faults(many(51, '- {a: 60,5}\n'))).toHaveLength(50);
    expect(faults(many(50, '- "\\ud800"\n'))).toHaveLength(50);
    expect(faults(many(51, '- "\\ud800"\n'))).toHaveLength(50);
  });

  it('is more than one document', () => {
    expect(read('a: 1\n---\nb: 2\n')).toEqual(['file.syntax {"reason":"documents"}']);
    expect(read('a: 1\n...\n...\n')).toEqual(['file.syntax {"reason":"documents"}']);
  });

  it('is a text of signs that may begin nothing, which are no directives', () => {
    // Each a fault of its own: three are told, and how many there are besides.
    expect(faults(many(5_001, '- %a\n')).slice(2)).toEqual(['3:3 BAD_SCALAR_START', '4:3 more 4998']);
  });

  it('is one with too many comments, which is said in words', () => {
    const outcome = parseText(many(50_001, '#\n'), 'yaml');
    expect(outcome.ok ? [] : outcome.errors.map(({ message }) => message)).toEqual(['more than 50000 comments']);
  });
});

describe('the places of a YAML text', () => {
  const places = (text: string, ...paths: string[]): string[] =>
    [...locate(text, 'yaml', paths).values()].map(({ line, column }) => `${line}:${column}`);

  it('are those of keys without a value', () => {
    expect(places('{a, b: 1}\n', 'a', 'b')).toEqual(['1:2', '1:5']);
  });

  it('take no key that is a number for the place in a list', () => {
    expect(places('a:\n  !!int 1: x\n', 'a[1]', 'a')).toEqual(['1:1', '1:1']);
  });
});
