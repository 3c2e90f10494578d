import { MAX_SCALE_DIGITS } from '../number/fixed.js';
import { ROUNDING_MODES } from '../number/rounding.js';
import { COMBINE_WAYS, NOT_ASSIGNED_MODES, STAGE_AUTHORS } from '../plan/competition.js';
import { FORMAT } from '../plan/format.js';
import { MOST_CRITERIA, MOST_ITEMS, MOST_KEYS, MOST_SECTIONS } from '../plan/limits.js';
import { NOT_ASSIGNED_KEYS } from '../plan/read-assignments.js';
import { KEYS as CAMPAIGN_KEYS } from '../plan/read-campaign.js';
import { KEYS as CLASS_KEYS, SHARE_KEYS } from '../plan/read-classes.js';
import { KEYS as CLUSTER_KEYS, UNIT_KEYS } from '../plan/read-clusters.js';
import { APPLIES_KEYS, KEYS as CRITERION_KEYS } from '../plan/read-criterion.js';
import { FACT_KEYS, KIND_KEYS } from '../plan/read-facts.js';
import { COUNT_KEYS, PERCENT_KEYS } from '../plan/read-quota.js';
import { KEYS as RANKING_KEYS } from '../plan/read-ranking.js';
import { KEYS as REWARD_KEYS } from '../plan/read-rewards.js';
import { COMBINE_KEYS, ROUND_KEYS } from '../plan/read-rounds.js';
import { KEYS as SCALE_KEYS } from '../plan/read-scale.js';
import { EXTRA_KEYS, GROUP_KEYS } from '../plan/read-sections.js';
import { KEYS as STAGE_KEYS } from '../plan/read-stages.js';
import { KEYS as VOTE_KEYS } from '../plan/read-vote.js';
import { VALUE_FIELDS } from '../rules/registry.js';
import { MAX_TEXT } from '../text/fields.js';
import { ruleSchema } from './rule-schemas.js';
import * as is from './schema-parts.js';
import type { Schema } from './schema-parts.js';

const { objectOf, readObject, listOf, mapOf, oneOf, ref } = is;
const KIND = oneOf(['collective', 'individual']);
const SCOPE = oneOf(['cluster', 'campaign']);
const CODES = listOf(is.CODE_REF);
const CONDITION = ref('condition');
const bound = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** What stands in a section: criteria, groups, or both. */
const CONTENT = {
  'criteria?': listOf(ref('criterion'), 0, MOST_CRITERIA),
  'groups?': listOf(ref('group'), 0, MOST_SECTIONS),
};

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
  'scoredBy?': is.TEXT,
  'evidence?': oneOf(['required', 'optional']),
  'mandatory?': is.FLAG,
  'sign?': oneOf(['plus', 'minus']),
  'appliesTo?': readObject(APPLIES_KEYS, { 'any?': CODES, 'none?': CODES }),
  rule: ref('rule'),
});

const section = { code: is.CODE_REF, name: is.TEXT, 'min?': bound(is.NOT_NEGATIVE) };
/** A group is not empty (spec, "Scale"). */
const group = {
  ...readObject(GROUP_KEYS, { ...section, 'max?': is.NOT_NEGATIVE, ...CONTENT }),
  anyOf: ['criteria', 'groups'].map((key) => ({ required: [key], properties: { [key]: { minItems: 1 } } })),
};
const part = readObject(GROUP_KEYS, { ...section, max: is.NOT_NEGATIVE, ...CONTENT });
const extra = readObject(EXTRA_KEYS, { 'max?': is.NOT_NEGATIVE, 'when?': CONDITION, ...CONTENT });

const condition = objectOf({
  inputs: mapOf({ type: 'string' }),
  expr: { type: 'string', minLength: 1, maxLength: 1000 },
});

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
  'notAssigned?': oneOf(NOT_ASSIGNED_MODES),
  parts: listOf(part, 0, MOST_SECTIONS),
  'bonus?': extra,
  'penalty?': extra,
});

const cluster = readObject(CLUSTER_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  scale: is.CODE_REF,
  'head?': is.CODE_REF,
  'deputies?': CODES,
  units: listOf(
    readObject(UNIT_KEYS, {
      code: is.CODE_REF,
      name: is.TEXT,
      'kind?': KIND,
      'traits?': CODES,
      'params?': mapOf(is.DECIMAL),
      'headOf?': is.CODE_REF,
      'competes?': is.FLAG,
    }),
  ),
});

/** Which value fields an entry has is its criterion's rule's to say: a schema cannot look that up. */
const entry = objectOf({
  unit: is.CODE_REF,
  criterion: is.CODE_REF,
  'stage?': is.CODE_REF,
  'round?': is.CODE_REF,
  'evidence?': listOf(is.TEXT),
  // An empty one is none, not a wrong one.
  'reason?': { type: 'string', maxLength: MAX_TEXT },
  ...Object.fromEntries([...VALUE_FIELDS].map(([key, schema]) => [`${key}?`, schema])),
});

const rule = readObject(CLASS_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  'minTotal?': is.DECIMAL,
  'maxPenalty?': is.DECIMAL,
  'minParts?': mapOf(is.DECIMAL),
  'when?': CONDITION,
  'maxPercent?': ref('percentage'),
  'maxShare?': readObject(SHARE_KEYS, { percent: is.NOT_NEGATIVE, 'of?': is.TEXT, 'scope?': SCOPE }),
});

const reward = readObject(REWARD_KEYS, {
  code: is.CODE_REF,
  name: is.TEXT,
  'for?': KIND,
  'scope?': SCOPE,
  quota: {
    oneOf: [
      readObject(COUNT_KEYS, { count: is.COUNT }),
      readObject(PERCENT_KEYS, {
        percent: ref('percentage'),
        'of?': is.TEXT,
        'rounding?': oneOf(['down', 'up', 'halfUp']),
      }),
    ],
  },
  'maxRank?': is.COUNT,
  'minTotal?': is.DECIMAL,
  'classes?': CODES,
  'minClusterSize?': is.COUNT,
  'excludes?': CODES,
  'requires?': CODES,
  'when?': CONDITION,
  'vote?': readObject(VOTE_KEYS, {
    quorum: ref('share'),
    base: oneOf(['members', 'present', 'cast']),
    'atLeast?': ref('share'),
    'moreThan?': ref('share'),
    'secret?': is.FLAG,
    'mustInclude?': listOf(is.TEXT),
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
      scales: listOf(scale, 0, MOST_ITEMS.scales),
      clusters: listOf(cluster, 0, MOST_ITEMS.clusters),
      'targets?': listOf(objectOf({ unit: is.CODE_REF, criterion: is.CODE_REF, plan: is.DECIMAL })),
      'entries?': listOf(entry),
      'holds?': listOf(
        objectOf({ unit: is.CODE_REF, kind: is.TEXT, from: is.DATE, 'to?': is.DATE, 'reason?': is.TEXT }),
      ),
      'stages?': listOf(
        readObject(STAGE_KEYS, { code: is.CODE_REF, name: is.TEXT, by: oneOf(STAGE_AUTHORS) }),
        1,
        MOST_ITEMS.stages,
      ),
      'rounds?': listOf(
        readObject(ROUND_KEYS, {
          code: is.CODE_REF,
          name: is.TEXT,
          from: is.DATE,
          to: is.DATE,
          'weight?': is.NOT_NEGATIVE,
        }),
        1,
        MOST_ITEMS.rounds,
      ),
      'combine?': readObject(COMBINE_KEYS, { 'how?': oneOf(COMBINE_WAYS), 'missing?': oneOf(['zero', 'skip']) }),
      'notAssigned?': listOf(
        readObject(NOT_ASSIGNED_KEYS, { unit: is.CODE_REF, criterion: is.CODE_REF, 'reason?': is.TEXT }),
      ),
      'factKinds?': listOf(
        readObject(KIND_KEYS, {
          code: is.CODE_REF,
          name: is.TEXT,
          'when?': CONDITION,
          'classAtMost?': is.CODE_REF,
          'barred?': is.FLAG,
        }),
        0,
        MOST_ITEMS.factKinds,
      ),
      'facts?': listOf(
        readObject(FACT_KEYS, {
          unit: is.CODE_REF,
          kind: is.CODE_REF,
          from: is.DATE,
          'to?': is.DATE,
          'reason?': is.TEXT,
          'document?': is.TEXT,
        }),
      ),
      'ranking?': readObject(RANKING_KEYS, {
        'precedence?': listOf({ type: 'string' }, 1, MOST_KEYS),
        'missing?': oneOf(['zero', 'unranked']),
        'stage?': is.CODE_REF,
        'stageWeights?': mapOf(is.NOT_NEGATIVE),
      }),
      'classes?': listOf(rule, 0, MOST_ITEMS.classes),
      'rewards?': listOf(reward, 0, MOST_ITEMS.rewards),
    }),
    $defs: { ...is.DEFINITIONS, criterion, group, condition, rule: ruleSchema() },
  };
}
