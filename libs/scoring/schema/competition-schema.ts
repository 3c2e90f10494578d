import { STAGES } from '../plan/competition.js';
import { FORMAT } from '../plan/format.js';
import { KEYS as CAMPAIGN_KEYS } from '../plan/read-campaign.js';
import { KEYS as CLASS_KEYS } from '../plan/read-classes.js';
import { KEYS as CLUSTER_KEYS } from '../plan/read-clusters.js';
import { KEYS as CRITERION_KEYS } from '../plan/read-criterion.js';
import { KEYS as REWARD_KEYS } from '../plan/read-rewards.js';
import { KEYS as SCALE_KEYS } from '../plan/read-scale.js';
import { MAX_SCALE_DIGITS } from '../number/fixed.js';
import { ROUNDING_MODES } from '../number/rounding.js';
import { VALUE_FIELDS } from '../rules/registry.js';
import { ruleSchema } from './rule-schemas.js';
import * as is from './schema-parts.js';
import type { Schema } from './schema-parts.js';

const { objectOf, readObject, listOf, mapOf, oneOf, ref } = is;
const KIND = oneOf(['collective', 'individual']);
const STAGE = oneOf(STAGES);
const CRITERIA = listOf(ref('criterion'));
const CODES = listOf(is.CODE_REF);
const bound = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

const campaign = readObject(CAMPAIGN_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  'theme?': is.TEXT,
  from: is.DATE,
  to: is.DATE,
  'basis?': listOf(is.TEXT),
});

const criterion = readObject(CRITERION_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  max: is.POSITIVE,
  'scoredBy?': oneOf(['unit', 'cluster', 'office']),
  'evidence?': oneOf(['required', 'optional']),
  'mandatory?': is.FLAG,
  rule: ref('rule'),
});

const extra = objectOf({ 'max?': is.NOT_NEGATIVE, criteria: CRITERIA });

const scale = readObject(SCALE_KEYS, {
  code: is.CODE_REF,
  version: is.POSITIVE,
  name: is.TEXT,
  'rounding?': objectOf({
    'digits?': { anyOf: [{ type: 'integer', minimum: 0, maximum: MAX_SCALE_DIGITS }, { type: 'string' }] },
    'mode?': oneOf(ROUNDING_MODES),
  }),
  'floor?': bound(is.DECIMAL),
  'ceiling?': bound(is.DECIMAL),
  parts: listOf(objectOf({ code: is.CODE_REF, name: is.TEXT, max: is.NOT_NEGATIVE, criteria: CRITERIA })),
  'bonus?': extra,
  'penalty?': extra,
});

const cluster = readObject(CLUSTER_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  scale: is.CODE_REF,
  'head?': is.CODE_REF,
  'deputies?': CODES,
  units: listOf(objectOf({ code: is.CODE_REF, name: is.TEXT, 'kind?': KIND })),
});

/** Which value fields an entry has is its criterion's rule's to say: a schema cannot look that up. */
const entry = objectOf({
  unit: is.CODE_REF,
  criterion: is.CODE_REF,
  'stage?': STAGE,
  'evidence?': listOf(is.TEXT),
  'reason?': is.TEXT,
  ...Object.fromEntries([...VALUE_FIELDS].map(([key, schema]) => [`${key}?`, schema])),
});

const rule = readObject(CLASS_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  'minTotal?': is.DECIMAL,
  'maxPenalty?': is.DECIMAL,
  'minParts?': mapOf(is.DECIMAL),
  'maxPercent?': ref('percentage'),
});

const reward = readObject(REWARD_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  'for?': KIND,
  scope: oneOf(['cluster', 'campaign']),
  quota: {
    oneOf: [
      objectOf({ count: is.COUNT }),
      objectOf({ percent: ref('percentage'), 'rounding?': oneOf(['down', 'up', 'halfUp']) }),
    ],
  },
  'maxRank?': is.COUNT,
  'minTotal?': is.DECIMAL,
  'classes?': CODES,
  'minClusterSize?': is.COUNT,
  'excludes?': CODES,
  'vote?': objectOf({
    quorum: ref('share'),
    base: oneOf(['members', 'present', 'cast']),
    atLeast: ref('share'),
    'secret?': is.FLAG,
  }),
});

/**
 * JSON Schema (draft 2020-12) of a competition file (spec, "Top level" and all below it), for editors. It knows the
 * shape of a file, not its meaning: what refers to something else, and what must add up, is only told by `checkText`.
 * Whatever it refuses is refused there. Throws nothing.
 */
export function competitionSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Competition file ${FORMAT.name}`,
    ...readObject(FORMAT.keys, {
      format: { const: FORMAT.name },
      'asOf?': is.DATE,
      campaign,
      scales: listOf(scale),
      clusters: listOf(cluster),
      'targets?': listOf(objectOf({ unit: is.CODE_REF, criterion: is.CODE_REF, plan: is.DECIMAL })),
      entries: listOf(entry),
      'holds?': listOf(
        objectOf({ unit: is.CODE_REF, kind: is.TEXT, from: is.DATE, 'to?': is.DATE, 'reason?': is.TEXT }),
      ),
      'ranking?': objectOf({
        'precedence?': listOf({ type: 'string' }, 1),
        'missing?': oneOf(['zero', 'unranked']),
        'stage?': STAGE,
      }),
      'classes?': listOf(rule),
      'rewards?': listOf(reward),
    }),
    $defs: { ...is.DEFINITIONS, criterion, rule: ruleSchema() },
  };
}
