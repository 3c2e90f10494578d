import { checkOne } from '../entries/check-sheet.js';
import { placeOf } from '../entries/entry-place.js';
import { faultsOf, mayDivide } from './condition-faults.js';
import type { ClassPool } from '../standings/class-pool.js';
import { settleClasses } from '../standings/settle-classes.js';
import type { Entry, Stage } from '../plan/competition.js';
import type { Outcome, ScoringError } from '../text/problems.js';
import type { Plan } from '../plan/plan.js';
import { assembleResult } from './assemble-result.js';
import type { RankedCluster } from '../standings/ranked-cluster.js';
import type { ClusterRanking, UnitScore } from '../standings/standing.js';
import type { ResultDocument } from './result.js';
import type { RewardRow } from '../rewards/reward-row.js';
import { proposeWidely } from '../rewards/propose.js';
import { ClusterStanding } from './cluster-standing.js';
import type { ClusterFigures } from './cluster-figures.js';

/** One entry put in its place (whatever was there), or taken away; `round` where the competition has rounds. */
export type Change = { put: Entry } | { remove: { unit: string; criterion: string; stage: Stage; round?: string } };

/** What a change touched: the unit scored anew, the cluster whose ranking may have moved. */
export interface Touched {
  unit: string;
  cluster: string;
}

interface Seat {
  cluster: string;
  standing: ClusterStanding;
  /** The unit's index in its cluster. */
  index: number;
}

/**
 * A competition's standing that follows its entries one by one. Whatever the changes, it is what `score` gives
 * for the entries as they are now: a change and a whole computation run the same kernels over columns of numbers,
 * the one over a cell, the other over all. Texts are written when they are read.
 */
export class LiveStanding {
  private readonly clusters = new Map<string, ClusterStanding>();
  private readonly seats = new Map<string, Seat>();
  private readonly mayDivide: boolean;
  /** Whether the classes of some cluster need others. */
  private readonly settles: boolean;
  private campaign: RewardRow[] | undefined;
  /** What gave the classes that need every cluster. */
  private pools: readonly ClassPool[] = [];
  /** Whether the classes that need every cluster are those of the standings as they are. */
  private isSettled = false;

  /** `entries` are accepted by the plan's checks; throws a TypeError or RangeError otherwise. */
  constructor(
    readonly plan: Plan,
    entries: Iterable<Entry>,
  ) {
    this.mayDivide = mayDivide(plan);
    this.settles = plan.clusters.some(({ settled }) => settled);
    for (const cluster of plan.clusters) {
      const standing = new ClusterStanding(plan, cluster);
      this.clusters.set(cluster.code, standing);
      standing.units.forEach(({ code }, index) => {
        this.seats.set(code, { cluster: cluster.code, standing, index });
      });
    }
    for (const entry of entries) {
      const { standing, index } = this.seatOf(entry.unit);
      standing.load(index, entry);
    }
    this.recompute();
  }

  /**
   * Works out every criterion, sum, order and class again from the entries, as if just opened; what was read before
   * and kept is forgotten. Changes need no such call: it is for whoever wants all of it done now, or measured.
   */
  recompute(): void {
    for (const standing of this.clusters.values()) standing.recompute();
    this.forget();
  }

  /**
   * Makes one change. An entry put is checked as `checkSheet` checks it (paths are `entries[0].…`); a wrong one
   * changes nothing, nor does one for which a condition would divide by zero (`condition.divisionByZero`).
   * Taking away what is not there changes nothing either.
   * Throws a RangeError for a unit the plan does not have, a TypeError for a removal at an unknown criterion.
   */
  apply(change: Change): Outcome<Touched> {
    const entry = 'put' in change ? change.put : undefined;
    const { unit, criterion, stage, round } = 'put' in change ? change.put : change.remove;
    const { cluster, standing, index } = this.seatOf(unit);
    const place = placeOf(this.plan, stage, round);
    if (entry !== undefined) {
      const others = standing.entriesBeside(index, criterion, place);
      const checked = checkOne(this.plan, standing.units[index]!, entry, place, others);
      if (!checked.ok) return checked;
    }
    const before = this.mayDivide ? standing.entryAt(index, criterion, place) : undefined;
    standing.change(index, criterion, place, entry);
    const faults = this.mayDivide ? faultsOf(standing) : [];
    if (faults.length > 0) {
      standing.change(index, criterion, place, before);
      return { ok: false, errors: faults };
    }
    this.forget();
    return { ok: true, value: { unit, cluster } };
  }

  /** Conditions that divide by zero (spec, "Conditions"): nothing may be read while there are any. */
  faults(): ScoringError[] {
    return this.mayDivide ? [...this.clusters.values()].flatMap(faultsOf) : [];
  }

  /** One unit's points now. Throws a RangeError for a unit the plan does not have. */
  scoreOf(unit: string): UnitScore {
    const { standing, index } = this.seatOf(unit);
    return standing.score(index);
  }

  /** The entries of one criterion of a unit, by round, lowest stage first. */
  entriesOf(unit: string, criterion: string): readonly Entry[] {
    const { standing, index } = this.seatOf(unit);
    return standing.entriesOf(index, criterion);
  }

  /** One cluster's ranking now. Throws a RangeError for a cluster the plan does not have. */
  ranking(cluster: string): ClusterRanking {
    this.settle();
    return this.clusterOf(cluster).write();
  }

  /** The same as numbers, without writing a text. Throws a RangeError for a cluster the plan does not have. */
  figures(cluster: string): ClusterFigures {
    this.settle();
    return this.clusterOf(cluster).numbersNow();
  }

  /** Every row of rewards now, those that one cluster settles first. */
  rewards(): RewardRow[] {
    this.settle();
    const standings = [...this.clusters.values()];
    const local = standings.flatMap((standing) => standing.rewards());
    this.campaign ??= proposeWidely(
      this.plan,
      standings.map((standing) => standing.ranking()),
      local,
    );
    return [...local, ...this.campaign];
  }

  /** The whole result now (spec, "The result"); `input` is the hash of the file it stands for. */
  result(input: string): ResultDocument {
    this.settle();
    const rankings = [...this.clusters.values()].map((standing) => standing.write());
    return assembleResult(this.plan, input, rankings, this.rewards());
  }

  /**
   * What an account of a unit's standing looks into: the standing of its cluster, the unit's index there, and what gave
   * the cluster its classes; undefined where classes come before ranks, or there are none.
   */
  seat(unit: string): { standing: ClusterStanding; index: number; pool: ClassPool | undefined } {
    this.settle();
    const { standing, index } = this.seatOf(unit);
    const ranking = standing.ranking();
    return { standing, index, pool: standing.pool ?? this.pools.find((pool) => pool.gives(ranking)) };
  }

  /** Every cluster in order, its classes given. */
  ranked(): RankedCluster[] {
    this.settle();
    return [...this.clusters.values()].map((standing) => standing.ranking());
  }

  private forget(): void {
    this.campaign = undefined;
    this.isSettled = false;
  }

  /** Gives the classes that need every cluster, where there are such. */
  private settle(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    if (!this.settles) return;
    const standings = [...this.clusters.values()];
    this.pools = settleClasses(
      this.plan,
      standings.map((standing) => standing.ranking()),
    );
    for (const standing of standings) standing.settled();
  }

  private clusterOf(code: string): ClusterStanding {
    const standing = this.clusters.get(code);
    if (standing === undefined) throw new RangeError(`no cluster ${code} in this plan`);
    return standing;
  }

  private seatOf(unit: string): Seat {
    const seat = this.seats.get(unit);
    if (seat === undefined) throw new RangeError(`no unit ${unit} in this plan`);
    return seat;
  }
}
