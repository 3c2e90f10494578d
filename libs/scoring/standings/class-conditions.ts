import { powerOfTen } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import { wholeOf } from '../number/whole.js';
import type { PlanClass } from '../plan/plan.js';
import { partKey, PENALTY, TOTAL, type FigureKey, type UnitFigures } from './figures.js';

/** Whether a unit's figures and `when` meet a class; what its facts or the collective it leads forbid is not asked. */
export function classTest(
  { index, minTotal, maxPenalty, minParts }: PlanClass,
  figures: UnitFigures,
  met: readonly (Uint8Array | undefined)[],
): (unit: number) => boolean {
  const conditions = minParts.map((part) => atLeast(figures, partKey(part), part.points));
  if (minTotal !== undefined) conditions.push(atLeast(figures, TOTAL, minTotal));
  if (maxPenalty !== undefined) conditions.push(atMost(figures, PENALTY, maxPenalty));
  const when = met[index];
  if (when !== undefined) conditions.push((unit) => when[unit] === 1);
  return conditions.length === 1 ? conditions[0]! : (unit) => conditions.every((meets) => meets(unit));
}

/** Whether a unit's figure is at least so many points. */
export function atLeast(figures: UnitFigures, key: FigureKey, points: Rational): (unit: number) => boolean {
  const { column, at } = figures.figure(key);
  // A whole number is at least a fraction exactly when it is at least the next whole number.
  const least = wholeOf(-floorDivide(-points.n * powerOfTen(figures.digits), points.d));
  return (unit) => column[at + unit]! >= least;
}

function atMost(figures: UnitFigures, key: FigureKey, points: Rational): (unit: number) => boolean {
  const { column, at } = figures.figure(key);
  const most = wholeOf(floorDivide(points.n * powerOfTen(figures.digits), points.d));
  return (unit) => column[at + unit]! <= most;
}

const floorDivide = (n: bigint, d: bigint): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);
