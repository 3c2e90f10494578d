import type { JsonObject } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import { Problems } from '../text/problems.js';
import { roundToUnits } from '../number/rounding.js';
import type { Rational } from '../number/rational.js';
import { layoutOf } from '../plan/layout.js';
import type { PlanCriterion, PlanUnit } from '../plan/plan.js';
import type { Cell } from '../rules/kernels/kernel.js';
import type { Offer } from '../rules/rule.js';

/**
 * Whether the value of an entry is one its rule takes; else false, after telling what is wrong. A kernel loads
 * nothing that is not, so that most entries are judged without working out their points.
 */
export function checkValue(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path,
  problems: Problems,
): boolean {
  const kernel = layoutOf(unit.scale).kernels[criterion.index];
  if (kernel?.load(entry, targetOf(unit, criterion), CELL) === true) return true;
  return workOut(unit, criterion, entry, path, problems) !== undefined;
}

/**
 * The points of one entry, worked out exactly and rounded once, in units of 10^-digits of the unit's scale; of a
 * criterion measured against the best of the cluster, as if the unit were alone in it.
 * Undefined after telling what is wrong.
 */
export function measureEntry(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path | null,
  problems: Problems,
): bigint | undefined {
  const points = workOut(unit, criterion, entry, path, problems);
  return points && roundToUnits(points, unit.scale.digits, unit.scale.mode);
}

/** The same before rounding. */
function workOut(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path | null,
  problems: Problems,
): Rational | undefined {
  return criterion.rule!.points(offerOf(unit, criterion, entry, path, problems));
}

/** What a rule is offered of one entry. */
function offerOf(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: JsonObject,
  path: Path | null,
  problems: Problems,
): Offer {
  return { entry, target: targetOf(unit, criterion), params: unit.params, path, problems };
}

/**
 * What `work` gives for an entry that was accepted by the plan's checks. Throws a TypeError where it was not: that is
 * a fault of the caller.
 */
export function ofAccepted<T>(
  unit: PlanUnit,
  criterion: PlanCriterion,
  entry: unknown,
  work: (offer: Offer) => T | undefined,
): T {
  const problems = new Problems();
  const found = work(offerOf(unit, criterion, entry as JsonObject, ENTRY, problems));
  if (found !== undefined) return found;
  const [first] = problems.errors;
  throw new TypeError(`unit ${unit.code}, criterion ${criterion.code}: an entry never accepted (${first?.code})`);
}

const ENTRY: Path = { up: null, key: 'entry' };

/** The plan value assigned to the unit: a rule that asks for none does not look at it. */
export const targetOf = (unit: PlanUnit, { code }: PlanCriterion): Rational | undefined => unit.targets.get(code);

const CELL: Cell = { value: 0, whole: 0 };
