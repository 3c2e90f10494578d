/** What one reward proposes for one group. */
export interface RewardRow {
  code: string;
  /** Null for scope campaign. */
  cluster: string | null;
  quota: number;
  open: number;
  proposed: string[];
  tieAtEdge: string[];
  held: string[];
  /** Those who meet the conditions, but have a fact that bars them from every reward. */
  barred: string[];
}

/** Where a unit stands to one reward: `none` also where the reward or its group is not there. */
export type RewardState = 'proposed' | 'tieAtEdge' | 'held' | 'barred' | 'none';
