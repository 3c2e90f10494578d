import { exactText } from '../number/exact-text.js';
import { rationalOfFixed } from '../number/fixed.js';
import { compare, type Rational } from '../number/rational.js';
import type { PlanClass } from '../plan/plan.js';
import type { ClusterRanking, Standing } from '../standings/standing.js';
import type { ClassAccount, ClassOutcome, Condition } from './explanation.js';

/** What became of a unit at each class, the best first (spec, "Classes"). */
export function explainClasses(
  classes: readonly PlanClass[],
  { standings }: ClusterRanking,
  own: Standing,
): ClassAccount[] {
  const ranked = BigInt(standings.filter(({ rank }) => rank !== null).length);
  const given = classes.findIndex(({ code }) => code === own.class);
  return classes.map((rule, index) => {
    const conditions = conditionsOf(rule, own);
    const places = rule.share === undefined ? null : (rule.share.percent.n * ranked) / (rule.share.percent.d * 100n);
    return {
      code: rule.code,
      name: rule.name,
      outcome: outcomeOf(own, index, given, conditions),
      conditions,
      places: places === null ? null : Number(places),
      taken: standings.filter((standing) => standing.class === rule.code).length,
    };
  });
}

function outcomeOf(own: Standing, index: number, given: number, conditions: readonly Condition[]): ClassOutcome {
  if (own.rank === null) return 'unranked';
  if (index === given) return 'given';
  if (given >= 0 && index > given) return 'better';
  return conditions.every(({ met }) => met) ? 'places' : 'conditions';
}

function conditionsOf({ minTotal, maxPenalty, minParts }: PlanClass, own: Standing): Condition[] {
  return [
    ...(minTotal === undefined ? [] : [atLeast('minTotal', minTotal, own.total)]),
    ...(maxPenalty === undefined ? [] : [atMost('maxPenalty', maxPenalty, own.penalty)]),
    ...minParts.map(({ part, points }) => atLeast(`minParts.${part}`, points, own.parts[part] ?? '0')),
  ];
}

/** A minimum asked of a figure of the result. */
export const atLeast = (name: string, required: Rational, actual: string): Condition => ({
  name,
  required: exactText(required),
  actual,
  met: compare(rationalOfFixed(actual), required) >= 0,
});

const atMost = (name: string, required: Rational, actual: string): Condition => ({
  name,
  required: exactText(required),
  actual,
  met: compare(rationalOfFixed(actual), required) <= 0,
});
