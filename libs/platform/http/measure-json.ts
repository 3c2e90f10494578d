import type { BodyBounds } from './body-bounds.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const isOpening = (unit: number) => unit === 0x5b || unit === 0x7b;
const isClosing = (unit: number) => unit === 0x5d || unit === 0x7d;
/** What numbers are made of; words are no longer than that either. */
const isOfToken = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || unit === 0x2e || unit === 0x2d || unit === 0x2b || (unit | 0x20) === 0x65;

/** A bound that a text goes beyond. */
export type Excess = 'values' | 'depth' | 'number';

/**
 * Looks through a JSON text once, in time linear in its length and in no memory, for what would be dear to parse or to walk:
 * it stops at the first bound that is passed. Whether the text is JSON at all is not its business.
 * @returns that bound, or how many values there are: of every list and object as many as it has, one of an empty one.
 */
export function measureJson(text: string, bounds: Pick<BodyBounds, 'values' | 'depth' | 'number'>): Excess | number {
  let depth = 0;
  let values = 0;
  let token = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isOfToken(unit)) {
      token += 1;
      if (token > bounds.number) return 'number';
      continue;
    }
    token = 0;
    if (unit === QUOTE) index = endOfString(text, index);
    else if (isOpening(unit)) {
      depth += 1;
      values += 1;
      if (depth > bounds.depth) return 'depth';
    } else if (isClosing(unit)) depth -= 1;
    else if (unit === COMMA) values += 1;
    if (values > bounds.values) return 'values';
  }
  return values;
}

/** Where the string that begins at `start` has its closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) return index;
    index += unit === BACKSLASH ? 2 : 1;
  }
  return index;
}

/** The same number of what a parser made of the text. It is smaller where a member is written twice: one is gone then. */
export function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return items.reduce((sum: number, item) => sum + countValues(item), Math.max(1, items.length));
}
