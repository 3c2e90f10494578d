import { MAX_TEXT } from '../text/fields.js';
import { objectOf, type Schema } from '../text/json-schema.js';
import type { JsonObject } from '../text/json-value.js';
import { MAX_DIGITS } from '../number/decimal.js';

export * from '../text/json-schema.js';

/** A code before its text is composed: a letter may still have its marks beside it. */
const CODE_PATTERN = '^[\\p{L}\\p{Nd}]\\p{M}*(?:[\\p{L}\\p{Nd}._-]\\p{M}*){0,63}$';

/** Pieces that occur all over the format, kept once under `$defs`. */
export const DEFINITIONS: JsonObject = {
  code: { type: 'string', pattern: CODE_PATTERN },
  text: { type: 'string', minLength: 1, maxLength: MAX_TEXT, pattern: '\\S' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  decimal: { anyOf: [{ type: 'number' }, { type: 'string', pattern: digits('-?', '') }] },
  notNegative: {
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: digits('', '') },
    ],
  },
  positive: {
    anyOf: [
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'string', pattern: digits('', '(?=.*[1-9])') },
    ],
  },
  count: {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: `^\\d{1,${MAX_DIGITS}}(\\.0+)?$` },
    ],
  },
  percentage: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 100 },
      { type: 'string', pattern: digits('', '') },
    ],
  },
  share: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^(\\d{1,9}/\\d{1,9}|\\d+(\\.\\d+)?%?)$' },
    ],
  },
};

function digits(sign: string, ahead: string): string {
  return `^${ahead}${sign}\\d{1,${MAX_DIGITS}}(\\.\\d{1,${MAX_DIGITS}})?$`;
}

/**
 * Such an object, whose members must be the keys its reader knows: a key added to a reader alone ends here with a
 * TypeError, before any schema is written.
 */
export function readObject(keys: readonly string[], members: Record<string, Schema>): Schema {
  const own = Object.keys(members).map((name) => name.replace(/\?$/, ''));
  const differing = [...own.filter((name) => !keys.includes(name)), ...keys.filter((key) => !own.includes(key))];
  if (differing.length > 0) throw new TypeError(`schema and reader differ in ${differing.join(', ')}`);
  return objectOf(members);
}
