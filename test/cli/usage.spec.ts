import { describe, expect, it } from '@jest/globals';
import { askedLanguage } from '../../apps/cli/output/languages.js';
import { USAGE_WORDS } from '../../apps/cli/output/usage-words.js';
import { program } from '../../apps/cli/program.js';
import { runCli } from './support/run-cli.js';

const COMMANDS = [
  'score',
  'verify',
  'diff',
  'explain',
  'check',
  'schema',
  'import',
  'migrate',
  'audit',
  'admin',
  'demo',
];
/** What the library writes by itself. */
const ENGLISH = /\b(usage|options|commands|arguments|display|default|choices)\b/i;

/** The words of a language, those of every group. */
const textsOf = (words: object): string[] =>
  Object.values(words).flatMap((each: string | object) => (typeof each === 'string' ? [each] : textsOf(each)));

describe('help', () => {
  it.each(['', ...COMMANDS])('of `thidua %s` is in Vietnamese, and in English when asked', (name) => {
    const helpOf = (lang: 'vi' | 'en'): string => {
      const thidua = program(lang);
      const named = name === '' ? thidua : thidua.commands.find((each) => each.name() === name)!;
      return [named, ...(name === '' ? [] : named.commands)].map((each) => each.helpInformation()).join('\n');
    };
    const [vi, en] = [helpOf('vi'), helpOf('en')];
    expect(vi).toMatch(/^Cách dùng: thidua/);
    expect(vi.replaceAll(/thidua score FILE|\[lệnh\]/g, '')).not.toMatch(ENGLISH);
    expect(en).toMatch(/^Usage: thidua/);
    expect(en).not.toMatch(/\p{Script=Latin}*[ăâđêôơưạảấầậắếềệểọốộớợụứừ]/iu);
    for (const text of [vi, en]) expect(text).not.toMatch(/undefined|\{\w+\}/);
  });

  it('lists every command', () => {
    expect(program('vi').commands.map((each) => each.name())).toEqual(COMMANDS);
    expect(new Set(textsOf(USAGE_WORDS.vi)).size).toBe(textsOf(USAGE_WORDS.vi).length);
  });

  it('is printed in the language of `--lang`, wherever it stands', async () => {
    const [plain, before, after] = await Promise.all([
      runCli(['--help']),
      runCli(['--lang', 'en', 'explain', '--help']),
      runCli(['explain', '--help', '--lang=en']),
    ]);
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect(plain.stdout).toContain('Các lệnh:\n');
    expect(plain.stdout).toContain('được đọc từ các biến môi trường.\n');
    expect(before).toEqual(after);
    expect(before.stdout).toMatch(/^Usage: thidua explain \[options\] <file>\n/);
  });
});

describe('a wrong command line', () => {
  it.each<[args: string[], vi: string, en: string]>([
    [['score'], 'thiếu đối số <file>', 'missing argument <file>'],
    [['scor', 'x'], 'không có lệnh scor (có phải ý là score?)', 'unknown command scor (did you mean score?)'],
    [['xyz'], 'không có lệnh xyz', 'unknown command xyz'],
    [['score', 'a', 'b'], 'thừa đối số: cần 1, có 2', 'too many arguments: 1 expected, 2 given'],
    [
      ['score', 'a', '--json', '--bundle'],
      'không dùng tùy chọn --bundle cùng với --json',
      'option --bundle cannot be used with --json',
    ],
    [['explain', 'a'], 'thiếu tùy chọn bắt buộc --unit <unit>', 'option --unit <unit> must be given'],
    [['explain', 'a', '--unit'], 'tùy chọn --unit <unit> thiếu giá trị', 'option --unit <unit> lacks its value'],
    [
      ['check', 'a', '--jsn'],
      'không có tùy chọn --jsn (có phải ý là --json?)',
      'unknown option --jsn (did you mean --json?)',
    ],
  ])('%j is told in the language asked for', async (args, vi, en) => {
    const named = COMMANDS.includes(args[0]!) ? `thidua ${args[0]}` : 'thidua';
    const usages = { score: '<file>', explain: '<file>', check: '<file>' } as Record<string, string>;
    const rest = (command: string) => usages[args[0]!] ?? `[${command}]`;
    const [inVi, inEn] = [`${named} [tùy chọn] ${rest('lệnh')}`, `${named} [options] ${rest('command')}`];
    expect(await runCli(args)).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: `${vi}; cách dùng: ${inVi} (xem thêm: ${named} --help)\n`,
    });
    expect(await runCli(['--lang', 'en', ...args])).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: `${en}; usage: ${inEn} (more: ${named} --help)\n`,
    });
  });

  it('names a command below another by its whole name', async () => {
    const { stderr } = await runCli(['audit', 'verify', '--hed']);
    expect(stderr).toMatch(/; cách dùng: thidua audit verify \[tùy chọn\] \(xem thêm: thidua audit verify --help\)\n$/);
  });

  it('names the languages there are', async () => {
    expect(await runCli(['score', 'a', '--lang', 'fr'])).toEqual({
      ...{ status: 1, stdout: '' },
      stderr:
        'tùy chọn --lang <lang>: giá trị “fr” không dùng được; chọn một trong: vi, en; cách dùng: thidua score [tùy chọn] <file> (xem thêm: thidua score --help)\n',
    });
  });
});

describe('`--lang` before a command', () => {
  it('is that of the command', async () => {
    const [before, after] = await Promise.all([
      runCli(['--lang', 'en', 'score', 'test/golden/ties.yaml']),
      runCli(['score', 'test/golden/ties.yaml', '--lang', 'en']),
    ]);
    expect(before).toEqual(after);
    expect(before.stdout).toContain('Rank');
  });

  it('is Vietnamese where none is named, or none that there is', () => {
    expect(askedLanguage(['score', 'a'])).toBe('vi');
    expect(askedLanguage(['score', '--lang'])).toBe('vi');
    expect(askedLanguage(['score', '--lang=fr'])).toBe('vi');
    expect(askedLanguage(['score', '--lang=en'])).toBe('en');
  });
});
