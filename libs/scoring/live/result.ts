import type { RewardRow } from '../rewards/reward-row.js';
import type { ClusterRanking } from '../standings/standing.js';

/** Spec, "The result". */
export interface ResultDocument {
  format: 'thidua-result/1';
  engine: string;
  /** `sha256:…` of the file's canonical JSON. */
  input: string;
  clusters: ClusterRanking[];
  rewards: RewardRow[];
}
