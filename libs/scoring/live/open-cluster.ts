import type { Entry } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import type { ClusterRanking, SettlementBasis, UnitScore } from '../standings/standing.js';
import type { RewardRow } from '../rewards/reward-row.js';
import type { ScoringError } from '../text/problems.js';
import { ClusterStanding } from './cluster-standing.js';
import { faultsOf, mayDivide } from './condition-faults.js';

/** One cluster by itself, for who keeps and stores the clusters of a competition one by one. */
export class OpenCluster {
  private readonly standing: ClusterStanding;
  private readonly mayDivide: boolean;
  private readonly indices: ReadonlyMap<string, number>;

  /** Throws a RangeError for a cluster the plan does not have. */
  constructor(plan: Plan, code: string) {
    const cluster = plan.clusterOf.get(code);
    if (cluster === undefined) throw new RangeError(`no cluster ${code} in this plan`);
    this.standing = new ClusterStanding(plan, cluster);
    this.mayDivide = mayDivide(plan);
    // A floor lifts even units without an entry.
    this.standing.recompute();
    this.indices = new Map(this.standing.units.map((unit, index) => [unit.code, index]));
  }

  /**
   * What a unit has entered at all stages, in place of what it had before. Throws a RangeError for a unit of another
   * cluster, a TypeError when an entry was never accepted by the plan's checks.
   */
  enter(unit: string, entries: readonly Entry[]): void {
    this.standing.enter(this.indexOf(unit), entries);
  }

  /** One unit's points now. Throws a RangeError for a unit of another cluster. */
  scoreOf(unit: string): UnitScore {
    return this.standing.score(this.indexOf(unit));
  }

  /** The ranking now; where classes need every cluster, without classes. */
  ranking(): ClusterRanking {
    return this.standing.write();
  }

  /** The rows of rewards that this cluster settles. */
  rewards(): RewardRow[] {
    return this.standing.rewards();
  }

  /**
   * `condition.divisionByZero` for each condition and unit for which that happens: for them it was taken not to hold, and
   * nobody should decide anything by the ranking.
   */
  faults(): ScoringError[] {
    return this.mayDivide ? faultsOf(this.standing) : [];
  }

  /** What `settle` needs of the cluster besides its ranking. */
  basis(): SettlementBasis {
    return this.standing.basis();
  }

  private indexOf(unit: string): number {
    const index = this.indices.get(unit);
    if (index === undefined) throw new RangeError(`no unit ${unit} in this cluster`);
    return index;
  }
}

/**
 * Opens one cluster (spec, "Standings"), with nothing entered yet. Throws a RangeError for a cluster the plan does not
 * have.
 */
export const openCluster = (plan: Plan, cluster: string): OpenCluster => new OpenCluster(plan, cluster);
