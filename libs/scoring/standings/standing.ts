import type { Stage } from '../plan/competition.js';

/** The points of one criterion that count, and the stage they come from. */
export interface CriterionScore {
  points: string;
  /** `weighted` where the weights of the stages make the points. */
  stage: Stage;
}

/** What one unit has, before it is compared with others. Decimals are texts with the scale's digits. */
export interface UnitScore {
  unit: string;
  /** False when a mandatory criterion has no effective entry. */
  complete: boolean;
  total: string;
  base: string;
  bonus: string;
  penalty: string;
  /** By part code, in scale order. */
  parts: Record<string, string>;
  /** By group code, in scale order; a group stands after those inside it. */
  groups: Record<string, string>;
  /** What the parts could give the unit. */
  attainable: string;
  /** Kinds of the facts in force, by code. */
  facts: string[];
  /** Those with an effective entry, by code, in scale order. */
  criteria: Record<string, CriterionScore>;
  /** Mandatory criteria without an effective entry, in scale order; with rounds as `<round>/<criterion>`. */
  missing: string[];
}

/** A unit's place in one round: everything but a class, which is given for the whole. */
export interface RoundStanding extends UnitScore {
  /** 1, 2, 2, 4; null for a unit left unranked. */
  rank: number | null;
  /** True when another unit has the same rank. */
  tied: boolean;
}

export interface Standing extends RoundStanding {
  class: string | null;
}

/** One round of a cluster, ranked by itself. */
export interface RoundRanking {
  code: string;
  standings: RoundStanding[];
}

/** One cluster's ranking: plain JSON, complete enough to settle classes and rewards from it later. */
export interface ClusterRanking {
  code: string;
  standings: Standing[];
  /** Every round of the file, begun or not; absent where there are none. */
  rounds?: RoundRanking[];
}

/** What of a cluster's ranking is needed to settle classes and rewards later, and no ranking shows. */
export interface SettlementBasis {
  /** For which units the `when` of a class or reward holds, by its code. */
  classes: Record<string, string[]>;
  rewards: Record<string, string[]>;
  /** By unit: the values of the precedence keys, as decimals; of `class` a number that is higher for a better one. */
  keys: Record<string, string[]>;
}
