import type { JsonObject } from '../file/json-value.js';
import type { Path } from '../file/path.js';
import type { Problems } from '../file/problems.js';
import { roundToUnits } from '../number/rounding.js';
import type { Rational } from '../number/rational.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';
import type { Note } from '../rules/rule.js';

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
  const points = workOut(unit, criterion, entry, path, problems);
  return points && roundToUnits(points, unit.scale.digits, unit.scale.mode);
}

/** The same before rounding, with its working told to `note` where somebody asks for it. */
export function workOut(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path,
  problems: Problems,
  note?: Note,
): Rational | undefined {
  const target = criterion.rule?.plan === undefined ? undefined : unit.targets.get(criterion.code);
  const offer = { entry, target, path, problems };
  return criterion.rule?.points(note === undefined ? offer : { ...offer, note });
}
