import { MAX_TEXT } from '../text/fields.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { MAX_DIGITS } from '../number/decimal.js';

/** A JSON Schema, or a piece of one. */
export type Schema = JsonObject;

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

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const CODE_REF = ref('code');
export const TEXT = ref('text');
export const DATE = ref('date');
export const DECIMAL = ref('decimal');
export const NOT_NEGATIVE = ref('notNegative');
export const POSITIVE = ref('positive');
export const COUNT = ref('count');
export const FLAG: Schema = { type: 'boolean' };

export const oneOf = (values: readonly string[]): Schema => ({ enum: [...values] });
export const listOf = (items: Schema, least = 0): Schema => ({
  type: 'array',
  items,
  ...(least > 0 ? { minItems: least } : {}),
});
export const mapOf = (values: Schema, least = 0): Schema => ({
  type: 'object',
  additionalProperties: values,
  ...(least > 0 ? { minProperties: least } : {}),
});

/** An object of exactly these members; those whose name ends in `?` may be absent. */
export function objectOf(members: Record<string, Schema>): Schema {
  const entries = Object.entries(members).map(([name, schema]) => ({
    name: name.replace(/\?$/, ''),
    optional: name.endsWith('?'),
    schema,
  }));
  const required: JsonValue[] = entries.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
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
