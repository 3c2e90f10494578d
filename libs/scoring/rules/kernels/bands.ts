import type { Rational } from '../../number/rational.js';
import { roundToUnits } from '../../number/rounding.js';
import { commonTens, inUnits } from '../../number/whole.js';
import type { Kernel, Rounding } from './kernel.js';

const TOP = 2 ** 31 - 1;

/** Points from `from` on, up to where the next begins. */
export interface Interval {
  from: Rational;
  points: Rational;
}

export interface GridKernel {
  run: Kernel['run'];
  /** Of a value ≥ 0: how many steps of the ends' grid lie below it. It has passed an end exactly when they have. */
  place(value: Rational): number;
  /** The same for a whole number up to `mostWhole`: so many steps for each one. */
  perOne: number;
  mostWhole: number;
}

/** The kernel over intervals sorted by `from`, the first of which begins at or below 0. */
export function intervals(list: readonly Interval[], { digits, mode }: Rounding): GridKernel | undefined {
  const grid = commonTens(list.map(({ from }) => from));
  const ends = list.slice(1).map(({ from }) => inUnits(from, grid));
  const worth = Float64Array.from(list, ({ points }) => Number(roundToUnits(points, digits, mode)));
  if (!ends.every((end) => Math.abs(end) <= TOP) || !worth.every(Number.isSafeInteger)) return undefined;
  // One less, so that `below - value` is negative from the end on: its sign bit counts the ends passed.
  const below = Int32Array.from(ends, (end) => Math.max(0, end) - 1);
  const count = below.length;
  return {
    perOne: Number(grid),
    mostWhole: TOP / Number(grid),
    place({ n, d }) {
      const steps = (n * grid) / d;
      return steps > TOP ? TOP : Number(steps);
    },
    run(values, _wholes, points, from, to) {
      for (let k = from; k < to; k++) {
        const value = values[k]! | 0;
        let passed = 0;
        for (let i = 0; i < count; i++) passed += (below[i]! - value) >>> 31;
        points[k] = worth[passed]!;
      }
    },
  };
}
