type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The same document with `nullable`, which OpenAPI 3.1 has no more, said as JSON Schema does. */
export function nullsOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each: Json) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each) || each['nullable'] !== true) return each;
    const { nullable: _nullable, description, ...schema } = each;
    const told = description === undefined ? {} : { description };
    if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }], ...told };
    const values = schema['enum'] === undefined ? {} : { enum: [...(schema['enum'] as Json[]), null] };
    return { ...schema, ...values, type: [schema['type'], 'null'], ...told };
  }) as unknown;
}
