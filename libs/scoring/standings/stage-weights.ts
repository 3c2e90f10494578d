import { add, divide, fromInteger, multiply, ZERO, type Rational } from '../number/rational.js';
import { roundToUnits, type RoundingMode } from '../number/rounding.js';

/** Σ w·p and Σ w over the stages that have points and a weight. */
export interface WeighedSum {
  sum: Rational;
  whole: Rational;
}

/** The two sums of `weightedPoints`; undefined where no stage with a weight has points. */
export function weigh(weights: readonly Rational[], points: readonly (bigint | undefined)[]): WeighedSum | undefined {
  let sum = ZERO;
  let whole = ZERO;
  points.forEach((own, level) => {
    const weight = weights[level];
    if (own === undefined || weight === undefined) return;
    sum = add(sum, multiply(weight, fromInteger(own)));
    whole = add(whole, weight);
  });
  return whole.n === 0n ? undefined : { sum, whole };
}

/**
 * Σ w·p/Σ w over the stages that have points, rounded once more (spec, "Entry": `stageWeights`). `points` are whole
 * units of 10^-digits by level, undefined where nothing is entered; undefined where no stage with a weight has any.
 */
export function weightedPoints(
  weights: readonly Rational[],
  points: readonly (bigint | undefined)[],
  mode: RoundingMode,
): bigint | undefined {
  const weighed = weigh(weights, points);
  return weighed && roundToUnits(divide(weighed.sum, weighed.whole), 0, mode);
}
