const SLOTS = 4096;
const LONGEST = 32;

/**
 * Short texts of a document that were read before. A large file repeats its keys and codes in every entry: each is
 * kept once, which costs no copy and lets later look-ups compare references. What finds its slot taken is copied.
 */
export class KnownTexts {
  private readonly slots: string[] = Array.from({ length: SLOTS }, () => '');

  /** The part of `text` from `start` to `end`; `hash` is any whole number that follows from its characters. */
  slice(text: string, start: number, end: number, hash: number): string {
    if (end - start > LONGEST) return text.slice(start, end);
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = this.slots[slot]!;
    if (known.length === end - start && text.startsWith(known, start)) return known;
    const found = text.slice(start, end);
    this.slots[slot] = found;
    return found;
  }
}
