import type { Whole } from '../number/whole.js';
import type { Layout } from '../plan/layout.js';

/** A whole number of every unit, in units of 10^-digits: doubles, or bigints where the scale is wide. */
export type Column = Float64Array | Whole[];

/**
 * What every unit of a scale has, as columns: points by criterion, then unit; sums by section, then unit (spec,
 * "Scale"). In units of 10^-digits.
 */
export interface Sums {
  readonly points: Column;
  /** Each section's sum, raised to its min and cut to its max. */
  readonly places: Column;
  readonly base: Column;
  readonly total: Column;
  /** Sets a figure of `column` that was worked out exactly. */
  put(column: Column, at: number, units: bigint): void;
  /** Sets the points of a criterion for which nothing counts. */
  clear(at: number): void;
  /** Adds up one section of the units from `from` up to `to`; its groups are added up by then. */
  addPlace(place: number, from: number, to: number): void;
  /** Adds their parts up to the base; base, bonus and penalty to the total. */
  addTotals(from: number, to: number): void;
  /** Adds up the total again from the base as it is. */
  addTotal(from: number, to: number): void;
}

/** Sums in doubles, each of them a safe integer. */
export class NumberSums implements Sums {
  readonly points: Float64Array;
  readonly places: Float64Array;
  readonly base: Float64Array;
  readonly total: Float64Array;

  constructor(
    private readonly layout: Layout,
    private readonly size: number,
  ) {
    this.points = new Float64Array(layout.kernels.length * size);
    this.places = new Float64Array(layout.places.length * size);
    this.base = new Float64Array(size);
    this.total = new Float64Array(size);
  }

  put(column: Column, at: number, units: bigint): void {
    column[at] = Number(units);
  }

  clear(at: number): void {
    // Most often they are 0 already, and memory that is never written to is never taken up.
    if (this.points[at] !== 0) this.points[at] = 0;
  }

  addPlace(place: number, from: number, to: number): void {
    const { points, places, size, layout } = this;
    const { first, end, max, signs } = layout.places[place]!;
    if (signs !== undefined) return this.addMixed(place, signs, from, to);
    const at = place * size;
    for (let u = from; u < to; u++) {
      let sum = 0;
      for (let k = first * size + u; k < end * size; k += size) sum += points[k]!;
      places[at + u] = Math.min(sum, max as number);
    }
  }

  addTotals(from: number, to: number): void {
    const { places, base, total, size } = this;
    const extra = this.layout.scale.parts * size;
    const floor = this.layout.floor as number;
    const ceiling = this.layout.ceiling as number;
    for (let u = from; u < to; u++) {
      let sum = 0;
      for (let k = u; k < extra; k += size) sum += places[k]!;
      base[u] = sum;
      total[u] = Math.min(ceiling, Math.max(floor, sum + places[extra + u]! - places[extra + size + u]!));
    }
  }

  addTotal(from: number, to: number): void {
    const { places, base, total, size } = this;
    const extra = this.layout.scale.parts * size;
    const floor = this.layout.floor as number;
    const ceiling = this.layout.ceiling as number;
    for (let u = from; u < to; u++) {
      total[u] = Math.min(ceiling, Math.max(floor, base[u]! + places[extra + u]! - places[extra + size + u]!));
    }
  }

  /** A section in which something is subtracted, or which has groups or a min. */
  private addMixed(place: number, signs: Int8Array, from: number, to: number): void {
    const { points, places, size, layout } = this;
    const { first, groups, min, max } = layout.places[place]!;
    const at = place * size;
    for (let u = from; u < to; u++) {
      let sum = 0;
      for (let i = 0; i < signs.length; i++) sum += signs[i]! * points[(first + i) * size + u]!;
      for (let i = 0; i < groups.length; i++) sum += places[groups[i]! * size + u]!;
      places[at + u] = Math.min(max as number, Math.max(min as number, sum));
    }
  }
}

/** That many zeros. */
export const zeros = (length: number): Whole[] => Array.from({ length }, () => 0n);

/** The same in bigints, for a scale whose sums no double holds. */
export class BigintSums implements Sums {
  readonly points: Whole[];
  readonly places: Whole[];
  readonly base: Whole[];
  readonly total: Whole[];

  constructor(
    private readonly layout: Layout,
    private readonly size: number,
  ) {
    this.points = zeros(layout.kernels.length * size);
    this.places = zeros(layout.places.length * size);
    this.base = zeros(size);
    this.total = zeros(size);
  }

  put(column: Column, at: number, units: bigint): void {
    (column as Whole[])[at] = units;
  }

  clear(at: number): void {
    this.points[at] = 0n;
  }

  addPlace(place: number, from: number, to: number): void {
    const { points, places, size, layout } = this;
    const { first, end, groups, min, max, signs } = layout.places[place]!;
    for (let u = from; u < to; u++) {
      let sum = 0n;
      for (let k = first; k < end; k++) {
        const own = points[k * size + u] as bigint;
        sum += signs?.[k - first] === -1 ? -own : own;
      }
      for (const group of groups) sum += places[group * size + u] as bigint;
      places[place * size + u] = within(sum, min, max);
    }
  }

  addTotals(from: number, to: number): void {
    const { places, base, size } = this;
    const extra = this.layout.scale.parts * size;
    for (let u = from; u < to; u++) {
      let sum = 0n;
      for (let k = u; k < extra; k += size) sum += places[k] as bigint;
      base[u] = sum;
    }
    this.addTotal(from, to);
  }

  addTotal(from: number, to: number): void {
    const { places, base, total, size } = this;
    const { floor, ceiling, scale } = this.layout;
    const extra = scale.parts * size;
    for (let u = from; u < to; u++) {
      const all = (base[u] as bigint) + (places[extra + u] as bigint) - (places[extra + size + u] as bigint);
      total[u] = within(all, floor, ceiling);
    }
  }
}

/** `value` raised to `least`, then cut to `most`; neither is a double unless it is infinite. */
function within(value: bigint, least: Whole, most: Whole): Whole {
  const raised = value < least ? least : value;
  return most < raised ? most : raised;
}
