import type { RewardState } from '../rewards/reward-row.js';
import type { CriterionScore } from '../standings/standing.js';

/** A value that is not what it was. */
export interface Changed<T> {
  before: T;
  after: T;
}

/**
 * Why a unit's place, class or reward changed: its own points or completeness; its facts; its class or rank; how many
 * are ranked in its cluster, of whom the places of a class may be a share; a hold set or lifted; a tie at the last
 * place; the number of places; another reward of the unit, earlier in the list, which this one may require or exclude.
 * `others` = nothing of its own changed: others moved.
 */
export type Cause = 'score' | 'facts' | 'rank' | 'class' | 'share' | 'hold' | 'tie' | 'quota' | 'reward' | 'others';

/** What of one standing is not as it was. Members are there only where something changed. */
export interface StandingDiff {
  rank?: Changed<number | null>;
  tied?: Changed<boolean>;
  complete?: Changed<boolean>;
  total?: Changed<string>;
  base?: Changed<string>;
  bonus?: Changed<string>;
  penalty?: Changed<string>;
  attainable?: Changed<string>;
  facts?: Changed<string[]>;
  /** By part code; null where the scale does not have it. */
  parts: Record<string, Changed<string | null>>;
  /** The same by group code. */
  groups: Record<string, Changed<string | null>>;
  /** By criterion code; null where nothing counts. */
  criteria: Record<string, Changed<CriterionScore | null>>;
  missing?: Changed<string[]>;
}

/** One round of a unit. */
export interface RoundDiff extends StandingDiff {
  code: string;
  presence: 'both' | 'added' | 'removed';
}

/**
 * One unit that is not as it was, or that another went past or drew level with, though its own rank is the same: of
 * such a one nothing is told but `passed` and `passedBy`.
 */
export interface UnitDiff extends StandingDiff {
  unit: string;
  /** `added` and `removed` units have no changes listed: all of theirs is new or gone. */
  presence: 'both' | 'added' | 'removed';
  class?: Changed<string | null>;
  /** Rounds in which it is not as it was. */
  rounds: RoundDiff[];
  /** Units of the cluster that stood before or level and now stand behind, or stood before and now are level. */
  passed: string[];
  /** The same the other way round. */
  passedBy: string[];
  /** Why the rank or the class changed (`rank`: the class with it); empty when neither did. */
  because: Cause[];
}

export interface ClusterDiff {
  code: string;
  presence: 'both' | 'added' | 'removed';
  /** Codes of the rounds, where others are there than were. */
  rounds?: Changed<string[]>;
  /** In the order they stand now, those gone last. */
  units: UnitDiff[];
}

/** One unit whose state to a reward changed. */
export interface RewardMove {
  unit: string;
  state: Changed<RewardState>;
  because: Cause[];
}

export interface RewardDiff {
  code: string;
  /** Null for scope campaign. */
  cluster: string | null;
  presence: 'both' | 'added' | 'removed';
  quota?: Changed<number>;
  open?: Changed<number>;
  /** By unit code. */
  moves: RewardMove[];
  /** Units listed in another order, though their states are the same. */
  order?: Changed<string[]>;
}

/** What differs between two results; only what differs is in it. Plain JSON. */
export interface ResultDiff {
  format: 'thidua-diff/1';
  /** True when clusters and rewards are the same in every field, in whatever order they are listed. */
  same: boolean;
  engine?: Changed<string>;
  input?: Changed<string>;
  clusters: ClusterDiff[];
  rewards: RewardDiff[];
}
