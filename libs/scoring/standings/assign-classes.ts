import type { Rational } from '../number/rational.js';
import { powerOfTen } from '../number/decimal.js';
import { wholeOf, type Whole } from '../number/whole.js';
import type { PlanClass } from '../plan/plan.js';
import { fillPlaces } from './fill-places.js';
import { partKey, PENALTY, TOTAL, type UnitFigures } from './figures.js';

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
    for (const unit of fillPlaces(waiting, (a, b) => ranks[a] === ranks[b], places).placed) classes[unit] = index;
  });
}

/** floor(p·R/100), or null for no limit. */
export const placesOf = ({ maxPercent }: PlanClass, ranked: bigint): bigint | null =>
  maxPercent === undefined ? null : (maxPercent.n * ranked) / (maxPercent.d * 100n);

/** Whether a unit meets every condition of a class. */
function conditionsOf({ minTotal, maxPenalty, minParts }: PlanClass, figures: UnitFigures): (unit: number) => boolean {
  const { digits } = figures;
  const minima = minParts.map((part) => ({ ...figures.figure(partKey(part)), bound: leastUnits(part.points, digits) }));
  if (minTotal !== undefined) minima.push({ ...figures.figure(TOTAL), bound: leastUnits(minTotal, digits) });
  const penalty = figures.figure(PENALTY);
  const most = maxPenalty && mostUnits(maxPenalty, digits);
  return (unit) =>
    minima.every(({ column, at, bound }) => column[at + unit]! >= bound) &&
    (most === undefined || penalty.column[penalty.at + unit]! <= most);
}

/** A whole number of units of 10^-digits is at least `bound` exactly when it is at least this. */
export const leastUnits = (bound: Rational, digits: number): Whole =>
  wholeOf(-floorDivide(-bound.n * powerOfTen(digits), bound.d));

/** A whole number of units of 10^-digits is at most `bound` exactly when it is at most this. */
const mostUnits = (bound: Rational, digits: number): Whole =>
  wholeOf(floorDivide(bound.n * powerOfTen(digits), bound.d));

const floorDivide = (n: bigint, d: bigint): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);
