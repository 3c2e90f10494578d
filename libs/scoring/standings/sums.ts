import type { Whole } from '../number/whole.js';
import type { Layout } from '../plan/layout.js';

/** A whole number of every unit, in units of 10^-digits: doubles, or bigints where the scale is wide. */
export type Column = Float64Array | Whole[];

/**
 * What every unit of a scale has, as columns: points by criterion, then unit; sums by place, then unit (spec,
 * "Scale"). In units of 10^-digits.
 */
export interface Sums {
  readonly points: Column;
  /** Each place's sum, cut to its max. */
  readonly places: Column;
  readonly base: Column;
  readonly total: Column;
  /** Points that were worked out exactly. */
  put(at: number, points: bigint): void;
  /** Adds up one place of the units from `from` up to `to`. */
  addPlace(place: number, from: number, to: number): void;
  /** Adds their places up to the base and the total. */
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
    this.points = new Float64Array(layout.placeOf.length * size);
    this.places = new Float64Array(layout.places.length * size);
    this.base = new Float64Array(size);
    this.total = new Float64Array(size);
  }

  put(at: number, points: bigint): void {
    this.points[at] = Number(points);
  }

  addPlace(place: number, from: number, to: number): void {
    const { points, places, size, layout } = this;
    const { first, end, max } = layout.places[place]!;
    const at = place * size;
    for (let u = from; u < to; u++) {
      let sum = 0;
      for (let k = first * size + u; k < end * size; k += size) sum += points[k]!;
      places[at + u] = Math.min(sum, max as number);
    }
  }

  addTotal(from: number, to: number): void {
    const { places, base, total, size } = this;
    const extra = this.layout.scale.parts.length * size;
    const floor = this.layout.floor as number;
    const ceiling = this.layout.ceiling as number;
    for (let u = from; u < to; u++) {
      let sum = 0;
      for (let k = u; k < extra; k += size) sum += places[k]!;
      base[u] = sum;
      total[u] = Math.min(ceiling, Math.max(floor, sum + places[extra + u]! - places[extra + size + u]!));
    }
  }
}

/** That many zeros. */
export const zeros = (length: number): Whole[] => Array.from({ length }, () => 0n);

const least = (a: Whole, b: Whole): Whole => (b < a ? b : a);

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
    this.points = zeros(layout.placeOf.length * size);
    this.places = zeros(layout.places.length * size);
    this.base = zeros(size);
    this.total = zeros(size);
  }

  put(at: number, points: bigint): void {
    this.points[at] = points;
  }

  addPlace(place: number, from: number, to: number): void {
    const { points, places, size, layout } = this;
    const { first, end, max } = layout.places[place]!;
    for (let u = from; u < to; u++) {
      let sum = 0n;
      for (let k = first * size + u; k < end * size; k += size) sum += points[k] as bigint;
      places[place * size + u] = least(sum, max);
    }
  }

  addTotal(from: number, to: number): void {
    const { places, base, total, size } = this;
    const { floor, ceiling, scale } = this.layout;
    const extra = scale.parts.length * size;
    for (let u = from; u < to; u++) {
      let sum = 0n;
      for (let k = u; k < extra; k += size) sum += places[k] as bigint;
      base[u] = sum;
      const all = sum + (places[extra + u] as bigint) - (places[extra + size + u] as bigint);
      total[u] = least(all < floor ? floor : all, ceiling);
    }
  }
}
