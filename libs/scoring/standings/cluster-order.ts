import type { Whole } from '../number/whole.js';
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
  private readonly first: KeyFigure | undefined;
  /** Whether order and ranks are those of the figures as they were when last renewed. */
  private isCurrent = false;
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
    this.first = this.keys[0];
    const isQuick = this.first === undefined || this.first.column instanceof Float64Array;
    this.lead = isQuick ? new Float64Array(size) : zeros(size);
    this.leavesOut = ranking.missing === 'unranked';
    this.allCount = !this.leavesOut && scope.competes.every((competes) => competes === 1);
    this.forget();
  }

  /** Starts from the order of the codes again. */
  forget(): void {
    this.isCurrent = false;
    for (let u = 0; u < this.order.length; u++) this.order[u] = u;
  }

  /** Whether a unit gets a rank. */
  counts(unit: number): boolean {
    return this.scope.competes[unit] === 1 && !(this.leavesOut && this.figures.lacking[unit]! > 0);
  }

  /**
   * Brings order and ranks up to the figures as they are, of which those of the units from `from` up to `to` may have
   * changed since the last time. True when a rank changed: where none did the order is the same as well, which among
   * equals goes by code.
   */
  renew(from: number, to: number): boolean {
    if (this.isCurrent && to - from === 1) return this.move(from);
    this.isCurrent = true;
    this.ranked = 0;
    for (let unit = 0; unit < this.lead.length; unit++) {
      const value = this.leadOf(unit);
      this.lead[unit] = value;
      if (value !== -Infinity) this.ranked++;
    }
    this.sort();
    return this.rank(0, this.order.length);
  }

  private leadOf(unit: number): Whole {
    if (!this.allCount && !this.counts(unit)) return -Infinity;
    const { first } = this;
    // Without a key of its own, as of a round ranked by class alone, every unit is level with every other.
    if (first === undefined) return 0;
    const value = first.column[first.at + unit]!;
    return first.lowerIsBetter ? -value : value;
  }

  /** Puts one unit in its place; reads no more of the others than it passes. */
  private move(unit: number): boolean {
    const { order, lead } = this;
    const before = lead[unit]!;
    const value = this.leadOf(unit);
    if (value === before && this.keys.length < 2) return false;
    lead[unit] = value;
    this.ranked += (value === -Infinity ? 0 : 1) - (before === -Infinity ? 0 : 1);
    const start = order.indexOf(unit);
    let at = start;
    for (; at > 0 && this.isBefore(unit, order[at - 1]!); at--) order[at] = order[at - 1]!;
    if (at === start) {
      for (; at + 1 < order.length && this.isBefore(order[at + 1]!, unit); at++) order[at] = order[at + 1]!;
    }
    order[at] = unit;
    return this.rank(Math.min(start, at), Math.max(start, at) + 1);
  }

  /** Insertion, as a few changes leave the order nearly right; an order far from right is sorted instead. */
  private sort(): void {
    const { order } = this;
    let moves = MOST_MOVES * order.length;
    for (let i = 1; i < order.length; i++) {
      const unit = order[i]!;
      let j = i;
      for (; j > 0 && this.isBefore(unit, order[j - 1]!); j--) order[j] = order[j - 1]!;
      order[j] = unit;
      moves -= i - j;
      if (moves < 0) {
        order.sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
        return;
      }
    }
  }

  /** Whether `a` is listed before another unit `b`. */
  private isBefore(a: number, b: number): boolean {
    const mine = this.lead[a]!;
    const its = this.lead[b]!;
    return mine > its || (mine === its && this.compareEqual(a, b) < 0);
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

  /**
   * Gives their ranks to the places from `from` up to `to`, and to those after them that are level with what stands
   * there; true when one changed.
   */
  private rank(from: number, to: number): boolean {
    const { order, ranks, lead, ranked } = this;
    let moved = false;
    for (let i = from; i < order.length; i++) {
      const unit = order[i]!;
      const before = order[i - 1]!;
      const tied = i > 0 && lead[before] === lead[unit] && this.compareRest(before, unit) === 0;
      const rank = i >= ranked ? 0 : tied ? ranks[before]! : i + 1;
      if (ranks[unit] !== rank) moved = true;
      else if (i >= to) break;
      ranks[unit] = rank;
    }
    return moved;
  }
}
