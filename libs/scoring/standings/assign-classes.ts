import type { Rational } from '../number/rational.js';
import { powerOfTen } from '../number/decimal.js';
import { wholeOf } from '../number/whole.js';
import type { PlanClass } from '../plan/plan.js';
import { fillPlaces } from './fill-places.js';
import { partKey, PENALTY, TOTAL, type FigureKey, type UnitFigures } from './figures.js';

/** Units in rank order, and where each one's class goes: an index in the list of classes, -1 for none. */
interface Ranked {
  figures: UnitFigures;
  order: Int32Array;
  ranks: Int32Array;
  ranked: number;
  classes: Int32Array;
}

/** Gives each ranked unit its class, the best first, a tie group at a time (spec, "Classes"). */
export function assignClasses(rules: readonly PlanClass[], cluster: Ranked): void {
  const { figures, ranks, ranked, classes } = cluster;
  classes.fill(-1);
  const order = [...cluster.order.subarray(0, ranked)];
  rules.forEach((rule, index) => {
    const satisfies = conditionsOf(rule, figures);
    const waiting = order.filter((unit) => classes[unit] === -1 && satisfies(unit));
    const places = Number(placesOf(rule, BigInt(ranked)) ?? Infinity);
    const { placed } = fillPlaces(waiting, (a, b) => ranks[a] === ranks[b], places);
    for (let i = 0; i < placed; i++) classes[waiting[i]!] = index;
  });
}

/** floor(p·R/100), or null for no limit. */
export const placesOf = ({ maxPercent }: PlanClass, ranked: bigint): bigint | null =>
  maxPercent === undefined ? null : (maxPercent.n * ranked) / (maxPercent.d * 100n);

/** Whether a unit meets every condition of a class. */
function conditionsOf({ minTotal, maxPenalty, minParts }: PlanClass, figures: UnitFigures): (unit: number) => boolean {
  const conditions = minParts.map((part) => atLeast(figures, partKey(part), part.points));
  if (minTotal !== undefined) conditions.push(atLeast(figures, TOTAL, minTotal));
  if (maxPenalty !== undefined) conditions.push(atMost(figures, PENALTY, maxPenalty));
  return (unit) => conditions.every((meets) => meets(unit));
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
