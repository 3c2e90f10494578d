import type { JsonObject, JsonValue } from './json-value.js';

/** A JSON Schema, or a piece of one. */
export type Schema = JsonObject;

/** A piece kept once under `$defs`; the names below are those of the schema of a competition file. */
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
export const listOf = (items: Schema, least = 0, most = Infinity): Schema => ({
  type: 'array',
  items,
  ...(least > 0 ? { minItems: least } : {}),
  ...(most < Infinity ? { maxItems: most } : {}),
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
