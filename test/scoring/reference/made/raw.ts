import * as fc from 'fast-check';
import { seed } from './digits.js';

/** What a file is built of: free choices, of which `build` makes something valid. They shrink one by one. */
export interface RawCondition {
  first: number;
  second: number;
  seed: number;
}

export interface RawCriterion {
  kind: (typeof KINDS)[number];
  seed: number;
  settings: number;
}

export interface RawSection {
  criteria: RawCriterion[];
  groups: RawSection[];
  limits: number;
}

export interface RawScale {
  parts: RawSection[];
  bonus: RawSection | null;
  bonusWhen: RawCondition | null;
  penalty: RawSection | null;
  penaltyWhen: RawCondition | null;
  settings: number;
}

export interface RawAward {
  seed: number;
  when: RawCondition | null;
}

export const KINDS = [
  'direct',
  'ratio',
  'relative',
  'panel',
  'increment',
  'bands',
  'count',
  'choice',
  'deadline',
  'checklist',
  'mean',
  'tally',
  'formula',
] as const;

const condition = fc.record({ first: fc.nat(40), second: fc.nat(40), seed: seed() });
/** Absent one time in `freq`. */
const sometimes = <T>(one: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> => fc.option(one, { freq });
const few = <T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength, maxLength, size: 'max' });

const criterion: fc.Arbitrary<RawCriterion> = fc.record({
  // Relative criteria make the units of a cluster depend on each other, which no other kind does.
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 1, arbitrary: fc.constant('relative' as const) },
  ),
  seed: seed(),
  settings: seed(),
});

const group = (depth: number): fc.Arbitrary<RawSection> =>
  fc.record({
    criteria: few(criterion, 0, 2),
    groups: depth === 1 ? fc.constant([]) : few(group(depth - 1), depth === 3 ? 1 : 0, depth === 4 ? 2 : 1),
    limits: seed(),
  });

const section: fc.Arbitrary<RawSection> = fc.record({
  criteria: few(criterion, 0, 3),
  groups: few(group(4), 0, 2),
  limits: seed(),
});

const scale: fc.Arbitrary<RawScale> = fc.record({
  parts: few(section, 1, 2),
  bonus: sometimes(section),
  bonusWhen: sometimes(condition),
  penalty: sometimes(section),
  penaltyWhen: sometimes(condition),
  settings: seed(),
});

const award = (): fc.Arbitrary<RawAward> => fc.record({ seed: seed(), when: sometimes(condition, 4) });

const record = {
  settings: seed(),
  ranking: seed(),
  precedence: few(fc.nat(40), 1, 4),
  scales: few(scale, 1, 2),
  clusters: few(fc.record({ scale: fc.nat(1), units: few(seed(), 1, 6) }), 1, 3),
  /** Each is one cell of the sheet, over and over again, so that units are often alike. */
  cells: few(seed(), 0, 120),
  rounds: sometimes(few(seed(), 1, 3)),
  factKinds: few(award(), 0, 3),
  facts: few(seed(), 0, 4),
  holds: few(seed(), 0, 2),
  targets: seed(),
  excused: few(seed(), 0, 3),
  classes: few(award(), 0, 4),
  rewards: few(award(), 0, 3),
};

export const rawFile = fc.record(record);
export type RawFile = typeof rawFile extends fc.Arbitrary<infer T> ? T : never;
