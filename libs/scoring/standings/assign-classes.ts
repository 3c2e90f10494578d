import { rationalOfFixed } from '../number/fixed.js';
import { compare } from '../number/rational.js';
import type { PlanClass } from '../plan/plan.js';
import type { Standing, UnitScore } from '../result/result.js';
import { fillPlaces } from './fill-places.js';

/** Gives each ranked unit its class, the best first; `groups` are the tie groups in rank order (spec, "Classes"). */
export function assignClasses(classes: readonly PlanClass[], groups: readonly (readonly Standing[])[]): void {
  const ranked = BigInt(groups.reduce((sum, group) => sum + group.length, 0));
  for (const rule of classes) {
    const waiting = groups.map((group) => group.filter((each) => each.class === null && satisfies(rule, each)));
    for (const standing of fillPlaces(waiting, placesOf(rule, ranked)).placed) standing.class = rule.code;
  }
}

/** floor(p·R/100), or null for no limit. */
export const placesOf = ({ maxPercent }: PlanClass, ranked: bigint): bigint | null =>
  maxPercent === undefined ? null : (maxPercent.n * ranked) / (maxPercent.d * 100n);

function satisfies({ minTotal, maxPenalty, minParts }: PlanClass, score: UnitScore): boolean {
  if (minTotal !== undefined && compare(rationalOfFixed(score.total), minTotal) < 0) return false;
  if (maxPenalty !== undefined && compare(rationalOfFixed(score.penalty), maxPenalty) > 0) return false;
  return minParts.every(({ part, points }) => compare(rationalOfFixed(score.parts[part] ?? '0'), points) >= 0);
}
