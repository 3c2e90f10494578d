import type { PlanRanking } from '../plan/plan.js';
import { isFigureKey, keyFigure, type KeyFigure, type UnitFigures } from './figures.js';
import { zeros, type Column } from './sums.js';

/** Moves a unit may take on average before sorting anew is cheaper than mending the order there was. */
const MOST_MOVES = 32;

/** What besides their figures decides on the order of units. */
export interface OrderScope {
  /** By unit: 0 for a guest, who gets no rank. */
  competes: Uint8Array;
  /** By unit, where the precedence has the key `class`: higher for a better class, lowest for none. */
  classKey: Float64Array | undefined;
}

/**
 * The units of one cluster in listing order, and their ranks (spec, "Standings"). Units go by index, and indices
 * follow the unit codes: what the list falls back on where nothing else tells two units apart.
 */
export class ClusterOrder {
  /** Units as they are listed: the ranked ones, then the others. */
  readonly order: Int32Array;
  /** By unit: 1, 2, 2, 4; 0 for a unit without a rank. */
  readonly ranks: Int32Array;
  /** How many units have a rank. */
  ranked = 0;
  readonly keys: readonly KeyFigure[];
  /** By unit: its first key, turned so that higher is better; -Infinity for a unit that gets no rank. */
  private readonly lead: Column;
  private readonly leavesOut: boolean;
  /** Whether every unit gets a rank, whatever it lacks. */
  private readonly allCount: boolean;

  constructor(
    ranking: PlanRanking,
    readonly figures: UnitFigures,
    private readonly scope: OrderScope,
  ) {
    const { size } = figures;
    this.order = new Int32Array(size);
    this.ranks = new Int32Array(size);
    const { classKey } = scope;
    this.keys = ranking.precedence.flatMap((key): KeyFigure[] => {
      if (isFigureKey(key)) return [keyFigure(figures, key)];
      return classKey === undefined ? [] : [{ column: classKey, at: 0, digits: 0, lowerIsBetter: false }];
    });
    const isQuick = this.keys[0] === undefined || this.keys[0].column instanceof Float64Array;
    this.lead = isQuick ? new Float64Array(size) : zeros(size);
    this.leavesOut = ranking.missing === 'unranked';
    this.allCount = !this.leavesOut && scope.competes.every((competes) => competes === 1);
    this.forget();
  }

  /** Starts from the order of the codes again. */
  forget(): void {
    for (let u = 0; u < this.order.length; u++) this.order[u] = u;
  }

  /** Whether a unit gets a rank. */
  counts(unit: number): boolean {
    return this.scope.competes[unit] === 1 && !(this.leavesOut && this.figures.lacking[unit]! > 0);
  }

  /** Brings order and ranks up to the figures as they are; cheap when few of them have moved. */
  renew(): void {
    this.readLead();
    this.sort();
    this.rank();
  }

  private readLead(): void {
    const { lead, keys, allCount } = this;
    const [first] = keys;
    if (first === undefined) return this.levelAll();
    const { column, at, lowerIsBetter } = first;
    this.ranked = 0;
    for (let u = 0; u < lead.length; u++) {
      const counts = allCount || this.counts(u);
      const value = column[at + u]!;
      lead[u] = counts ? (lowerIsBetter ? -value : value) : -Infinity;
      if (counts) this.ranked++;
    }
  }

  /** Without a key of its own, as of a round ranked by class alone, every unit is level with every other. */
  private levelAll(): void {
    this.ranked = 0;
    for (let u = 0; u < this.lead.length; u++) {
      this.lead[u] = this.counts(u) ? 0 : -Infinity;
      if (this.counts(u)) this.ranked++;
    }
  }

  /** Insertion, as a few changes leave the order nearly right; an order far from right is sorted instead. */
  private sort(): void {
    const { order, lead } = this;
    let moves = MOST_MOVES * order.length;
    for (let i = 1; i < order.length; i++) {
      const unit = order[i]!;
      const mine = lead[unit]!;
      let j = i - 1;
      for (; j >= 0; j--) {
        const other = order[j]!;
        const its = lead[other]!;
        if (its > mine || (its === mine && this.compareEqual(other, unit) < 0)) break;
        order[j + 1] = other;
      }
      order[j + 1] = unit;
      moves -= i - 1 - j;
      if (moves < 0) {
        order.sort((a, b) => (lead[a]! > lead[b]! ? -1 : lead[a]! < lead[b]! ? 1 : this.compareEqual(a, b)));
        return;
      }
    }
  }

  /** Negative when `a` is listed before `b`, whose first keys are equal. */
  private compareEqual(a: number, b: number): number {
    return this.compareRest(a, b) || a - b;
  }

  /** The same by the further keys alone: 0 means that nothing parts the two. */
  private compareRest(a: number, b: number): number {
    if (this.lead[a] === -Infinity) return 0;
    for (let i = 1; i < this.keys.length; i++) {
      const { column, at, lowerIsBetter } = this.keys[i]!;
      const left = column[at + a]!;
      const right = column[at + b]!;
      if (left !== right) return left > right === lowerIsBetter ? 1 : -1;
    }
    return 0;
  }

  private rank(): void {
    const { order, ranks, lead, ranked } = this;
    for (let i = 0; i < order.length; i++) {
      const unit = order[i]!;
      const before = order[i - 1]!;
      const tied = i > 0 && lead[before] === lead[unit] && this.compareRest(before, unit) === 0;
      ranks[unit] = i >= ranked ? 0 : tied ? ranks[before]! : i + 1;
    }
  }
}
