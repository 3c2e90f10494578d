import type { UnitKind, VoteRule } from '../plan/competition.js';
import type { RewardState } from '../rewards/reward-row.js';
import type { ConditionAccount } from './told-condition.js';

/** A row of the file's `facts` or `holds`; `to` is null for one that is open. */
export interface PeriodAccount {
  from: string;
  to: string | null;
  reason: string | null;
}

/** One kind of facts (spec, "Facts"). */
export interface FactAccount {
  code: string;
  name: string;
  inForce: boolean;
  /** Of a listed kind: the rows in force. */
  rows: (PeriodAccount & { document: string | null })[];
  /** Its rows that are not in force on the day. */
  others: (PeriodAccount & { document: string | null; state: 'ended' | 'notBegun' })[];
  /** Of a derived kind: what it follows from. */
  when: ConditionAccount | null;
  /** The best class that a unit with it may have. */
  classAtMost: string | null;
  barred: boolean;
}

/** The nearest unit on the other side, and the first key of the precedence on which the two differ. */
export interface Neighbour {
  unit: string;
  rank: number;
  key: string;
  /** Of the key `class` a class code, empty for none. */
  own: string;
  other: string;
  /** How far apart they are on that key: above, what is lacking to be level there; of `class`, so many classes. */
  distance: string;
}

export interface RankAccount {
  cluster: string;
  /** False for a guest: shown, counted nowhere, without a rank. */
  competes: boolean;
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
 * `given`; `better`: a class before it was given; `conditions`: one of them does not hold; `ceiling`: they hold, but it
 * is better than the unit may have; `places`: none left for it or its whole tie group; `unranked`.
 */
export type ClassOutcome = 'given' | 'better' | 'conditions' | 'ceiling' | 'places' | 'unranked';

/** What allows the unit no class better than `atMost`; null = none at all. */
export interface CeilingAccount {
  /** A fact in force, or the collective that the unit leads. */
  by: 'fact' | 'headOf';
  /** Of the kind of facts, or of the collective. */
  code: string;
  atMost: string | null;
}

/** What the places of a class are a share of. */
export interface ShareAccount {
  percent: string;
  /** `ranked`, or `class:` and the code of the next class. */
  of: string;
  scope: 'cluster' | 'campaign';
  /** The ranked units of the scope; or how many of it have the next class. */
  counted: number;
  /** What all of the ranked units are; null where they are of both kinds. */
  kind: UnitKind | null;
  /** Of the ranked units: the places before what is below one is left out; null for a share of the next class. */
  exact: string | null;
  /** So many per cent of those counted. */
  most: string;
}

export interface ClassAccount {
  code: string;
  name: string;
  outcome: ClassOutcome;
  conditions: Condition[];
  /** Null where the class has none, or the unit was not asked. */
  when: ConditionAccount | null;
  /** Why it was not: it has no rank; null where it was, or there is none. */
  whenUnasked: 'unranked' | null;
  /** Those that forbid this class. */
  ceilings: CeilingAccount[];
  /**
   * floor(p·R/100) of the ranked units; of the next class the most for which 100·e ≤ p·g, e places and g units of that
   * class; null = no limit.
   */
  places: number | null;
  taken: number;
  share: ShareAccount | null;
  /** The first tie group that satisfies the class and found no place: it was larger than what was left. */
  edge: string[];
  /**
   * Of a share of the next class: how many would have this one if `edge` had it too, how many then the next, so many
   * per cent of these, and who of them would have it in place of the others.
   */
  further: { taken: number; counted: number; most: string; movers: string[] } | null;
}

/** `conditions`: one of them does not hold; `places`: none left for it; otherwise its state in the result. */
export type RewardOutcome = Exclude<RewardState, 'none'> | 'conditions' | 'places';

/** What a quota is a share of. */
export interface QuotaAccount {
  percent: string;
  /** `ranked`, or `reward:` and the code of an earlier reward. */
  of: string;
  rounding: 'down' | 'up' | 'halfUp';
  /** The ranked units of the group that the reward is for, or those of it proposed for the other reward. */
  counted: number;
  /** What all of them are; null where they may be of both kinds. */
  kind: UnitKind | null;
  /** Whether the reward is for that kind alone, and so counts no other. */
  isOnlyFor: boolean;
  /** The places before rounding. */
  exact: string;
}

export interface RewardAccount {
  code: string;
  name: string;
  /** Null for scope campaign. */
  cluster: string | null;
  outcome: RewardOutcome;
  conditions: Condition[];
  /** Mandatory criteria without an entry that counts. */
  missing: string[];
  /** Null where the reward has none, or the unit was not asked. */
  when: ConditionAccount | null;
  /** Why it was not: it has no rank, or the reward is not for its kind; null where it was, or there is none. */
  whenUnasked: 'unranked' | 'kind' | null;
  /** Kinds of the facts that bar the unit from every reward. */
  barredBy: string[];
  /** The holds that cover the unit. */
  holds: (PeriodAccount & { kind: string })[];
  quota: number;
  /** Null for a fixed number of places. */
  quotaOf: QuotaAccount | null;
  open: number;
  proposed: string[];
  tieAtEdge: string[];
  /** How a council votes on it; null where it does not. */
  vote: VoteRule | null;
  /** The last unit proposed, where this one found no place. */
  last: Omit<Neighbour, 'rank'> | null;
}
