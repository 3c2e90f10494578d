import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, RULE_KINDS, VOTE_ERROR_CODES, WARNING_CODES, type JsonObject } from '@thidua/scoring';
import { runCli } from '../cli/support/run-cli.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { checkExampleBlock, checkVoteBlock } from './docs/example-blocks.js';
import { LIMITS } from './docs/limits.js';
import { firstColumn, links, PAGE, rows, sections, type Section } from './docs/page.js';
import { workRoundBlock, workRuleBlock, type Worked } from './docs/rule-blocks.js';
import { placesOfFormat } from './format-places.js';
import { wordsOf } from './public-functions.js';
import { goldenFiles } from './told.js';

/** Cases that the page does not name one by one. */
const FOLDERS = ['golden/refused', 'golden/rules/refused', 'golden/warned'];

const SECTIONS = sections();
const section = (title: string): Section => SECTIONS.find((each) => each.title === title)!;
const BLOCKS = SECTIONS.flatMap(({ blocks }) => blocks);
const EXAMPLE = BLOCKS.find(({ value }) => value['format'] !== undefined)!.value;

function check(block: JsonObject): void {
  if (block['criterion'] !== undefined) same(workRuleBlock(block));
  else if (block['digits'] !== undefined) same(workRoundBlock(block));
  else if (block['vote'] !== undefined) checkVoteBlock(block);
  else if (block['format'] === undefined) checkExampleBlock(EXAMPLE, block);
}

function same({ told, wanted }: Worked): void {
  expect(told).toEqual(wanted);
  expect(wanted.length).toBeGreaterThan(0);
}

describe('the page on scoring rules', () => {
  it.each(BLOCKS)('says what is so: $name', ({ value }) => check(value));

  it('works an example for each rule kind, and names every field of its rule and its entries', () => {
    const titles = SECTIONS.map(({ title }) => title).filter((title) => RULE_KINDS.includes(title));
    expect(titles).toEqual(RULE_KINDS);
    for (const kind of RULE_KINDS) {
      const { text, blocks } = section(kind);
      expect(blocks.map(({ value }) => (value['criterion'] as { rule: JsonObject }).rule['kind'])).toContain(kind);
      const prefix = `rule(${kind}).`;
      const fields = [...placesOfFormat()].filter((place) => place.startsWith(prefix) && !place.includes(' = '));
      const names = fields.map((place) => place.slice(prefix.length)).filter((name) => name !== 'kind');
      const said = text.replaceAll(/```[^]*?```/g, '');
      const unsaid = names
        .map((name) => name.split('.').at(-1)!)
        .filter((name) => !new RegExp(`\`[^\`]*\\b${name}\\b`).test(said));
      expect([kind, unsaid]).toEqual([kind, []]);
    }
  });

  it('has every code of an error, a warning and a finding, and every cause of a difference', () => {
    expect(firstColumn(section('Error codes'))).toEqual([...ERROR_CODES, ...VOTE_ERROR_CODES]);
    expect(firstColumn(section('Warning codes'))).toEqual(WARNING_CODES);
    expect(firstColumn(section('Verifying'))).toEqual(wordsOf('verify/verify-bundle.ts', 'FindingCode'));
    expect(firstColumn(section('Comparing'))).toEqual(wordsOf('diff/result-diff.ts', 'Cause'));
  });

  it('shows what a command prints', async () => {
    const { blocks, printed } = section('Explaining');
    const folder = await tempFolder();
    try {
      const file = join(folder.path, 'example.json');
      await writeFile(file, JSON.stringify(blocks[0]!.value));
      const { stdout } = await runCli(['explain', file, '--unit', 'B']);
      expect([stdout]).toEqual(printed);
    } finally {
      await folder.remove();
    }
    expect(SECTIONS.filter((each) => each.printed.length > 0)).toHaveLength(1);
  });

  it('leads to files that are there, and to every golden case', () => {
    const targets = links().map((link) => new URL(link, PAGE));
    expect(targets.filter((target) => !existsSync(target)).map(String)).toEqual([]);
    const cases = [...goldenFiles('golden/'), ...goldenFiles('golden/votes/'), ...FOLDERS];
    const named = new Set(links());
    expect(cases.filter((path) => !named.has(`../test/${path}`))).toEqual([]);
  });
});

describe('the limits of the page', () => {
  const table = rows(section('Limits')).map(([what = '', most = '', code = '']) => ({
    what,
    most: Number(most.replaceAll(',', '')),
    code: code.replaceAll('`', ''),
  }));

  it('are those that are tried', () => {
    expect(table.map(({ what }) => what)).toEqual(Object.keys(LIMITS));
  });

  it.each(table)('$what: $most', ({ what, most, code }) => {
    expect(LIMITS[what]!(most)).toEqual([]);
    const told = LIMITS[what]!(most + 1).map((error) => error.code);
    expect([...new Set(told)]).toEqual([code]);
  });
});
