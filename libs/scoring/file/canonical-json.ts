import { hasLoneSurrogate, MAX_DEPTH, type JsonValue } from './json-value.js';

/**
 * RFC 8785 canonical JSON: members sorted by UTF-16 code units, ECMAScript numbers and strings, no spaces.
 * The text whose SHA-256 identifies a file (spec, "The result"). Throws a TypeError on what no file can
 * hold: a number that is not finite, half a surrogate pair, nesting deeper than a file's.
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

function write(value: JsonValue, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError('nested too deep for canonical JSON');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON');
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const item = value[key];
    if (item !== undefined) members.push(`${writeText(key)}:${write(item, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

function writeText(text: string): string {
  if (hasLoneSurrogate(text)) throw new TypeError('half a surrogate pair has no JSON');
  return JSON.stringify(text);
}
