import { listOf, mapOf, objectOf, ref, type Schema } from '../text/json-schema.js';

const CODE = ref('code');
const CODES = listOf(CODE);
const POINTS = ref('points');
const FLAG = { type: 'boolean' };
const COUNT = { type: 'integer', minimum: 0 };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** What a unit has in one round, or without rounds: all but the class. */
const ROUND_STANDING = {
  unit: CODE,
  rank: orNull({ type: 'integer', minimum: 1 }),
  tied: FLAG,
  complete: FLAG,
  total: POINTS,
  base: POINTS,
  bonus: POINTS,
  penalty: POINTS,
  parts: mapOf(POINTS),
  groups: mapOf(POINTS),
  attainable: POINTS,
  facts: CODES,
  criteria: mapOf(objectOf({ points: POINTS, stage: CODE })),
  missing: listOf({ type: 'string' }),
};

const reward = objectOf({
  code: CODE,
  cluster: orNull(CODE),
  quota: COUNT,
  open: COUNT,
  proposed: CODES,
  tieAtEdge: CODES,
  held: CODES,
  barred: CODES,
});

/** JSON Schema (draft 2020-12) of a result document (spec, "The result"). Throws nothing. */
export function resultSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Result thidua-result/1',
    ...objectOf({
      format: { const: 'thidua-result/1' },
      engine: { type: 'string' },
      input: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
      clusters: listOf(
        objectOf({
          code: CODE,
          standings: listOf(ref('standing')),
          'rounds?': listOf(objectOf({ code: CODE, standings: listOf(ref('roundStanding')) })),
        }),
      ),
      rewards: listOf(ref('reward')),
    }),
    $defs: {
      code: { type: 'string', minLength: 1 },
      points: { type: 'string', pattern: '^-?\\d{1,100}(\\.\\d{1,6})?$' },
      roundStanding: objectOf(ROUND_STANDING),
      standing: objectOf({ ...ROUND_STANDING, class: orNull(CODE) }),
      reward,
    },
  };
}
