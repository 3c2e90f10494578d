import type { UnitKind } from '../plan/competition.js';
import type { ClassAccount, FactAccount, RankAccount, RewardAccount } from './place-accounts.js';
import type { CriterionAccount, RoundsAccount, TotalAccount } from './point-accounts.js';

/** Everything that led to one unit's standing. Plain JSON; decimals as in the result. */
export interface Explanation {
  format: 'thidua-explanation/1';
  /** The day on which facts, holds and rounds are judged. */
  asOf: string;
  unit: {
    code: string;
    name: string;
    kind: UnitKind;
    cluster: string;
    scale: string;
    traits: string[];
    /** The collective the person leads. */
    headOf: string | null;
    /** What all units of its cluster are; null where both kinds are among them. */
    peers: UnitKind | null;
  };
  /** In scale order. Empty where there are rounds: each has its own. */
  criteria: CriterionAccount[];
  /** Null where there are rounds: each has its own, and the whole is no sum. */
  total: TotalAccount | null;
  rounds: RoundsAccount | null;
  /** Every kind of the file. */
  facts: FactAccount[];
  rank: RankAccount;
  class: string | null;
  /** In the order of the file. */
  classes: ClassAccount[];
  rewards: RewardAccount[];
}
