import { powerOfTen } from '../../number/decimal.js';
import { floor, larger, magnitude, negate, smaller, type Rational } from '../../number/rational.js';
import { roundToUnits } from '../../number/rounding.js';

/** A function a formula may call on numbers; `round` stands apart, since its digits are no number like others. */
export interface FormulaFunction {
  least: number;
  most: number;
  of(args: readonly Rational[]): Rational;
}

const one = (of: (a: Rational) => Rational): FormulaFunction => ({
  least: 1,
  most: 1,
  of: ([a]) => of(a as Rational), // the number of arguments was checked against `least`
});

const fold = (of: (a: Rational, b: Rational) => Rational): FormulaFunction => ({
  least: 2,
  most: Infinity,
  of: (args) => args.reduce(of),
});

export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map([
  ['min', fold(smaller)],
  ['max', fold(larger)],
  ['floor', one(floor)],
  ['ceil', one((a) => negate(floor(negate(a))))],
  ['abs', one(magnitude)],
]);

export const ROUND = 'round';
export const MAX_ROUND_DIGITS = 12;

/** `a` to so many decimals, a half away from zero. */
export const roundHalfUp = (a: Rational, digits: number): Rational => ({
  n: roundToUnits(a, digits, 'halfUp'),
  d: powerOfTen(digits),
});
