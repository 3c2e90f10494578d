import { RULE_FIELDS, RULE_KINDS } from '../rules/registry.js';
import {
  DATE,
  DECIMAL,
  listOf,
  mapOf,
  NOT_NEGATIVE,
  objectOf,
  oneOf,
  POSITIVE,
  readObject,
  TEXT,
  type Schema,
} from './schema-parts.js';

const DIRECTION = oneOf(['higher', 'lower']);

/** Members of a rule besides `kind`, by kind (spec, "Rules"). */
const MEMBERS: Record<string, Record<string, Schema>> = {
  direct: { 'step?': POSITIVE },
  ratio: { 'direction?': DIRECTION, 'threshold?': DECIMAL, 'plan?': DECIMAL },
  increment: {
    base: NOT_NEGATIVE,
    'per?': POSITIVE,
    'gain?': NOT_NEGATIVE,
    'loss?': NOT_NEGATIVE,
    'steps?': oneOf(['whole', 'proportional']),
    'direction?': DIRECTION,
    'plan?': DECIMAL,
  },
  bands: {
    'on?': oneOf(['actual', 'percent']),
    bands: listOf(objectOf({ 'from?': DECIMAL, 'to?': DECIMAL, points: NOT_NEGATIVE }), 1),
    'else?': NOT_NEGATIVE,
    'direction?': DIRECTION,
    'plan?': DECIMAL,
  },
  count: { each: NOT_NEGATIVE },
  choice: { options: mapOf(NOT_NEGATIVE, 1) },
  deadline: { due: DATE, perDay: NOT_NEGATIVE },
  checklist: { items: mapOf(NOT_NEGATIVE, 1) },
  mean: { 'direction?': DIRECTION },
  tally: { weights: mapOf(NOT_NEGATIVE, 1), 'exempt?': listOf(TEXT) },
  formula: { inputs: listOf(TEXT), expr: { type: 'string', minLength: 1, maxLength: 1000 } },
};

/** The schema of a criterion's rule: a member of each kind, told apart by `kind`. */
export function ruleSchema(): Schema {
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: oneOf(RULE_KINDS) },
    allOf: RULE_KINDS.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
      then: readObject(['kind', ...(RULE_FIELDS.get(kind) ?? [])], { kind: { const: kind }, ...MEMBERS[kind] }),
    })),
  };
}
