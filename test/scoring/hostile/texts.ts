import type { Syntax } from '@thidua/scoring';

/** A text made to hurt: its name, its syntax, and how it is made when it is needed. */
export interface HostileText {
  name: string;
  syntax: Syntax;
  make(): string;
  /** Whether it is computed; else an error is told. */
  isSound?: boolean;
}

const MIB = 1024 * 1024;
const HEAD = 'format: thidua/1\n';
const json = (name: string, make: () => string): HostileText => ({ name: `JSON: ${name}`, syntax: 'json', make });
const yaml = (name: string, make: () => string): HostileText => ({ name: `YAML: ${name}`, syntax: 'yaml', make });
const many = (count: number, of: (index: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(between);

/** A sound small competition but for one rule, value or key. */
const competition = (rule: string, entry = '', more = ''): string => `{
  "format": "thidua/1", "campaign": {"code": "c", "name": "C", "from": "2022-01-01", "to": "2022-12-31"},
  "scales": [{"code": "S", "version": 1, "name": "S", "parts": [{"code": "I", "name": "I", "max": 10,
    "criteria": [{"code": "a", "name": "a", "max": 10, "rule": ${rule}}]}]}],
  "clusters": [{"code": "C", "name": "C", "scale": "S", "units": [{"code": "U", "name": "U"}]}],
  "entries": [${entry}]${more}}`;
const formula = (expr: string): string =>
  competition(`{"kind": "formula", "inputs": ["a"], "expr": ${JSON.stringify(expr)}}`);
const direct = (points: string): string =>
  competition('{"kind": "direct"}', `{"unit": "U", "criterion": "a", "points": ${points}}`);
const bomb = (levels: number, open: string, close: string, between: string): string =>
  many(levels, (level) =>
    level === 0
      ? `a0: &a0 ${open}x${between}x${close}\n`
      : `a${level}: &a${level} ${open}${many(10, () => `*a${level - 1}`, between)}${close}\n`,
  );

export const HOSTILE: readonly HostileText[] = [
  json('100,000 brackets', () => '['.repeat(100_000)),
  json('1,000,000 brackets, closed', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)),
  json('100,000 objects in each other', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)),
  json('65 levels', () => '['.repeat(65) + ']'.repeat(65)),
  json('a string of 10 MB', () => `{"format": "thidua/1", "x": "${'x'.repeat(10 * MIB)}"}`),
  json('a string of 10 MB without an end', () => `"${'x'.repeat(10 * MIB)}`),
  json('10 MB of backslashes', () => `"${'\\'.repeat(10 * MIB)}"`),
  json('10 MB of escapes, the last one wrong', () => `"${'\\u0041'.repeat(1_700_000)}\\x"`),
  json('a key of 10 MB', () => `{"${'k'.repeat(10 * MIB)}": 1}`),
  json('10 MB of spaces', () => ' '.repeat(10 * MIB)),
  json('a number of 10 MB', () => direct('9'.repeat(10 * MIB))),
  json('a decimal text of 10 MB', () => direct(`"${'9'.repeat(10 * MIB)}"`)),
  json('1e999999999', () => direct('1e999999999')),
  json('1e-999999999', () => direct('1e-999999999')),
  json('1e400', () => direct('1e400')),
  json('a decimal text with an exponent', () => direct('"1e9999"')),
  json('an exponent of 1 MB', () => direct(`1e${'9'.repeat(MIB)}`)),
  json('NaN', () => direct('NaN')),
  json('Infinity', () => direct('-Infinity')),
  json('the text "NaN"', () => direct('"NaN"')),
  json('__proto__', () => competition('{"kind": "direct"}', '', ', "__proto__": {"polluted": true}')),
  json('constructor.prototype', () => competition('{"kind": "direct"}', '', ', "constructor": {"prototype": {}}')),
  json('a rule of kind __proto__', () => competition('{"kind": "__proto__"}')),
  json('a rule of kind toString', () => competition('{"kind": "toString"}')),
  json('a choice of toString', () =>
    competition('{"kind": "choice", "options": {"x": 10}}', '{"unit": "U", "criterion": "a", "choice": "toString"}'),
  ),
  json('100,000 unknown keys', () => `{"format": "thidua/1", ${many(100_000, (i) => `"k${i}": 1`, ',')}}`),
  json('100,000 times the same key', () => `{${many(100_000, () => '"k": 1', ',')}}`),
  json('100,000 entries of nobody', () =>
    competition(
      '{"kind": "direct"}',
      many(100_000, () => '{}', ','),
    ),
  ),
  json('a lone surrogate, escaped', () => '{"format": "thidua/1", "x": "\\ud800"}'),
  json('a lone surrogate as a key', () => '{"format": "thidua/1", "\\udc00": 1}'),
  json('a lone surrogate, raw', () => '{"format": "thidua/1", "x": "\ud800"}'),
  json('a zero byte', () => '{"format": "thidua/1", "x": "\u0000"}'),
  json('text after the end', () => `${direct('1')} []`),
  json('nothing', () => ''),
  json('a formula of 1 MB', () => formula('1+'.repeat(500_000) + '1')),
  json('a formula of 600 parentheses', () => formula('('.repeat(600) + 'a' + ')'.repeat(600))),
  json('a formula of 300 nodes', () => formula(`a${'*a'.repeat(300)}`)),
  json('a formula that reaches for the host', () => formula('a.constructor.constructor("return process")()')),
  json('a formula that calls what it may not', () => formula('eval(a)')),
  json('a formula with a power', () => formula('9**9**9')),
  json('a formula of 900 minus signs', () => formula(`${'-'.repeat(900)}a`)),
  yaml('100,000 brackets', () => '['.repeat(100_000)),
  yaml('100,000 braces', () => '{a: '.repeat(100_000)),
  yaml('50,000 dashes on a line', () => '- '.repeat(50_000)),
  yaml('2,000 levels of indentation', () => many(2_000, (i) => `${' '.repeat(i)}a:\n`)),
  yaml('50,000 question marks', () => '? '.repeat(50_000)),
  yaml('a string of 10 MB', () => `${HEAD}x: ${'x'.repeat(10 * MIB)}\n`),
  yaml('a string of 10 MB without an end', () => `${HEAD}x: "${'x'.repeat(10 * MIB)}`),
  yaml('a string of 3 MB', () => `${HEAD}x: ${'x'.repeat(3 * MIB)}\n`),
  yaml('a bomb of nine levels in lists', () => `${HEAD}${bomb(9, '[', ']', ', ')}`),
  yaml(
    'a bomb of nine levels in objects',
    () =>
      `${HEAD}a0: &a0 {k: x}\n${many(8, (i) => `a${i + 1}: &a${i + 1} {${many(10, (j) => `k${j}: *a${i}`, ', ')}}\n`)}`,
  ),
  yaml('an alias of itself', () => `${HEAD}a: &a [*a]\n`),
  yaml('an alias of nothing', () => `${HEAD}a: *b\n`),
  yaml('100,000 anchors', () => `${HEAD}x: [${many(100_000, (i) => `&a${i} 1`, ', ')}]\n`),
  yaml('100,000 aliases', () => `${HEAD}x: &x 1\ny: [${many(100_000, () => '*x', ', ')}]\n`),
  yaml('100,000 ampersands', () => '&'.repeat(100_000)),
  yaml('100,000 ampersands, each alone', () => '& '.repeat(100_000)),
  yaml('100,000 exclamation marks', () => '!'.repeat(100_000)),
  yaml('100,000 exclamation marks, each alone', () => '! '.repeat(100_000)),
  yaml('100,000 tags', () => `${HEAD}x: [${many(100_000, () => '!!str a', ', ')}]\n`),
  yaml('a tag that makes objects', () => `${HEAD}x: !!js/function "function () { while (true); }"\n`),
  yaml('100,000 keys', () => `${HEAD}${many(100_000, (i) => `k${i}: 1\n`)}`),
  yaml('100,000 keys in braces', () => `${HEAD}x: {${many(100_000, (i) => `k${i}: 1`, ', ')}}\n`),
  yaml('100,000 times the same key', () => `${HEAD}${many(100_000, () => 'k: 1\n')}`),
  yaml('1,000,000 items', () => `${HEAD}x: [${many(1_000_000, () => '1', ',')}]\n`),
  yaml('.inf and .nan', () => `${HEAD}x: .inf\ny: -.inf\nz: .nan\n`),
  yaml('1e999999999', () => `${HEAD}x: 1e999999999\n`),
  yaml('a number of 1 MB', () => `${HEAD}x: ${'9'.repeat(MIB)}\n`),
  yaml('a lone surrogate', () => `${HEAD}x: "\\ud800"\n`),
  yaml('__proto__ and merge keys', () => `${HEAD}__proto__: {polluted: true}\n<<: {polluted: true}\n`),
  yaml('keys that are lists', () => `${HEAD}? [a, b]\n: 1\n`),
  yaml('1,000 documents', () => `${HEAD}---\n`.repeat(1_000)),
  yaml('100,000 document marks', () => '---\n'.repeat(100_000)),
  yaml('100,000 directives', () => '%YAML 1.2\n'.repeat(100_000)),
  yaml('100,000 tabs', () => `${HEAD}x:\n${'\t'.repeat(100_000)}- 1\n`),
  yaml('100,000 quotes', () => '"'.repeat(100_000)),
  yaml('100,000 closing brackets', () => ']'.repeat(100_000)),
  yaml('100,000 colons', () => ': '.repeat(100_000)),
  yaml('100,000 commas', () => `[${','.repeat(100_000)}]`),
  yaml('100,000 percent signs', () => '%\n'.repeat(100_000)),
  yaml('100,000 pipes', () => '|\n'.repeat(100_000)),
  yaml('1 MB of comments', () => '#\n'.repeat(500_000)),
];
