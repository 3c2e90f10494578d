import type { Effective } from './effective.js';
import type { Rational } from './rational.js';

/** What a unit has in one round, or in all of them together. */
export interface Figures {
  total: Rational;
  base: Rational;
  bonus: Rational;
  penalty: Rational;
  parts: Map<string, Rational>;
  groups: Map<string, Rational>;
  /** What every criterion of the scale is worth to the unit. */
  worth: Map<string, Rational>;
  /** The criteria that have an effective entry. */
  criteria: Map<string, { points: Rational; stage: string }>;
  missing: string[];
  attainable: Rational;
}

/** A unit under a condition, as far as it is known when the condition is judged. */
export interface Subject {
  unit: string;
  params: Record<string, string | number>;
  figures: Pick<Figures, 'base' | 'parts' | 'groups' | 'worth'> & Partial<Figures>;
  effective: Map<string, Effective>;
  facts: ReadonlySet<string>;
  /** The units of the cluster that compete; absent where no mean may be asked for. */
  peers?: Subject[];
}
