import type { Entry } from '../plan/competition.js';
import type { Plan, PlanCluster, PlanUnit } from '../plan/plan.js';
import { placeOf, type EntryPlace } from '../entries/entry-place.js';
import { proposeLocally } from '../rewards/propose.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { ClassPool } from '../standings/class-pool.js';
import { ClusterOrder } from '../standings/cluster-order.js';
import { CombinedColumns } from '../standings/combined-columns.js';
import type { ConditionFault } from '../standings/condition-column.js';
import { EntryValues } from '../standings/entry-values.js';
import type { UnitFigures } from '../standings/figures.js';
import { membersOf, type RankedCluster } from '../standings/ranked-cluster.js';
import type { ClusterRanking, SettlementBasis, UnitScore } from '../standings/standing.js';
import { UnitColumns, type Reached } from '../standings/unit-columns.js';
import { writeRound, writeStandings } from '../standings/write-ranking.js';
import { writeCombined, writeScore } from '../standings/write-score.js';
import { compareCodes } from '../text/codes.js';
import { figuresOf, type ClusterFigures } from './cluster-figures.js';
import { ClusterConditions } from './cluster-conditions.js';

const ALL = -1;
const NONE = -2;
/** Stands for the rounds of a competition without any. */
const ONLY = undefined;

/**
 * One cluster of a standing: its units' columns, and what is told of them, each piece worked out or written when it
 * is read and kept until the next change.
 */
export class ClusterStanding {
  /** By index, in order of their codes. */
  readonly units: readonly PlanUnit[];
  /** By round; one where there are none. */
  readonly rounds: readonly UnitColumns[];
  /** All rounds made one; undefined where there are none. */
  readonly combined: CombinedColumns | undefined;
  readonly conditions: ClusterConditions;
  private readonly order: ClusterOrder;
  private readonly ranked: RankedCluster;
  private readonly numbers: ClusterFigures;
  /** Gives the classes of a cluster that no other has a say in, where classes come after ranks. */
  readonly pool: ClassPool | undefined;
  /** The unit whose figures have changed since the order was renewed; ALL for many, NONE for none. */
  private stale = ALL;
  /** Whether a change moved more units than it was of, so that their rounds have to be made one anew. */
  private isCombinedStale = true;
  /** By unit, where written since it last changed. */
  private readonly scores: (UnitScore | undefined)[] = [];
  private written: ClusterRanking | undefined;
  private proposed: RewardRow[] | undefined;

  constructor(
    private readonly plan: Plan,
    cluster: PlanCluster,
  ) {
    const codes = [...cluster.units].sort(compareCodes);
    this.units = codes.map((unit) => plan.units.get(unit)!);
    const scale = plan.scales.get(cluster.scale)!;
    this.rounds = (plan.rounds?.list ?? [ONLY]).map(() => new UnitColumns(plan, scale, this.units));
    this.combined = plan.rounds && new CombinedColumns(plan.rounds, this.rounds);
    const { figures } = this;
    const { size } = figures;
    const byClass = plan.ranking.precedence.some(({ field }) => field === 'class');
    const competes = Uint8Array.from(this.units, (unit) => (unit.competes ? 1 : 0));
    const classKey = byClass ? new Float64Array(size) : undefined;
    const order = new ClusterOrder(plan.ranking, figures, { competes, classKey });
    this.order = order;
    this.conditions = new ClusterConditions(plan, this.units, figures, {
      entries: this.combined === undefined ? new EntryValues(this.rounds[0]!) : undefined,
      counts: (unit) => order.counts(unit),
      classKey,
    });
    this.ranked = {
      code: cluster.code,
      settled: cluster.settled,
      members: membersOf(plan, codes),
      figures,
      keys: order.keys,
      order: order.order,
      ranks: order.ranks,
      get ranked() {
        return order.ranked;
      },
      classes: this.conditions.classes,
      ceilings: this.conditions.ceilings,
      barred: this.conditions.barred,
      classesMet: this.conditions.classesMet,
      rewardsMet: this.conditions.rewardsMet,
    };
    this.numbers = figuresOf(this.ranked);
    // Where classes come before ranks, or from other clusters, they are not this pool's to give.
    const isOwn = plan.classes.length > 0 && !cluster.settled && !byClass;
    this.pool = isOwn ? new ClassPool(plan.classes, [this.ranked]) : undefined;
  }

  /** What units are ranked by: the whole. */
  get figures(): UnitFigures {
    return this.combined ?? this.rounds[0]!;
  }

  /** Puts an entry in its place, without working out anything. Throws a TypeError where it has none. */
  load(unit: number, entry: Entry): void {
    const { level, round } = placeOf(this.plan, entry.stage, entry.round);
    this.rounds[round]!.set(unit, entry.criterion, level, entry);
  }

  /** Works out every unit's points, the order and the rewards again, from the entries alone. */
  recompute(): void {
    for (const columns of this.rounds) columns.evaluate();
    this.order.forget();
    this.isCombinedStale = true;
    this.forget(ALL);
    // Now, while the columns are at hand: a large standing does not stay in the processor's caches.
    this.rewards();
  }

  /**
   * Puts an entry in its place, or takes away what is there, and works out what hangs on it. Throws a TypeError for a
   * criterion the scale does not have.
   */
  change(unit: number, criterion: string, { level, round }: EntryPlace, entry: Entry | undefined): void {
    const columns = this.rounds[round]!;
    const index = columns.set(unit, criterion, level, entry);
    const reached = columns.follow(unit, index);
    if (reached === 'unit') this.combined?.follow(unit, index);
    this.moved(unit, reached);
  }

  /** Works out a unit from other entries than before. */
  enter(unit: number, entries: readonly Entry[]): void {
    for (const columns of this.rounds) columns.clear(unit);
    for (const entry of entries) this.load(unit, entry);
    for (const columns of this.rounds) this.moved(unit, columns.evaluateUnit(unit));
    this.combined?.evaluate(unit, unit + 1);
  }

  /** The entries of a criterion in one round at other stages than that of its place, lowest first. */
  entriesBeside(unit: number, criterion: string, { level, round }: EntryPlace): Entry[] {
    return this.rounds[round]!.entriesBeside(unit, criterion, level);
  }

  /** What stands in one place. */
  entryAt(unit: number, criterion: string, { level, round }: EntryPlace): Entry | undefined {
    return this.rounds[round]!.entryAt(unit, criterion, level);
  }

  /** The entries of one criterion, by round, lowest stage first. */
  entriesOf(unit: number, criterion: string): Entry[] {
    return this.rounds.flatMap((columns) => columns.entriesOf(unit, criterion));
  }

  /** The cluster in order now; the classes of a settled one are the settlement's to give. */
  ranking(): RankedCluster {
    const { stale } = this;
    if (stale === NONE) return this.ranked;
    const from = stale === ALL ? 0 : stale;
    const to = stale === ALL ? this.units.length : stale + 1;
    if (this.isCombinedStale) this.combined?.evaluate(0, this.units.length);
    this.isCombinedStale = false;
    this.conditions.renew(from, to);
    const isReordered = this.order.renew(from, to);
    this.pool?.follow(from, to, isReordered);
    this.stale = NONE;
    return this.ranked;
  }

  numbersNow(): ClusterFigures {
    this.ranking();
    return this.numbers;
  }

  score(unit: number): UnitScore {
    this.ranking();
    return (this.scores[unit] ??=
      this.combined === undefined
        ? writeScore(this.plan, this.rounds[0]!, unit, this.conditions.factsOf(unit))
        : writeCombined(this.plan, this.rounds, this.combined, unit, this.conditions.factsOf(unit)));
  }

  write(): ClusterRanking {
    if (this.stale === NONE && this.written !== undefined) return this.written;
    const { classes } = this.ranking();
    const classOf = (unit: number): string | null => this.plan.classes[classes[unit]!]?.code ?? null;
    const standings = writeStandings(this.order, (unit) => this.score(unit), classOf);
    const { code } = this.ranked;
    this.written = this.combined === undefined ? { code, standings } : { code, standings, rounds: this.writeRounds() };
    return this.written;
  }

  /** Classes were given by the settlement: what was written shows others. */
  settled(): void {
    this.written = undefined;
  }

  rewards(): RewardRow[] {
    if (this.stale !== NONE) this.proposed = undefined;
    this.proposed ??= proposeLocally(this.plan, this.ranking());
    return this.proposed;
  }

  basis(): SettlementBasis {
    return this.conditions.basis(this.ranking());
  }

  /** Conditions that divided by zero, in any round or in the whole. */
  faults(): ConditionFault[] {
    this.ranking();
    return [...this.rounds.flatMap((columns) => [...columns.faults]), ...this.conditions.faults];
  }

  private writeRounds(): ClusterRanking['rounds'] {
    const { ranking, rounds } = this.plan;
    const competes = Uint8Array.from(this.units, (unit) => (unit.competes ? 1 : 0));
    return rounds!.list.map(({ code, index }) => {
      const columns = this.rounds[index]!;
      const order = new ClusterOrder(ranking, columns, { competes, classKey: undefined });
      order.renew(0, columns.size);
      const scoreOf = (unit: number): UnitScore => writeScore(this.plan, columns, unit, this.conditions.factsOf(unit));
      return { code, standings: writeRound(order, scoreOf) };
    });
  }

  private moved(unit: number, reached: Reached): void {
    if (reached === 'cluster') this.isCombinedStale = true;
    this.forget(reached === 'unit' && !this.conditions.isShared ? unit : ALL);
  }

  private forget(unit: number): void {
    this.stale = this.stale === NONE || this.stale === unit ? unit : ALL;
    if (unit === ALL) this.scores.length = 0;
    else this.scores[unit] = undefined;
    this.written = undefined;
    this.proposed = undefined;
  }
}
