import { hasLoneSurrogate, MAX_DEPTH, type JsonObject, type JsonValue } from './json-value.js';

/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 code units, ECMAScript numbers and strings, no spaces.
 * The text whose SHA-256 identifies a file (spec, "The result"). Throws a TypeError on what no file can
 * hold: a number that is not finite, half a surrogate pair, nesting deeper than a file's.
 */
export function canonicalJson(value: JsonValue): string {
  const parts: string[] = [];
  writeCanonicalJson(value, (part) => parts.push(part));
  return parts.join('');
}

/**
 * The same part by part, for the hash of a result's `input` (spec, "The result"), which needs no more than the next: the
 * text of a large file would take more memory than the file. Parts are of whole characters. Throws as `canonicalJson`
 * does, when parts were taken already.
 */
export function writeCanonicalJson(value: JsonValue, take: (part: string) => void): void {
  const writer = new CanonicalWriter(take);
  writer.write(value, 0);
  writer.flush();
}

/** Pieces that are joined to a part: enough for the taker, few enough to be forgotten soon. */
const PIECES = 4096;

interface Member {
  key: string;
  /** `"key":` */
  written: string;
}

/** The order of the members of an object, kept for the next object with the same keys. */
interface Order {
  keys: readonly string[];
  sorted: readonly Member[];
}

class CanonicalWriter {
  private pieces: string[] = [];
  /** By depth: the objects of a list have mostly the keys of the one before. */
  private readonly orders: Order[] = [];

  constructor(private readonly take: (part: string) => void) {}

  write(value: JsonValue, depth: number): void {
    if (depth > MAX_DEPTH) throw new TypeError('nested too deep for canonical JSON');
    if (typeof value !== 'object' || value === null) this.pieces.push(writeScalar(value));
    else if (Array.isArray(value)) this.list(value, depth + 1);
    else this.object(value, depth + 1);
    if (this.pieces.length >= PIECES) this.flush();
  }

  flush(): void {
    this.take(this.pieces.join(''));
    this.pieces = [];
  }

  private list(items: readonly JsonValue[], depth: number): void {
    let before = '[';
    for (const item of items) {
      this.pieces.push(before);
      this.write(item, depth);
      before = ',';
    }
    this.pieces.push(before === '[' ? '[]' : ']');
  }

  private object(object: JsonObject, depth: number): void {
    let before = '{';
    for (const { key, written } of this.order(Object.keys(object), depth)) {
      const item = object[key];
      if (item === undefined) continue;
      this.pieces.push(before, written);
      this.write(item, depth);
      before = ',';
    }
    this.pieces.push(before === '{' ? '{}' : '}');
  }

  private order(keys: readonly string[], depth: number): readonly Member[] {
    const known = this.orders[depth];
    if (known !== undefined && sameTexts(known.keys, keys)) return known.sorted;
    const sorted = [...keys].sort().map((key) => ({ key, written: `${writeText(key)}:` }));
    this.orders[depth] = { keys, sorted };
    return sorted;
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function writeScalar(value: null | boolean | number | string): string {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError('a number that is not finite has no JSON');
  }
  return String(value);
}

function writeText(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit !== 0x22 && unit !== 0x5c && (unit < 0xd800 || unit > 0xdfff)) continue;
    if (hasLoneSurrogate(text)) throw new TypeError('half a surrogate pair has no JSON');
    return JSON.stringify(text);
  }
  return `"${text}"`;
}
