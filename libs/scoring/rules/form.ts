import { exactText } from '../number/exact-text.js';
import type { Rational } from '../number/rational.js';

/** The languages the engine has words in. */
export type Language = 'vi' | 'en';

/** One text in each of them. */
export type Words = Readonly<Record<Language, string>>;

/** One thing a person fills in for an entry. Figures are decimal texts as the competition file writes them. */
export interface FormField {
  /** Where its value stands in the entry, e.g. `['tally', 'đạt']`; of a row, where it stands in the row. */
  path: readonly string[];
  /**
   * `number` = a decimal, `count` = a whole number ≥ 0, `date` = YYYY-MM-DD, `choice` = one of `options`, `choices` = a
   * list of any of them, `rows` = a list of at least one object of `fields`, `byName` = an object whose keys people name
   * (members of a panel), each with what `fields` asks for.
   */
  type: 'number' | 'count' | 'date' | 'choice' | 'choices' | 'rows' | 'byName';
  label: Words;
  unit?: Words;
  /** The entry may lack it. */
  optional?: true;
  /** What counts where it is left out. */
  otherwise?: string;
  least?: string;
  most?: string;
  step?: string;
  /** Of `byName`: how many are needed at least. */
  fewest?: number;
  options?: readonly FormOption[];
  fields?: readonly FormField[];
}

/** What may be chosen, and the points it is worth. */
export interface FormOption {
  value: string;
  points: string;
}

/** A label of the file's author is the same in every language. */
export const asWritten = (label: string): Words => ({ vi: label, en: label });

export const POINTS_UNIT: Words = { vi: 'điểm', en: 'points' };

/** The actual value, never negative. */
export const actualField: FormField = {
  path: ['actual'],
  type: 'number',
  label: { vi: 'Thực hiện', en: 'Actual' },
  least: '0',
};

/** The plan of the entry's own; a plan of the rule, or that of the unit's target, stands in for it. */
export const planField = (fallback: Rational | undefined, needed = false): FormField => ({
  path: ['plan'],
  type: 'number',
  label: { vi: 'Chỉ tiêu', en: 'Plan' },
  least: '0',
  ...(!needed && { optional: true }),
  ...(fallback !== undefined && { otherwise: exactText(fallback) }),
});

export const optionsOf = (points: ReadonlyMap<string, Rational>): FormOption[] =>
  [...points].map(([value, worth]) => ({ value, points: exactText(worth) }));
