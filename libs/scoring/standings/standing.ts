import type { Stage } from '../plan/competition.js';

/** The points of one criterion that count, and the stage they come from. */
export interface CriterionScore {
  points: string;
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
  /** Those with an effective entry, by code, in scale order. */
  criteria: Record<string, CriterionScore>;
  /** Mandatory criteria without an effective entry, in scale order. */
  missing: string[];
}

export interface Standing extends UnitScore {
  /** 1, 2, 2, 4; null for a unit left unranked. */
  rank: number | null;
  /** True when another unit has the same rank. */
  tied: boolean;
  class: string | null;
}

/** One cluster's ranking: plain JSON, complete enough to propose rewards from it later. */
export interface ClusterRanking {
  code: string;
  standings: Standing[];
}
