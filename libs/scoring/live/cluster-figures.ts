import type { Whole } from '../number/whole.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import { TOTAL } from '../standings/figures.js';

/**
 * One cluster's standing as numbers (spec, "Scale", "Standings", "Classes"). Units are named by their index, which
 * follows their codes. All lists are the standing's own and hold until the next change: copy what must last.
 */
export interface ClusterFigures {
  readonly code: string;
  /** By index. */
  readonly units: readonly string[];
  /** By unit, in units of 10^-digits: safe integers, or bigints on a scale whose sums no double holds. */
  readonly totals: ArrayLike<Whole>;
  readonly digits: number;
  /** By unit: 1, 2, 2, 4; 0 for a unit left unranked. */
  readonly ranks: ArrayLike<number>;
  /** By unit: the index of its class in the plan, -1 for none. */
  readonly classes: ArrayLike<number>;
  /** Units as they are listed: by rank, then code; the unranked ones last. */
  readonly order: ArrayLike<number>;
}

export const figuresOf = ({
  code,
  members: { codes },
  figures,
  ranks,
  classes,
  order,
}: RankedCluster): ClusterFigures => ({
  code,
  units: codes,
  totals: figures.figure(TOTAL).column,
  digits: figures.digits,
  ranks,
  classes,
  order,
});
