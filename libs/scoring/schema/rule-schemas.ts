import { KINDS, RULE_KINDS } from '../rules/registry.js';
import { objectOf, oneOf, type Schema } from './schema-parts.js';

/** The schema of a criterion's rule: a member of each kind, told apart by `kind`. */
export function ruleSchema(): Schema {
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: oneOf(RULE_KINDS) },
    allOf: KINDS.map(({ kind, fields }) => {
      const members = Object.entries(fields).map(([key, type]) => ['otherwise' in type ? `${key}?` : key, type.schema]);
      return {
        if: { properties: { kind: { const: kind } }, required: ['kind'] },
        // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
        then: objectOf({ kind: { const: kind }, ...(Object.fromEntries(members) as Record<string, Schema>) }),
      };
    }),
  };
}
