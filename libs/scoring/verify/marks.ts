import { canonicalJson } from '../text/canonical-json.js';
import { isObject, member, setMember, type JsonObject, type JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';

/** Gives the SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. The library has no hash of its own. */
export type Sha256 = (text: string) => string;

/**
 * A short print of each value of a document, in the document's own shape. They only tell *where* a document was
 * changed; that it was is told by its whole hash, so that eight digits are enough.
 */
export type Marks = JsonValue;

const LENGTH = 8;
/** Long lists of short items have one mark an item. */
const FLAT = new Set(['entries', 'targets', 'facts', 'notAssigned']);

export function marksOf(document: JsonValue, sha256: Sha256): Marks {
  const mark = (value: JsonValue): string => sha256(canonicalJson(value)).slice(0, LENGTH);
  const walk = (value: JsonValue, flat: boolean): Marks => {
    if (Array.isArray(value)) return value.map((item) => (flat ? mark(item) : walk(item, false)));
    if (!isObject(value)) return mark(value);
    const marks: JsonObject = {};
    for (const key of Object.keys(value)) setMember(marks, key, walk(value[key]!, false));
    return marks;
  };
  if (!isObject(document)) return mark(document);
  const marks: JsonObject = {};
  for (const key of Object.keys(document)) setMember(marks, key, walk(document[key]!, FLAT.has(key)));
  return marks;
}

/** One place where two plain JSON values differ; a side is absent where the value is. */
export interface Difference {
  path: Path | null;
  expected?: JsonValue;
  found?: JsonValue;
}

/** Every place where `found` is not `expected`, down to the single value; `path` is that of both. */
export function differences(expected: JsonValue, found: JsonValue, path: Path | null): Difference[] {
  if (Array.isArray(expected) && Array.isArray(found)) {
    const keys = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index);
    return keys.flatMap((index) => compareMember(expected[index], found[index], at(path, index)));
  }
  if (isObject(expected) && isObject(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    return keys.flatMap((key) => compareMember(member(expected, key), member(found, key), at(path, key)));
  }
  return expected === found ? [] : [{ path, expected, found }];
}

function compareMember(expected: JsonValue | undefined, found: JsonValue | undefined, path: Path): Difference[] {
  if (expected === undefined) return [{ path, found }];
  return found === undefined ? [{ path, expected }] : differences(expected, found, path);
}
