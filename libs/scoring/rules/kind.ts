import type { Fields } from '../text/fields.js';
import type { Schema } from '../text/json-schema.js';
import type { ErrorParams } from '../text/problems.js';
import type { Rational } from '../number/rational.js';
import type { RuleFields, Values } from './field-types.js';
import type { FormField, Language } from './form.js';
import type { Figures, KindWords } from './figures.js';
import type { BoundRule } from './rule.js';

/** Warnings that a kind has of its own (their meaning: warnings/warning.ts). */
export type RemarkCode = 'rule.band.unmet' | 'rule.else.unmet' | 'rule.weights.sum';

/** What can be computed but is hardly meant; `keys` lead from the rule to where it stands. */
export interface Remark {
  warning: RemarkCode;
  keys: readonly (string | number)[];
  message: string;
  params: ErrorParams;
}

/**
 * All there is to say of one kind of rule. From it come the reader, the JSON Schema, the warnings, the words and the
 * form of an entry. Adding a kind is a file with one of these and a line in the registry.
 */
export interface RuleKind<F extends RuleFields = RuleFields> {
  kind: string;
  /** The fields of the rule besides `kind`. */
  fields: F;
  /** The value fields an entry may have; which of them it must have is the bound rule's to say. */
  values: Readonly<Record<string, Schema>>;
  /**
   * Binds a rule that was read to a criterion worth `max` points at most. Checks what concerns several fields: errors
   * go to `fields.problems`, and then nothing is bound.
   */
  bind(rule: Values<F>, max: Rational, fields: Fields): BoundRule | undefined;
  /** The most points the rule gives for any value at all, before rounding; absent where that is max, or not judged. */
  reach?(rule: Values<F>, max: Rational): Rational;
  remarks?(rule: Values<F>, max: Rational): Remark[];
  words: Readonly<Record<Language, KindWords>>;
  /** What stands in the sentence of `words`. */
  figures(rule: Values<F>, max: Rational): Figures;
  /** What a person fills in. */
  form(rule: Values<F>, max: Rational): FormField[];
}

/** Lets a kind's fields say what its functions are given. */
export const defineKind = <F extends RuleFields>(kind: RuleKind<F>): RuleKind<F> => kind;
