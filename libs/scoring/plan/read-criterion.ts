import { knownCodes } from '../text/known-codes.js';
import { powerOfTen } from '../number/decimal.js';
import { formatUnits } from '../number/fixed.js';
import { bindRule } from '../rules/registry.js';
import { Fields } from '../text/fields.js';
import { isObject, type JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { PlanCriterion, PlanStages, SectionKind } from './plan.js';
import { readBound } from './read-bound.js';
import { readCodes } from './read-codes.js';

export const KEYS = ['code', 'name', 'max', 'scoredBy', 'evidence', 'mandatory', 'sign', 'appliesTo', 'rule'];
export const APPLIES_KEYS = ['any', 'none'];

/** A criterion before its section has an index, with what its section needs to add up. */
export interface ReadCriterion {
  criterion: Omit<PlanCriterion, 'section'>;
  path: Path;
  /** In units of 10^-digits; undefined when it is wrong. */
  max: bigint | undefined;
}

/** What a criterion is read in. */
export interface CriterionScope {
  problems: Problems;
  digits: number;
  stages: PlanStages;
}

/** Checks one criterion and binds its rule (spec, "Criterion"); `top` is the kind of the outermost section around it. */
export function readCriterion(
  value: JsonValue,
  path: Path,
  { problems, digits, stages }: CriterionScope,
  top: SectionKind,
): ReadCriterion | undefined {
  const fields = Fields.open(value, path, problems, KEYS);
  if (fields === undefined) return undefined;
  const code = fields.code('code');
  const name = fields.text('name');
  const max = readBound(fields, 'max', digits, 'positive');
  const first = fields.has('scoredBy') ? readScoredBy(fields, stages) : undefined;
  const evidence = fields.has('evidence') ? fields.oneOf('evidence', ['required', 'optional']) : 'optional';
  const sign = fields.has('sign') ? fields.oneOf('sign', ['plus', 'minus']) : 'plus';
  if (sign === 'minus' && top === 'penalty') fields.range('sign', 'what is deducted already has no minus', 'minus');
  const mandatory = fields.has('mandatory') ? fields.flag('mandatory') : top === 'part' && sign !== 'minus';
  const raw = fields.raw('rule');
  const full = { n: max ?? 0n, d: powerOfTen(digits) };
  // Without a max the points a rule names cannot be judged; the max itself was told.
  const rule = raw === undefined || max === undefined ? undefined : bindRule(raw, fields.at('rule'), problems, full);
  const appliesTo = fields.has('appliesTo') ? readAppliesTo(fields) : { any: undefined, none: [] };
  if (code === undefined) return undefined;
  return {
    path,
    max,
    criterion: {
      index: 0,
      code,
      name: name ?? '',
      max: formatUnits(max ?? 0n, digits),
      maxUnits: max ?? 0n,
      sign: sign ?? 'plus',
      scoredBy: first?.scoredBy,
      firstLevel: first?.level ?? 0,
      evidence: evidence ?? 'optional',
      mandatory: mandatory ?? false,
      appliesTo,
      kind: kindOf(raw),
      written: isObject(raw) ? raw : {},
      rule,
    },
  };
}

/** The first stage that is entered by that author, or has that code. */
function readScoredBy(fields: Fields, { list }: PlanStages): { scoredBy: string; level: number } | undefined {
  const scoredBy = fields.reference('scoredBy');
  if (scoredBy === undefined) return undefined;
  const stage = list.find(({ by, code }) => by === scoredBy || code === scoredBy);
  if (stage !== undefined) return { scoredBy, level: stage.level };
  fields.problems.add('ref.unknown', fields.at('scoredBy'), 'there is no stage of this code, or of this author', {
    reason: 'stage',
    value: scoredBy.slice(0, 80),
    ...knownCodes(list.map(({ code }) => code)),
  });
  return undefined;
}

function readAppliesTo(owner: Fields): PlanCriterion['appliesTo'] {
  const fields = Fields.open(owner.record['appliesTo'], owner.at('appliesTo'), owner.problems, APPLIES_KEYS);
  return {
    any: fields?.has('any') ? readCodes(fields, 'any') : undefined,
    none: fields?.has('none') ? readCodes(fields, 'none') : [],
  };
}

function kindOf(rule: JsonValue | undefined): string {
  const kind = isObject(rule) ? rule['kind'] : undefined;
  return typeof kind === 'string' ? kind : '';
}
