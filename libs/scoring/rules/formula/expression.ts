import type { ErrorParams } from '../../text/problems.js';
import type { Rational } from '../../number/rational.js';

/** The name of the criterion's max in every formula. */
export const FULL = 'full';

/** The values of the inputs, by name. */
export type Inputs = ReadonlyMap<string, Rational>;

/** A compiled part of a formula: a number, or the truth of a condition. */
export type Evaluate<T> = (inputs: Inputs) => T;

/**
 * What is wrong with a formula; found before anything is entered. `params` has a `reason` and the figures from which it
 * can be said in any language.
 */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault';

  constructor(
    message: string,
    readonly params: ErrorParams & { reason: string },
  ) {
    super(message);
  }
}

/** The one thing that can go wrong with a formula when it is computed. */
export class DivisionByZero extends Error {
  override readonly name = 'DivisionByZero';
}
