import type { JsonObject } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { Rational } from '../number/rational.js';
import type { Kernel, Rounding } from './kernels/kernel.js';

export type Direction = 'higher' | 'lower';

/** Per cent of plan; `'infinite'` is the spec's +∞ (direction lower, nothing actual, something planned). */
export type Percent = Rational | 'infinite';

/** Where a rule's plan value may come from when the entry names none: the unit's target, then this. */
export interface PlanRule {
  direction: Direction;
  fallback: Rational | undefined;
}

/**
 * What a rule may tell of its working, by the words of the spec's table; `exactSteps` = steps
 * of which only the whole ones count, `uncut` = the points before a cut to [0, max],
 * `best` and `bestRatio` = what a `relative` rule measures against.
 */
export type Term =
  | 'actual'
  | 'plan'
  | 'planFrom'
  | 'planAside'
  | 'percent'
  | 'threshold'
  | 'base'
  | 'per'
  | 'exactSteps'
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
  | 'param'
  | 'atPlan'
  | 'ratio'
  | 'best'
  | 'bestLow'
  | 'withoutPlan'
  | 'bestRatio'
  | 'markCounted'
  | 'markDropped'
  | 'markMean'
  | 'markMedian'
  | 'outOf'
  | 'uncut';

/**
 * Takes one value a rule works with, as it works: an account of the points is the working itself, told. `label`
 * says which of several (an item, a label, an input, a member of a panel).
 */
export type Note = (term: Term, value: Rational | string, label?: string) => void;

/** What is offered to a rule: one entry of one unit, with the plan assigned to that unit and the figures of the unit. */
export interface Offer {
  entry: JsonObject;
  target: Rational | undefined;
  /** The unit's params, by name; a rule reads those it names in `BoundRule.params`. */
  params: ReadonlyMap<string, Rational>;
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
  /** Names of the unit's params the rule reads. */
  params?: readonly string[];
  /** The value field that `value:<code>` of a condition reads (spec, "Conditions"); absent where the kind has none. */
  value?: 'points' | 'actual' | 'count';
  /**
   * The per cent of plan of an accepted entry, for `percent:<code>` of a condition: `ratio`, `increment` and `bands` on
   * percent only.
   */
  percent?(offer: Offer): Percent | undefined;
  /**
   * Points before rounding, in [0, max]. `undefined` when the entry's value is wrong; then at least one
   * error was told to `offer.problems`. The required fields are known to be there. For a `relative` rule: the points
   * as if the unit were alone in its cluster.
   */
  points(offer: Offer): Rational | undefined;
  /**
   * The same rule for many units at once, where it is one of a value that is a number or two and its own numbers
   * are small enough. Never gives other points than `points`.
   */
  kernel?(rounding: Rounding): Kernel | undefined;
  /** Present for `relative` alone. */
  relative?: RelativeRule;
}

/** What of an entry a `relative` rule compares: its share of the plan (r), or its actual value where there is no plan. */
export interface Measure {
  of: 'plan' | 'actual';
  value: Rational;
}

/** What a cluster is measured against (R, and B or b); undefined where no competing unit has such a measure. */
export interface Best {
  plan: Rational | undefined;
  actual: Rational | undefined;
}

/** A rule whose points depend on the other units of the cluster (spec, "Rules", `relative`). */
export interface RelativeRule {
  /** What of an entry is compared; undefined after telling what is wrong with it. */
  measure(offer: Offer): Measure | undefined;
  /** The best of the measures of the competing units of a cluster. */
  best(measures: Iterable<Measure>): Best;
  /** Points before rounding, in [0, max]. */
  points(measure: Measure, best: Best, note?: Note): Rational;
  /** Whether two bests give everybody the same points. */
  isSame(a: Best, b: Best): boolean;
}
