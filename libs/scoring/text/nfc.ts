import { MAX_DEPTH, setMember, type JsonObject, type JsonValue } from './json-value.js';

/**
 * What normalising may change. Characters below U+0300 never do, and those of Vietnamese from U+1EA0 to U+1EF9 are
 * composed already: an ordinary file is only looked at.
 */
const MAY_CHANGE = /[\u0300-\u1e9f\u1efa-\uffff]/;

/** True for a UTF-16 unit that `nfc` may have to change. */
export const mayChange = (unit: number): boolean => unit >= 0x300 && (unit < 0x1ea0 || unit > 0x1ef9);

/**
 * More marks on one letter than any script has (Unicode Standard Annex 15, "Stream-Safe Text Format"). The host puts them in
 * order in a time that grows with their square: a text of a megabyte would take minutes.
 */
const TOO_MANY_MARKS = /\p{Mark}{31}/u;

/** True of a text that has no composed form within reason. */
export const hasTooManyMarks = (text: string): boolean => MAY_CHANGE.test(text) && TOO_MANY_MARKS.test(text);

/**
 * A text in Unicode's composed form (spec, "The competition file"): what looks the same is the same. One with too many
 * marks is left as it is; nobody takes it.
 */
export const nfc = (text: string): string =>
  MAY_CHANGE.test(text) && !TOO_MANY_MARKS.test(text) ? text.normalize('NFC') : text;

/**
 * The value with every text and key in the composed form (spec, "Top level"), for documents that come as plain JSON; `parseText` does
 * it by itself. Only what changes is copied. Of keys that become equal the last counts, as in the host's JSON. What lies
 * deeper than any file may be is left as it is: nothing that is read stands there. Throws nothing.
 */
export const normalizeTexts = (value: JsonValue): JsonValue => normalize(value, 0);

function normalize(value: JsonValue, depth: number): JsonValue {
  if (typeof value === 'string') return nfc(value);
  if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return value;
  return Array.isArray(value) ? normalizeList(value, depth + 1) : normalizeObject(value, depth + 1);
}

function normalizeList(list: JsonValue[], depth: number): JsonValue[] {
  let copy: JsonValue[] | undefined;
  list.forEach((item, index) => {
    const normal = normalize(item, depth);
    if (normal !== item) (copy ??= [...list])[index] = normal;
  });
  return copy ?? list;
}

function normalizeObject(object: JsonObject, depth: number): JsonObject {
  const keys = Object.keys(object);
  let copy: JsonObject | undefined;
  keys.forEach((key, index) => {
    const name = nfc(key);
    const item = object[key] ?? null;
    const normal = normalize(item, depth);
    if (copy === undefined) {
      if (name === key && normal === item) return;
      copy = {};
      for (const earlier of keys.slice(0, index)) setMember(copy, earlier, object[earlier] ?? null);
    }
    setMember(copy, name, normal);
  });
  return copy ?? object;
}
