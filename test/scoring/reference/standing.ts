import type { Figures } from './figures.js';
import type { Cluster, Unit } from './file.js';

/** A row of a ranking while it is being made. */
export interface Standing {
  unit: Unit;
  cluster: Cluster;
  figures: Figures;
  facts: Set<string>;
  complete: boolean;
  /** Whether it has a rank: it competes, and lacks nothing where that matters. */
  ranked: boolean;
  rank: number | null;
  tied: boolean;
  /** Its place among the classes, the best being 0. */
  class: number | null;
}
