import { describe, expect, it } from '@jest/globals';
import { resultSchema } from '../../../libs/scoring/schema/result-schema.js';
import { objectOf, readObject, TEXT } from '../../../libs/scoring/schema/schema-parts.js';

describe('the schema of an object', () => {
  it('knows exactly the keys its reader knows', () => {
    const members = { 'a?': TEXT, b: TEXT };
    expect(readObject(['b', 'a'], members)).toEqual(objectOf(members));
    expect(() => readObject(['a', 'b', 'c', 'd'], members)).toThrow('schema and reader differ in c, d');
    expect(() => readObject(['b'], members)).toThrow('schema and reader differ in a');
    expect(() => readObject(['b', 'c'], members)).toThrow(TypeError);
  });

  it('asks for the members that may not be absent', () => {
    expect(objectOf({ 'a?': TEXT, b: TEXT })).toEqual({
      type: 'object',
      properties: { a: { $ref: '#/$defs/text' }, b: { $ref: '#/$defs/text' } },
      required: ['b'],
      additionalProperties: false,
    });
    expect(objectOf({ 'a?': TEXT })).not.toHaveProperty('required');
  });
});

describe('the schema of results', () => {
  const { $schema, properties, $defs } = resultSchema() as unknown as {
    $schema: string;
    properties: Record<string, object>;
    $defs: Record<string, { properties: Record<string, object> }>;
  };

  it('is of the dialect that it names, for this format and its hash', () => {
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(properties).toMatchObject({
      format: { const: 'thidua-result/1' },
      engine: { type: 'string' },
      input: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    });
  });

  it('says of each figure what it may be', () => {
    expect($defs).toMatchObject({
      code: { type: 'string', minLength: 1 },
      points: { type: 'string', pattern: String.raw`^-?\d{1,100}(\.\d{1,6})?$` },
    });
    expect($defs['roundStanding']!.properties).toMatchObject({
      rank: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
      tied: { type: 'boolean' },
      missing: { type: 'array', items: { type: 'string' } },
    });
    expect($defs['reward']!.properties).toMatchObject({ quota: { type: 'integer', minimum: 0 } });
  });
});
