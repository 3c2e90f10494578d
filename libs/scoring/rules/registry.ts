import { Fields } from '../text/fields.js';
import { isObject, member, type JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { Rational } from '../number/rational.js';
import { bands } from './bands.js';
import { checklist } from './checklist.js';
import { choice } from './choice.js';
import { count } from './count.js';
import { deadline } from './deadline.js';
import { direct } from './direct.js';
import { formula } from './formula.js';
import { increment } from './increment.js';
import { mean } from './mean.js';
import { ratio } from './ratio.js';
import type { BoundRule, RuleKind } from './rule.js';
import { tally } from './tally.js';

/** In the order of the spec's table. */
const KINDS: readonly RuleKind[] = [
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
];

/** Every value field of any kind of the format; one in the wrong place is `entry.value.shape`, not an unknown key. */
export const VALUE_FIELDS: ReadonlySet<string> = new Set([
  'points',
  'actual',
  'plan',
  'count',
  'choice',
  'on',
  'done',
  'items',
  'tally',
  'inputs',
]);

const BY_KIND = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The rule kinds this engine computes. */
export const RULE_KINDS: readonly string[] = KINDS.map((kind) => kind.kind);

/** The fields of a rule besides `kind`, by kind. */
export const RULE_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  KINDS.map((kind) => [kind.kind, kind.fields]),
);

/** Checks a criterion's `rule` and binds it to its max. Undefined after telling what is wrong. */
export function bindRule(value: JsonValue, path: Path, problems: Problems, max: Rational): BoundRule | undefined {
  const known = kindOf(value);
  // What keys a rule of unknown kind may have is unknown too: only its kind is told.
  const keys = known === undefined ? (isObject(value) ? Object.keys(value) : []) : ['kind', ...known.fields];
  const fields = Fields.open(value, path, problems, keys);
  if (fields === undefined) return undefined;
  if (known !== undefined) {
    const before = problems.errors.length;
    const rule = known.bind(fields, max);
    return problems.errors.length === before ? rule : undefined;
  }
  fields.oneOf('kind', RULE_KINDS); // tells that it is none of them, or missing
  return undefined;
}

function kindOf(value: JsonValue): RuleKind | undefined {
  const kind = isObject(value) ? member(value, 'kind') : undefined;
  return typeof kind === 'string' ? BY_KIND.get(kind) : undefined;
}
