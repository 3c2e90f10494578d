interface Kept<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Keeps values up to so many bytes, as whoever puts them there counts them; the one longest unused makes room. */
export class ByteCache<Value> {
  private readonly kept = new Map<string, Kept<Value>>();
  private used = 0;

  /** @param dropped is told of each value that made room, or was too large to be kept at all. */
  constructor(
    readonly limit: number,
    private readonly dropped?: (value: Value) => void,
  ) {}

  /** What is kept, keys included. */
  get bytes(): number {
    return this.used;
  }

  get size(): number {
    return this.kept.size;
  }

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    // Last in order again: a map is in the order in which its keys were added.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** @param bytes of the value; those of the key are added. */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    const all = bytes + textBytes(key);
    this.kept.set(key, { value, bytes: all });
    this.used += all;
    for (const [oldest, { value: old }] of this.kept) {
      if (this.used <= this.limit) break;
      this.delete(oldest);
      this.dropped?.(old);
    }
  }

  delete(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.used -= found.bytes;
  }

  clear(): void {
    this.kept.clear();
    this.used = 0;
  }

  values(): Value[] {
    return [...this.kept.values()].map(({ value }) => value);
  }
}

/** What a text takes at most: engines keep two bytes a letter where one is not enough for all. */
export function textBytes(text: string): number {
  return 2 * text.length;
}
