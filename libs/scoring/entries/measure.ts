import type { JsonObject } from '../file/json-value.js';
import type { Path } from '../file/path.js';
import type { Problems } from '../file/problems.js';
import { roundToUnits } from '../number/rounding.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';

/**
 * The points of one entry, rounded once, in units of 10^-digits of the unit's scale. The only way from an
 * entry to points: checking and scoring both go through it. Undefined after telling what is wrong.
 */
export function measureEntry(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path,
  problems: Problems,
): bigint | undefined {
  const target = criterion.rule?.plan === undefined ? undefined : unit.targets.get(criterion.code);
  const points = criterion.rule?.points({ entry, target, path, problems });
  return points && roundToUnits(points, unit.scale.digits, unit.scale.mode);
}
