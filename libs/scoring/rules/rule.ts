import type { Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { Rational } from '../number/rational.js';
import type { Kernel, Rounding } from './kernels/kernel.js';

export type Direction = 'higher' | 'lower';

/** Where a rule's plan value may come from when the entry names none: the unit's target, then this. */
export interface PlanRule {
  direction: Direction;
  fallback: Rational | undefined;
}

/** What a rule may tell of its working, by the words of the spec's table; `uncut` = the points before a cut to [0, max]. */
export type Term =
  | 'actual'
  | 'plan'
  | 'planFrom'
  | 'percent'
  | 'threshold'
  | 'base'
  | 'per'
  | 'steps'
  | 'gain'
  | 'loss'
  | 'bandFrom'
  | 'bandTo'
  | 'else'
  | 'each'
  | 'count'
  | 'choice'
  | 'due'
  | 'on'
  | 'daysLate'
  | 'perDay'
  | 'done'
  | 'itemPercent'
  | 'labelCount'
  | 'labelWeight'
  | 'labelExempt'
  | 'expr'
  | 'input'
  | 'uncut';

/**
 * Takes one value a rule works with, as it works: an account of the points is the working itself, told. `label`
 * says which of several (an item, a label, an input).
 */
export type Note = (term: Term, value: Rational | string, label?: string) => void;

/** What is offered to a rule: one entry of one unit, with the plan assigned to that unit. */
export interface Offer {
  entry: JsonObject;
  target: Rational | undefined;
  path: Path | null;
  problems: Problems;
  /** Present where somebody asks for an account. */
  note?: Note;
}

/** A rule bound to its criterion, ready to turn entries into points. */
export interface BoundRule {
  /** Value fields an entry must have. */
  required: readonly string[];
  /** Value fields an entry may have besides. */
  optional: readonly string[];
  /** Present where the points depend on a plan value. */
  plan?: PlanRule;
  /**
   * Points before rounding, in [0, max]. `undefined` when the entry's value is wrong; then at least one
   * error was told to `offer.problems`. The required fields are known to be there.
   */
  points(offer: Offer): Rational | undefined;
  /**
   * The same rule for many units at once, where it is one of a value that is a number or two and its own numbers
   * are small enough. Never gives other points than `points`.
   */
  kernel?(rounding: Rounding): Kernel | undefined;
}

/** One kind of rule. Adding a kind is a file with one of these and a line in the registry. */
export interface RuleKind {
  kind: string;
  /** The fields of the rule besides `kind`. */
  fields: readonly string[];
  /** Checks the rule of a criterion worth `max` points at most and binds it; errors go to `fields.problems`. */
  bind(fields: Fields, max: Rational): BoundRule | undefined;
}
