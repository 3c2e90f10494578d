import { readFileSync } from 'node:fs';
import { parseText, type JsonObject } from '@thidua/scoring';
import { valueOf } from '../read-file.js';

export const PAGE = new URL('../../../docs/scoring-rules.md', import.meta.url);
const LINES = readFileSync(PAGE, 'utf8').split('\n');

/** A part of the page from one heading to the next of any level. */
export interface Section {
  /** Without marks: `ratio`, `Error codes`. */
  title: string;
  text: string;
  blocks: Block[];
  /** What commands print: the fenced `text` blocks. */
  printed: string[];
}

/** One fenced `yaml` block. */
export interface Block {
  /** `line 90 (ratio)`, to find it by. */
  name: string;
  value: JsonObject;
}

/** The sections of the page, in order. */
export function sections(): Section[] {
  const found: Section[] = [];
  let fence: { start: number; lines: string[]; isText: boolean } | undefined;
  LINES.forEach((line, index) => {
    const heading = fence === undefined ? /^#+ (.+)$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) found.push({ title: heading.replaceAll('`', ''), text: '', blocks: [], printed: [] });
    const section = found.at(-1)!;
    section.text += `${line}\n`;
    if (fence === undefined && line.startsWith('```')) {
      if (!['```yaml', '```text'].includes(line)) throw new Error(`line ${index + 1}: only yaml and text are tested`);
      fence = { start: index + 1, lines: [], isText: line === '```text' };
    } else if (line === '```') {
      if (fence!.isText) section.printed.push(fence!.lines.map((each) => `${each}\n`).join(''));
      else section.blocks.push(blockOf(section.title, fence!));
      fence = undefined;
    } else fence?.lines.push(line);
  });
  return found;
}

const blockOf = (title: string, { start, lines }: { start: number; lines: string[] }): Block => ({
  name: `line ${start} (${title})`,
  value: valueOf(parseText(lines.join('\n'), 'yaml')) as JsonObject,
});

/** The words in backticks that begin the rows of a section's table, in order; headings and rules of tables left out. */
export const firstColumn = (section: Section): string[] =>
  [...section.text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, word]) => word!);

/** The rows of a section's table after its heading, cell by cell. */
export function rows(section: Section): string[][] {
  const lines = section.text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Where the links of the page lead, without those within it. */
export const links = (): string[] => [...LINES.join('\n').matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!);
