import type { JsonObject } from '../../text/json-value.js';
import { powerOfTen } from '../../number/decimal.js';
import type { Rational } from '../../number/rational.js';
import { commonTens, inUnits, SAFE } from '../../number/whole.js';
import { divideRounded, SHAPES, type Kernel, type Rounding } from './kernel.js';

/** `start` + `slope`·value, cut to [0, max]; max has no more decimals than points are rounded to. */
export interface Line {
  max: Rational;
  start: Rational;
  slope: Rational;
}

/**
 * The kernel of a line over whole values ≥ 0, which `read` takes from an entry where it can; undefined when the
 * numbers of the line are too large.
 */
export function linear(
  { max, start, slope }: Line,
  { digits, mode }: Rounding,
  read: (entry: JsonObject) => number | undefined,
): Kernel | undefined {
  const fine = commonTens([max, start, slope, { n: 0n, d: powerOfTen(digits) }]);
  const most = inUnits(max, fine);
  const first = inUnits(start, fine);
  const step = inUnits(slope, fine);
  const unit = Number(fine / powerOfTen(digits));
  // Within `enough` steps the line has crossed from one cut to the other, wherever it starts, and the points stay.
  const enough = step === 0 ? 0 : Math.ceil((2 * most) / Math.abs(step));
  // Up to 3·most + |step| is summed; and as unit ≤ most, 5·most holds all that `divideRounded` works with.
  if (!(first <= most && 5 * most + Math.abs(step) < SAFE)) return undefined;
  const load: Kernel['load'] = (entry, _target, cell) => {
    const value = read(entry);
    if (value === undefined) return false;
    cell.value = Math.min(value, enough);
    return true;
  };
  if (unit === 1) {
    return {
      load,
      run(values, _wholes, points, from, to) {
        for (let k = from; k < to; k++) points[k] = Math.min(most, Math.max(0, first + step * values[k]!));
      },
    };
  }
  const shape = SHAPES[mode];
  return {
    load,
    run(values, _wholes, points, from, to) {
      for (let k = from; k < to; k++) {
        points[k] = divideRounded(Math.min(most, Math.max(0, first + step * values[k]!)), unit, shape);
      }
    },
  };
}
