import type { JsonObject } from '../../text/json-value.js';
import { SAFE } from '../../number/whole.js';
import type { Rational } from '../../number/rational.js';
import type { RoundingMode } from '../../number/rounding.js';

/** What a kernel keeps of one entry: a whole number, and the one it is a share of where its rule asks for shares. */
export interface Cell {
  value: number;
  whole: number;
}

/**
 * A rule made ready for many units at once: the same points as `roundToUnits(points(offer))`, worked out on whole
 * numbers. What it cannot do exactly it leaves alone, cell by cell.
 */
export interface Kernel {
  /** Reads an entry into a cell; false when its points must be worked out exactly instead. */
  load(entry: JsonObject, target: Rational | undefined, cell: Cell): boolean;
  /**
   * Points in units of 10^-digits of the cells from `from` up to `to`. A cell that was never loaded gets any
   * number; nothing is thrown.
   */
  run(values: Float64Array, wholes: Float64Array, points: Float64Array, from: number, to: number): void;
}

/** To what the points of a scale are rounded. */
export interface Rounding {
  digits: number;
  mode: RoundingMode;
}

/**
 * A rounding mode as one division rounded down: n/d ≥ 0 rounded is floor((times·n + lift·d − back) / (times·d)).
 * `even`: a half, on which that division leaves nothing over, goes to the even neighbour.
 */
export interface Shape {
  times: number;
  lift: number;
  back: number;
  even: boolean;
}

export const SHAPES: Readonly<Record<RoundingMode, Shape>> = {
  down: { times: 1, lift: 0, back: 0, even: false },
  up: { times: 1, lift: 1, back: 1, even: false },
  halfUp: { times: 2, lift: 1, back: 0, even: false },
  halfEven: { times: 2, lift: 1, back: 0, even: true },
};

/**
 * n/d rounded, for whole n ≥ 0 and d ≥ 1 with n ≤ most·d and d ≤ `largestDivisor(most)`. Exact, for top and bottom
 * are whole with top + bottom < 2^53: were the quotient of doubles rounded up to a whole number m, top/bottom would
 * lie below m by at most half the distance of the doubles there, which is less than m·2^-53. But it lies below m by
 * at least 1/bottom, which is m/(m·bottom) and, as m·bottom < top + bottom, more than m·2^-53.
 */
export function divideRounded(n: number, d: number, { times, lift, back, even }: Shape): number {
  const top = times * n + lift * d - back;
  const bottom = times * d;
  const quotient = Math.floor(top / bottom);
  return even && quotient * bottom === top && quotient % 2 === 1 ? quotient - 1 : quotient;
}

/** Up to this d `divideRounded` is exact for every quotient up to `most`; 0 where it never is. */
export function largestDivisor(most: number): number {
  const largest = Math.floor((SAFE - (2 * most + 3)) / (2 * most + 3));
  return largest > 0 ? largest : 0;
}
