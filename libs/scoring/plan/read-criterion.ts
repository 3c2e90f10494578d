import type { JsonValue } from '../text/json-value.js';
import { Fields } from '../text/fields.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { readBound } from './read-bound.js';
import { formatUnits } from '../number/fixed.js';
import { powerOfTen } from '../number/decimal.js';
import type { Place, PlanCriterion } from './plan.js';
import { bindRule } from '../rules/registry.js';

export const KEYS = ['code', 'name', 'max', 'scoredBy', 'evidence', 'mandatory', 'rule'];

/** A criterion with what its scale needs to add up. */
export interface ReadCriterion {
  criterion: PlanCriterion;
  path: Path;
  /** In units of 10^-digits; undefined when it is wrong. */
  max: bigint | undefined;
}

/** Checks one criterion and binds its rule (spec, "Criterion"). */
export function readCriterion(
  value: JsonValue,
  path: Path,
  problems: Problems,
  digits: number,
  place: Place,
): ReadCriterion | undefined {
  const fields = Fields.open(value, path, problems, KEYS);
  if (fields === undefined) return undefined;
  const code = fields.code('code');
  const name = fields.text('name');
  const max = readBound(fields, 'max', digits, 'positive');
  const scoredBy = fields.has('scoredBy') ? fields.oneOf('scoredBy', ['unit', 'cluster', 'office']) : 'unit';
  const evidence = fields.has('evidence') ? fields.oneOf('evidence', ['required', 'optional']) : 'optional';
  const mandatory = fields.has('mandatory') ? fields.flag('mandatory') : typeof place === 'number';
  const raw = fields.raw('rule');
  const full = { n: max ?? 0n, d: powerOfTen(digits) };
  // Without a max the points a rule names cannot be judged; the max itself was told.
  const rule = raw === undefined || max === undefined ? undefined : bindRule(raw, fields.at('rule'), problems, full);
  if (code === undefined) return undefined;
  return {
    path,
    max,
    criterion: {
      index: 0,
      code,
      name: name ?? '',
      max: formatUnits(max ?? 0n, digits),
      place,
      scoredBy: scoredBy ?? 'unit',
      evidence: evidence ?? 'optional',
      mandatory: mandatory ?? false,
      kind: kindOf(raw),
      rule,
    },
  };
}

function kindOf(rule: JsonValue | undefined): string {
  const kind = typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? rule['kind'] : undefined;
  return typeof kind === 'string' ? kind : '';
}
