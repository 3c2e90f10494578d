import type { RoundingMode } from '../number/rounding.js';
import type { Combine, Entry, Scale, Stage } from '../plan/competition.js';
import type { JsonObject } from '../text/json-value.js';
import type { Term } from '../rules/rule.js';
import type { RankAccount } from './place-accounts.js';
import type { ConditionAccount } from './told-condition.js';

/** One value a rule worked with: a decimal, a fraction like "1/3", a word, a date or a text. */
export interface Step {
  term: Term;
  value: string;
  /** Which of several: an item, a label, an input, a member of a panel. */
  label?: string;
}

/** How a rule came from an entry to points. */
export interface Working {
  /** In the order it worked. */
  steps: Step[];
  /** Before rounding. */
  exact: string;
  /** True when the rounding changed the value. */
  rounded: boolean;
  /** Which end of [0, max] the rule's points were cut to. */
  cut: 'zero' | 'max' | null;
}

/** How a scale rounds. */
export interface Rounding {
  digits: number;
  mode: RoundingMode;
}

/** One entry of a criterion and what became of it. */
export interface EntryAccount {
  entry: Entry;
  /**
   * `below`: under the stage that counts; `overruled`: a higher stage counts; `effective`: this one counts; under stage
   * weights `weighed`: it counts by its weight, `weightless`: its stage has none.
   */
  status: 'below' | 'overruled' | 'effective' | 'weighed' | 'weightless';
  /** Rounded; null of one measured against the cluster that does not count: it never was measured. */
  points: string | null;
  /** Of its stage, where it is weighed. */
  weight: string | null;
  /** Null of the effective one, of which it is the criterion's, and of one that never was measured. */
  working: Working | null;
}

/** Why a criterion is not assigned to the unit (spec, "Criteria that are not assigned"), and what follows. */
export interface NotAssignedAccount {
  /** `listed`: in the file's `notAssigned`; `appliesTo`: the unit's traits leave it out. */
  by: 'listed' | 'appliesTo';
  /** That of the list. */
  reason: string | null;
  /** Traits of which the criterion asks one, and of which it allows none. */
  any: string[] | null;
  none: string[];
  /** Of `any`, where the unit has none of them; of `none`, those it has. */
  lacks: string[];
  has: string[];
  mode: NonNullable<Scale['notAssigned']>;
  /**
   * `full`: counted with its max; `scaled`: the part or the base is scaled up; `enough`: it need not be, the others can
   * still give all; `none`: nothing follows.
   */
  effect: 'full' | 'scaled' | 'enough' | 'none';
}

/** What a `relative` criterion is measured against: the best ratio to the plan, or the best actual value. */
export interface BestAccount {
  of: 'plan' | 'actual';
  value: string;
  /** Whose it is, by code. */
  units: string[];
}

export interface CriterionAccount {
  code: string;
  name: string;
  kind: string;
  /** As the file writes it: `describeRule` puts it in words. */
  rule: JsonObject;
  /** Part code, or where else it is added. */
  place: { part: string } | 'bonus' | 'penalty';
  /** Code of the innermost group it stands in. */
  group: string | null;
  sign: 'plus' | 'minus';
  max: string;
  mandatory: boolean;
  notAssigned: NotAssignedAccount | null;
  /** Lowest stage first. */
  entries: EntryAccount[];
  /** The stage that counts, or `weighted`; null = nothing entered counts. */
  stage: Stage | null;
  /** The rule's working with the entry that counts, in the order it worked; where stages are weighed, see there. */
  steps: Step[];
  best: BestAccount | null;
  /** Σ w·p and Σ w of the stages that are weighed. */
  weights: { sum: string; whole: string } | null;
  /** Before rounding; null where nothing counts. */
  exact: string | null;
  rounding: Rounding;
  /** True when the rounding changed the value. */
  rounded: boolean;
  /** Which end of [0, max] the rule's points were cut to. */
  cut: 'zero' | 'max' | null;
  /** What the criterion is worth to the unit. */
  points: string;
}

/** S·F/A: points scaled up for what is not assigned, A what is assigned could give and F everything. */
export interface RescaleAccount {
  before: string;
  full: string;
  assigned: string;
  /** Before rounding; null where nothing is assigned, and the points are 0. */
  exact: string | null;
  rounding: Rounding;
  /** True when the rounding changed the value. */
  rounded: boolean;
  /** True when the part's max cut what came out. */
  cut: boolean;
  after: string;
}

/**
 * What a part or group could give at most (spec, "Criteria that are not assigned"): plus criteria with their max, and
 * groups, cut to its own max.
 */
export interface ReachAccount {
  code: string;
  name: string;
  items: { criterion: string; max: string }[];
  groups: ReachAccount[];
  sum: string;
  max: string | null;
  /** True when the max bit. */
  cut: boolean;
  points: string;
}

/** A section (spec, "Scale"): its criteria and groups added up, raised to its min, cut to its max. */
export interface SumAccount {
  /** Those of sign minus are subtracted. */
  items: { criterion: string; sign: 'plus' | 'minus'; points: string }[];
  groups: GroupAccount[];
  sum: string;
  min: string | null;
  max: string | null;
  /** True when the min bit. */
  raised: boolean;
  /** True when the max bit. */
  cut: boolean;
  /** Of a part whose points are scaled up. */
  rescale: RescaleAccount | null;
  /** Of the bonus and the penalty: where it does not hold, the section is worth 0. */
  when: ConditionAccount | null;
  points: string;
}

export interface GroupAccount extends SumAccount {
  group: string;
  name: string;
}

export interface TotalAccount {
  parts: (SumAccount & {
    part: string;
    name: string;
    /** With every criterion, and with those assigned; null where nothing of the parts is left out or scaled up. */
    reach: { full: ReachAccount; assigned: ReachAccount } | null;
  })[];
  /** Of the whole base. */
  rescale: RescaleAccount | null;
  base: string;
  /** What the parts could give the unit. */
  attainable: string;
  /** Whether that is of the criteria assigned, or of all. */
  attainableOf: 'assigned' | 'all';
  bonus: SumAccount;
  penalty: SumAccount;
  /** base + bonus − penalty. */
  sum: string;
  floor: string | null;
  ceiling: string | null;
  bound: 'floor' | 'ceiling' | null;
  total: string;
}

/** One figure of all rounds made one. */
export interface CombinedFigure {
  /** `total`, `base`, `bonus`, `penalty`, `part:…`, `group:…` or `criterion:…`. */
  figure: string;
  /** The rounds that enter into it. */
  terms: { round: string; weight: string; value: string }[];
  /** Σ weight·value. */
  sum: string;
  /** What it is divided by; null where it is not, or there is nothing to divide by, and the value is 0. */
  divisor: string | null;
  /** Before rounding. */
  exact: string;
  rounded: boolean;
  value: string;
}

export interface RoundAccount {
  code: string;
  name: string;
  from: string;
  to: string;
  /**
   * `counts`; or why it does not: `notBegun` by `asOf`, `empty` of the unit's entries where such rounds are skipped,
   * `notLast` where the last alone counts.
   */
  state: 'counts' | 'notBegun' | 'empty' | 'notLast';
  /** What it weighs in the whole; null where it does not count. */
  weight: string | null;
  /** In the ranking of the round alone. */
  rank: number | null;
  /** Why it has that rank. */
  place: RankAccount;
  criteria: CriterionAccount[];
  total: TotalAccount;
}

/** How rounds made the whole (spec, "Rounds"). */
export interface RoundsAccount {
  how: NonNullable<Combine['how']>;
  missing: NonNullable<Combine['missing']>;
  asOf: string;
  /** That of the scale, by which each figure is rounded. */
  rounding: Rounding;
  list: RoundAccount[];
  figures: CombinedFigure[];
}
