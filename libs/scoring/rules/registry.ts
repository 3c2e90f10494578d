import { Fields } from '../text/fields.js';
import type { Schema } from '../text/json-schema.js';
import { isObject, member, type JsonObject, type JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import { Problems } from '../text/problems.js';
import type { Rational } from '../number/rational.js';
import { readFields } from './field-types.js';
import type { RuleKind } from './kind.js';
import { bands } from './kinds/bands.js';
import { checklist } from './kinds/checklist.js';
import { choice } from './kinds/choice.js';
import { count } from './kinds/count.js';
import { deadline } from './kinds/deadline.js';
import { direct } from './kinds/direct.js';
import { formula } from './kinds/formula.js';
import { increment } from './kinds/increment.js';
import { mean } from './kinds/mean.js';
import { panel } from './kinds/panel.js';
import { ratio } from './kinds/ratio.js';
import { relative } from './kinds/relative.js';
import { tally } from './kinds/tally.js';
import type { BoundRule } from './rule.js';

/** In the order of the spec's table. */
export const KINDS: readonly RuleKind[] = [
  direct,
  ratio,
  increment,
  bands,
  count,
  choice,
  deadline,
  checklist,
  mean,
  tally,
  formula,
  relative,
  panel,
];

const BY_KIND = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The rule kinds this engine computes. */
export const RULE_KINDS: readonly string[] = KINDS.map((kind) => kind.kind);

/**
 * Every value field of any kind of the format, with its schema; one in the wrong place is `entry.value.shape`, not an
 * unknown key.
 */
export const VALUE_FIELDS: ReadonlyMap<string, Schema> = new Map(KINDS.flatMap(({ values }) => Object.entries(values)));

/** Checks a criterion's `rule` and binds it to its max. Undefined after telling what is wrong. */
export function bindRule(value: JsonValue, path: Path, problems: Problems, max: Rational): BoundRule | undefined {
  const kind = kindOf(value);
  // What keys a rule of unknown kind may have is unknown too: only its kind is told.
  const keys = kind === undefined ? (isObject(value) ? Object.keys(value) : []) : keysOf(kind);
  const fields = Fields.open(value, path, problems, keys);
  if (fields === undefined) return undefined;
  if (kind !== undefined) {
    const before = problems.errors.length;
    const values = readFields(kind.fields, fields, max);
    const rule = values && kind.bind(values, max, fields);
    return problems.errors.length === before ? rule : undefined;
  }
  fields.oneOf('kind', RULE_KINDS); // tells that it is none of them, or missing
  return undefined;
}

/**
 * A rule with its kind and what its fields hold, for what is told of it besides points; undefined where it is not sound
 * by itself.
 */
export function openRule(rule: JsonObject, max: Rational): OpenRule | undefined {
  const kind = kindOf(rule);
  const problems = new Problems();
  if (kind === undefined || bindRule(rule, RULE, problems, max) === undefined) return undefined;
  const fields = Fields.open(rule, RULE, problems, keysOf(kind));
  const values = fields && readFields(kind.fields, fields, max);
  return values && { kind, values };
}

export interface OpenRule {
  kind: RuleKind;
  values: Readonly<Record<string, unknown>>;
}

const RULE: Path = { up: null, key: 'rule' };

const keysOf = ({ fields }: RuleKind): string[] => ['kind', ...Object.keys(fields)];

function kindOf(value: JsonValue): RuleKind | undefined {
  const kind = isObject(value) ? member(value, 'kind') : undefined;
  return typeof kind === 'string' ? BY_KIND.get(kind) : undefined;
}
