/**
 * Codes of things, as the spec's first paragraph writes them: letters and digits of any script, told apart by case.
 * Texts are in Unicode's composed form when they come here.
 */
export const CODE = /^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,63}$/u;
/** What is said of a text that should be one. */
export const CODE_FORM = 'a code has 1 to 64 letters, digits, ".", "_" or "-", the first a letter or digit';

/**
 * The order of codes, by code point. That of UTF-16 units, which `<` compares, puts the letters beyond the first 65,536
 * (U+10000 and on, written as surrogates) before the last of those.
 */
export function compareCodes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [unit, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (unit !== other) return rankOf(unit) - rankOf(other);
  }
  return a.length - b.length;
}

/** Surrogates after every other unit. */
const rankOf = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
