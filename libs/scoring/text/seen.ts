import { nfc } from './nfc.js';

/** What shows nothing of itself: spaces of no width, joiners, soft hyphens, byte order marks. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;
/** With U+2800, the pattern of Braille without a dot: as wide as a letter, and as empty as a space. */
const SPACE = /[\p{White_Space}\u2800]/u;
const NOT_SPACE = /[^\p{White_Space}\u2800]/u;
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text shows nothing at all, and so says nothing. */
export const isBlank = (text: string): boolean => !SEEN.test(text);

/** What labels are told apart by: two that look the same are the same (spec, the paragraph on codes and labels). */
export function labelKey(label: string): string {
  // What is unseen may have stood between marks.
  const seen = nfc(label.replace(UNSEEN, ''));
  const start = seen.search(NOT_SPACE);
  let end = seen.length;
  while (end > start && SPACE.test(seen.charAt(end - 1))) end--;
  return start < 0 ? '' : seen.slice(start, end);
}
