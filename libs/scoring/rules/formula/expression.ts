import type { Rational } from '../../number/rational.js';

/** The name of the criterion's max in every formula. */
export const FULL = 'full';

/** The values of the inputs, by name. */
export type Inputs = ReadonlyMap<string, Rational>;

/** A compiled part of a formula: a number, or the truth of a condition. */
export type Evaluate<T> = (inputs: Inputs) => T;

/** What is wrong with a formula, in words; found before anything is entered. */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault';
}

/** The one thing that can go wrong with a formula when it is computed. */
export class DivisionByZero extends Error {
  override readonly name = 'DivisionByZero';
}
