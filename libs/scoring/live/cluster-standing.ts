import type { Plan, PlanCluster } from '../plan/plan.js';
import type { ClusterRanking, RewardRow, UnitScore } from '../result/result.js';
import { proposeLocally } from '../rewards/propose.js';
import { membersOf, rankedCluster, type Members, type RankedCluster } from '../rewards/ranked-cluster.js';
import { ClusterOrder } from '../standings/cluster-order.js';
import { compareCodes } from '../standings/precedence.js';
import { UnitColumns } from '../standings/unit-columns.js';
import { writeRanking } from '../standings/write-ranking.js';
import { writeScore } from '../standings/write-score.js';

/**
 * One cluster of a standing: its units' columns, and what is told of them, each piece worked out or written when it
 * is read and kept until the next change.
 */
export class ClusterStanding {
  /** Units by index, in order of their codes. */
  readonly columns: UnitColumns;
  private readonly members: Members;
  private readonly order: ClusterOrder;
  private readonly scores: (UnitScore | undefined)[];
  private ranked: RankedCluster | undefined;
  private written: ClusterRanking | undefined;
  private proposed: RewardRow[] | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly cluster: PlanCluster,
  ) {
    const codes = cluster.units.toSorted(compareCodes);
    const units = codes.map((unit) => plan.units.get(unit)!);
    this.members = membersOf(plan, codes);
    const scale = plan.scales.get(cluster.scale)!;
    this.columns = new UnitColumns(scale, units, plan.ranking.stage);
    this.order = new ClusterOrder(plan, this.columns);
    this.scores = units.map(() => undefined);
  }

  /** Works out every unit's points and the order again, from the entries alone. */
  recompute(): void {
    this.columns.evaluate();
    this.scores.fill(undefined);
    this.order.forget();
    this.forget();
  }

  /** Works out one criterion of one unit, whose entries have changed, and what hangs on it. */
  follow(unit: number, criterion: number): void {
    this.columns.follow(unit, criterion);
    this.scores[unit] = undefined;
    this.forget();
  }

  /** The cluster in order now. */
  ranking(): RankedCluster {
    if (this.ranked === undefined) {
      this.order.renew();
      this.ranked = rankedCluster(this.cluster.code, this.members, this.order);
    }
    return this.ranked;
  }

  score(unit: number): UnitScore {
    return (this.scores[unit] ??= writeScore(this.columns, unit));
  }

  write(): ClusterRanking {
    this.ranking();
    this.written ??= writeRanking(this.plan, this.cluster.code, this.order, (unit) => this.score(unit));
    return this.written;
  }

  rewards(): RewardRow[] {
    this.proposed ??= proposeLocally(this.plan, this.ranking());
    return this.proposed;
  }

  private forget(): void {
    this.ranked = undefined;
    this.written = undefined;
    this.proposed = undefined;
  }
}
