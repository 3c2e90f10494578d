/** A place in a text, both numbers from 1. Columns count UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Line and column of an offset into a text. */
export function positionOf(text: string, offset: number): TextPosition {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

/** The same for many offsets with one pass over the text: positions by offset. */
export function positionsOf(text: string, offsets: Iterable<number>): Map<number, TextPosition> {
  const positions = new Map<number, TextPosition>();
  let line = 1;
  let start = 0;
  let next = text.indexOf('\n');
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    positions.set(offset, { line, column: offset - start + 1 });
  }
  return positions;
}
