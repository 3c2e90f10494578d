import { add, fromInteger, multiply, ZERO, type Rational } from '../number/rational.js';
import { roundToUnits, type RoundingMode } from '../number/rounding.js';

/**
 * Σ w·p/Σ w over the stages that have points, rounded once more (spec, "Entry": `stageWeights`). `points` are whole
 * units of 10^-digits by level, undefined where nothing is entered; undefined where no stage with a weight has any.
 */
export function weightedPoints(
  weights: readonly Rational[],
  points: readonly (bigint | undefined)[],
  mode: RoundingMode,
): bigint | undefined {
  let sum = ZERO;
  let whole = ZERO;
  points.forEach((own, level) => {
    const weight = weights[level];
    if (own === undefined || weight === undefined) return;
    sum = add(sum, multiply(weight, fromInteger(own)));
    whole = add(whole, weight);
  });
  return whole.n === 0n ? undefined : roundToUnits({ n: sum.n * whole.d, d: sum.d * whole.n }, 0, mode);
}
