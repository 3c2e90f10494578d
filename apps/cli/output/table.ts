import { printable } from './write.js';

export interface Column {
  readonly heading: string;
  /** Default left; figures stand right. */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/** Columns aligned with spaces, a line a row, under their headings and a rule. Lines end without spaces. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(printable));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ''))));
  const lines = cells.map((row) => columns.map((column, index) => pad(row[index] ?? '', widths[index]!, column)));
  const rule = widths.map((width) => '─'.repeat(width));
  return [lines[0]!, rule, ...lines.slice(1)].map((line) => line.join(GAP).trimEnd()).join('\n');
}

function pad(text: string, width: number, { align }: Column): string {
  const space = ' '.repeat(width - widthOf(text));
  return align === 'right' ? space + text : text + space;
}

/** Places on the screen: Vietnamese letters may be written with combining marks, which take none. */
function widthOf(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}
