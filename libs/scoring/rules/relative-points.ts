import {
  add,
  clamp,
  compare,
  divide,
  fromInteger,
  larger,
  multiply,
  smaller,
  subtract,
  ZERO,
  type Rational,
} from '../number/rational.js';
import type { Best, Direction, Measure, Note } from './rule.js';

const ONE = fromInteger(1n);

/** What a `relative` rule says: `atPlan` (s) is the share of max that reaching the plan is worth. */
export interface Standard {
  max: Rational;
  direction: Direction;
  atPlan: Rational;
}

/** The best of some measures, those with a plan and those without each by themselves. */
export function bestOf(direction: Direction, measures: Iterable<Measure>): Best {
  const best: Best = { plan: undefined, actual: undefined };
  for (const { of, value } of measures) {
    const known = best[of];
    const better = direction === 'higher' ? larger : smaller;
    best[of] = known === undefined ? value : better(known, value);
  }
  return best;
}

/** Points before rounding, in [0, max]; 0 where no competing unit has such a measure (spec, "Rules", `relative`). */
export function relativePoints(standard: Standard, { of, value }: Measure, best: Best, note?: Note): Rational {
  const among = best[of];
  if (among === undefined) return ZERO;
  const uncut = of === 'plan' ? byPlan(standard, value, among, note) : byActual(standard, value, among, note);
  note?.('uncut', uncut);
  return clamp(uncut, ZERO, standard.max);
}

/** Two bests are the same to everybody also where no competing unit is above its plan: the best ratio counts for nothing. */
export const isSameBest = (a: Best, b: Best): boolean =>
  isSame(a.actual, b.actual, () => false) &&
  isSame(a.plan, b.plan, (one, other) => compare(one, ONE) <= 0 && compare(other, ONE) <= 0);

const isSame = (
  a: Rational | undefined,
  b: Rational | undefined,
  isLike: (a: Rational, b: Rational) => boolean,
): boolean => (a === undefined || b === undefined ? a === b : compare(a, b) === 0 || isLike(a, b));

function byActual({ max, direction }: Standard, actual: Rational, best: Rational, note?: Note): Rational {
  note?.(direction === 'higher' ? 'best' : 'bestLow', best);
  if (direction === 'higher') return best.n === 0n ? ZERO : multiply(max, divide(actual, best));
  return actual.n === 0n ? max : multiply(max, divide(best, actual));
}

function byPlan({ max, atPlan }: Standard, ratio: Rational, best: Rational, note?: Note): Rational {
  note?.('ratio', ratio);
  note?.('atPlan', atPlan);
  if (compare(ratio, ONE) <= 0) return multiply(max, multiply(atPlan, ratio));
  note?.('bestRatio', best);
  if (compare(best, ONE) <= 0) return max;
  const above = divide(subtract(ratio, ONE), subtract(best, ONE));
  return multiply(max, add(atPlan, multiply(subtract(ONE, atPlan), above)));
}
