import type { Entry } from '../plan/competition.js';
import type { Plan, PlanCluster } from '../plan/plan.js';
import type { ClusterRanking, UnitScore } from '../standings/standing.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { proposeLocally } from '../rewards/propose.js';
import { membersOf, type RankedCluster } from '../rewards/ranked-cluster.js';
import { ClusterOrder } from '../standings/cluster-order.js';
import { compareCodes } from '../standings/precedence.js';
import { UnitColumns } from '../standings/unit-columns.js';
import { writeRanking } from '../standings/write-ranking.js';
import { writeScore } from '../standings/write-score.js';
import { figuresOf, type ClusterFigures } from './cluster-figures.js';

/**
 * One cluster of a standing: its units' columns, and what is told of them, each piece worked out or written when it
 * is read and kept until the next change.
 */
export class ClusterStanding {
  /** Units by index, in order of their codes. */
  readonly columns: UnitColumns;
  private readonly order: ClusterOrder;
  private readonly ranked: RankedCluster;
  private readonly numbers: ClusterFigures;
  /** Whether the order is that of the columns as they are. */
  private current = false;
  /** By unit, where written since it last changed. */
  private readonly scores: (UnitScore | undefined)[] = [];
  private written: ClusterRanking | undefined;
  private proposed: RewardRow[] | undefined;

  constructor(
    private readonly plan: Plan,
    cluster: PlanCluster,
  ) {
    const codes = [...cluster.units].sort(compareCodes);
    const units = codes.map((unit) => plan.units.get(unit)!);
    const scale = plan.scales.get(cluster.scale)!;
    this.columns = new UnitColumns(scale, units, plan.ranking.stage);
    this.order = new ClusterOrder(plan, this.columns);
    this.ranked = { code: cluster.code, members: membersOf(plan, codes), standing: this.order };
    this.numbers = figuresOf(this.ranked);
  }

  /** Works out every unit's points, the order and the rewards again, from the entries alone. */
  recompute(): void {
    this.columns.evaluate();
    this.scores.length = 0;
    this.order.forget();
    this.forget();
    // Now, while the columns are at hand: a large standing does not stay in the processor's caches.
    this.rewards();
  }

  /** Works out one criterion of one unit, whose entries have changed, and what hangs on it. */
  follow(unit: number, criterion: number): void {
    this.columns.follow(unit, criterion);
    this.scores[unit] = undefined;
    this.forget();
  }

  /** Works out a unit from other entries than before. */
  enter(unit: number, entries: readonly Entry[]): void {
    this.columns.clear(unit);
    for (const entry of entries) this.columns.put(unit, entry);
    this.columns.evaluate(unit, unit + 1);
    this.scores[unit] = undefined;
    this.forget();
  }

  /** The cluster in order now. */
  ranking(): RankedCluster {
    if (!this.current) this.order.renew();
    this.current = true;
    return this.ranked;
  }

  figures(): ClusterFigures {
    this.ranking();
    return this.numbers;
  }

  score(unit: number): UnitScore {
    return (this.scores[unit] ??= writeScore(this.columns, unit));
  }

  write(): ClusterRanking {
    this.ranking();
    this.written ??= writeRanking(this.plan, this.ranked.code, this.order, (unit) => this.score(unit));
    return this.written;
  }

  rewards(): RewardRow[] {
    this.proposed ??= proposeLocally(this.plan, this.ranking());
    return this.proposed;
  }

  private forget(): void {
    this.current = false;
    this.written = undefined;
    this.proposed = undefined;
  }
}
