import { describe, expect, it } from '@jest/globals';
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
