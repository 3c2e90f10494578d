import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tempFolder } from '../platform/support/temp-folder.js';
import { smallCompetition } from '../support/competitions.js';
import { linesOf, runCli } from './support/run-cli.js';

describe('thidua check, of what is no text', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => void (folder = await tempFolder()));
  afterEach(() => folder.remove());

  const both = async (text: string, name: string, lang: string) => {
    const path = join(folder.path, name);
    await writeFile(path, text);
    const check = await runCli(['check', path, '--lang', lang]);
    const taken = await runCli(['import', path, '--create', '--lang', lang], { DATA_DIR: join(folder.path, 'data') });
    return { check: { status: check.status, lines: linesOf(check.stdout).slice(0, -1) }, taken, path };
  };
  const small = (name: string) => {
    const file = smallCompetition({ code: 'd', clusters: { c1: ['u1'] } }) as unknown as { campaign: { name: string } };
    file.campaign.name = name;
    return JSON.stringify(file, null, 2);
  };

  it.each([
    [
      'a control character',
      'A\u0007B',
      'vi',
      'Có ký tự điều khiển, ký tự hỏng hoặc chữ mang quá nhiều dấu. (field.text)',
    ],
    [
      'the last of them',
      'A\u009f',
      'en',
      'There is a control character, half of a character, or a letter with too many marks. (field.text)',
    ],
  ])('says what import says, at its place: %s', async (_, name, lang, sentence) => {
    const text = small(name);
    const line = text.split('\n').findIndex((each) => each.includes('"name"')) + 1;
    const { check, taken } = await both(text, 'x.json', lang);
    expect(check).toEqual({ status: 2, lines: [expect.stringMatching(/^\S+ \d+, \S+ \d+: /)] });
    expect(check.lines[0]).toContain(` ${line}, `);
    expect(check.lines[0]!.endsWith(sentence)).toBe(true);
    expect([taken.status, linesOf(taken.stderr)]).toEqual([2, check.lines]);
  });

  it('says so of YAML, and of what shows nothing', async () => {
    const escaped = await both('format: thidua/1\ncampaign:\n  code: d\n  name: "A\\x07B"\n', 'x.yaml', 'vi');
    expect(escaped.check).toEqual({
      status: 2,
      lines: [expect.stringMatching(/^dòng 4, cột \d+: .*\(field\.text\)$/)],
    });
    expect(linesOf(escaped.taken.stderr)).toEqual(escaped.check.lines);
    const blank = await both(small('\u2800'), 'x.json', 'vi');
    expect(blank.check).toEqual({ status: 2, lines: [expect.stringMatching(/\(field\.range\)$/)] });
    expect(linesOf(blank.taken.stderr)).toEqual(blank.check.lines);
  });

  it('finds nothing wrong with a file that import takes', async () => {
    // Decomposed, with a tab and a line break: all of that is text.
    const { check, taken } = await both(small('Thi đua\tcu\u0323m\n2'), 'x.json', 'vi');
    expect(check).toEqual({ status: 0, lines: [expect.stringMatching(/\(part\.max\.cut\)$/)] });
    expect([taken.status, taken.stderr]).toEqual([0, '']);
  });
});
