import type { Entry, Stage } from '../plan/competition.js';
import type { RewardState } from '../rewards/reward-row.js';
import type { RoundingMode } from '../number/rounding.js';
import type { Term } from '../rules/rule.js';

/** One value a rule worked with: a decimal, a fraction like "1/3", a word, a date or a text. */
export interface Step {
  term: Term;
  value: string;
  /** Which of several: an item, a label, an input. */
  label?: string;
}

/** One entry of a criterion and what became of it. */
export interface EntryAccount {
  entry: Entry;
  /** `below`: under the stage that counts; `overruled`: a higher stage counts; `effective`: this one counts. */
  status: 'below' | 'overruled' | 'effective';
  /** Rounded. */
  points: string;
}

export interface CriterionAccount {
  code: string;
  name: string;
  kind: string;
  /** Part code, or where else it is added. */
  place: { part: string } | 'bonus' | 'penalty';
  max: string;
  mandatory: boolean;
  /** Lowest stage first. */
  entries: EntryAccount[];
  /** The stage that counts; null = nothing entered counts, and the points are 0. */
  stage: Stage | null;
  /** The rule's working, in the order it worked. */
  steps: Step[];
  /** Before rounding; null where nothing counts. */
  exact: string | null;
  rounding: { digits: number; mode: RoundingMode };
  /** True when the rounding changed the value. */
  rounded: boolean;
  /** Which end of [0, max] the rule's points were cut to. */
  cut: 'zero' | 'max' | null;
  points: string;
}

/** A sum of criteria, cut to its max. */
export interface SumAccount {
  items: { criterion: string; points: string }[];
  sum: string;
  max: string | null;
  /** True when the max bit. */
  cut: boolean;
  points: string;
}

export interface TotalAccount {
  parts: (SumAccount & { part: string; name: string })[];
  base: string;
  bonus: SumAccount;
  penalty: SumAccount;
  /** base + bonus − penalty. */
  sum: string;
  floor: string | null;
  ceiling: string | null;
  bound: 'floor' | 'ceiling' | null;
  total: string;
}

/** The nearest unit on the other side, and the first key of the precedence on which the two differ. */
export interface Neighbour {
  unit: string;
  rank: number;
  key: string;
  own: string;
  other: string;
  /** How far apart they are on that key: above, what is lacking to be level there. */
  distance: string;
}

export interface RankAccount {
  cluster: string;
  rank: number | null;
  /** Ranked units of the cluster. */
  of: number;
  /** Mandatory criteria without an entry that counts; they leave it unranked where the competition says so. */
  missing: string[];
  precedence: { key: string; value: string }[];
  tiedWith: string[];
  above: Neighbour | null;
  below: Neighbour | null;
}

/** One condition, as the file names it. */
export interface Condition {
  name: string;
  required: string;
  actual: string;
  met: boolean;
}

/**
 * `given`; `better`: a class before it was given; `conditions`: one of them does not hold; `places`: none left for
 * it or its whole tie group; `unranked`.
 */
export type ClassOutcome = 'given' | 'better' | 'conditions' | 'places' | 'unranked';

export interface ClassAccount {
  code: string;
  name: string;
  outcome: ClassOutcome;
  conditions: Condition[];
  /** floor(maxPercent·R/100); null = no limit. */
  places: number | null;
  taken: number;
}

/** `conditions`: one of them does not hold; `places`: none left for it; otherwise its state in the result. */
export type RewardOutcome = Exclude<RewardState, 'none'> | 'conditions' | 'places';

export interface RewardAccount {
  code: string;
  name: string;
  /** Null for scope campaign. */
  cluster: string | null;
  outcome: RewardOutcome;
  conditions: Condition[];
  quota: number;
  open: number;
  proposed: string[];
  tieAtEdge: string[];
  /** The last unit proposed, where this one found no place. */
  last: Omit<Neighbour, 'rank'> | null;
}

/** Everything that led to one unit's standing. Plain JSON; decimals as in the result. */
export interface Explanation {
  format: 'thidua-explanation/1';
  unit: { code: string; name: string; cluster: string; scale: string };
  /** In scale order. */
  criteria: CriterionAccount[];
  total: TotalAccount;
  rank: RankAccount;
  class: string | null;
  /** In the order of the file. */
  classes: ClassAccount[];
  rewards: RewardAccount[];
}
