import { hasLoneSurrogate, MAX_DEPTH, type JsonObject, type JsonValue } from './json-value.js';

/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 code units, ECMAScript numbers and strings, no spaces.
 * The text whose SHA-256 identifies a file (spec, "The result"). Throws a TypeError on what no file can
 * hold: a number that is not finite, half a surrogate pair, nesting deeper than a file's.
 */
export function canonicalJson(value: JsonValue): string {
  return new CanonicalWriter().write(value, 0);
}

/** How many items of a list are joined at a time: their pieces are forgotten before there are too many of them. */
const BATCH = 256;

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
  /** By depth: the objects of a list have mostly the keys of the one before. */
  private readonly orders: Order[] = [];

  write(value: JsonValue, depth: number): string {
    if (depth > MAX_DEPTH) throw new TypeError('nested too deep for canonical JSON');
    if (typeof value === 'string') return writeText(value);
    if (typeof value === 'number') return writeNumber(value);
    if (value === null || typeof value === 'boolean') return String(value);
    return Array.isArray(value) ? this.list(value, depth + 1) : this.object(value, depth + 1);
  }

  private list(items: readonly JsonValue[], depth: number): string {
    const batches: string[] = [];
    for (let start = 0; start < items.length; start += BATCH) {
      const written = items.slice(start, start + BATCH).map((item) => this.write(item, depth));
      batches.push(written.join(','));
    }
    return `[${batches.join(',')}]`;
  }

  private object(object: JsonObject, depth: number): string {
    let members = '';
    for (const { key, written } of this.order(Object.keys(object), depth)) {
      const item = object[key];
      if (item === undefined) continue;
      members += `${members === '' ? '' : ','}${written}${this.write(item, depth)}`;
    }
    return `{${members}}`;
  }

  private order(keys: readonly string[], depth: number): readonly Member[] {
    const known = this.orders[depth];
    if (known !== undefined && sameTexts(known.keys, keys)) return known.sorted;
    const sorted = keys.toSorted().map((key) => ({ key, written: `${writeText(key)}:` }));
    this.orders[depth] = { keys, sorted };
    return sorted;
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON');
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
