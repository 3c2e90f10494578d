import { powerOfTen } from '../../number/decimal.js';
import { compare, HUNDRED, type Rational } from '../../number/rational.js';
import { inUnits } from '../../number/whole.js';
import { divideRounded, largestDivisor, SHAPES, type Cell, type Kernel, type Rounding } from './kernel.js';

export interface ShareKernel {
  run: Kernel['run'];
  /** Makes a cell that was read ready; false when its points would not come out exact. */
  take(cell: Cell): boolean;
}

/**
 * max·min(value/whole, 1), and nothing where 100·value/whole is below `threshold`. Undefined when max is too large or
 * more than the whole is asked for.
 */
export function share(max: Rational, threshold: Rational, { digits, mode }: Rounding): ShareKernel | undefined {
  const most = inUnits(max, powerOfTen(digits));
  const largest = largestDivisor(most);
  if (!(largest >= 1) || compare(threshold, HUNDRED) > 0) return undefined;
  const shape = SHAPES[mode];
  const run: Kernel['run'] = (values, wholes, points, from, to) => {
    for (let k = from; k < to; k++) points[k] = divideRounded(most * values[k]!, wholes[k]!, shape);
  };
  const take = (cell: Cell): boolean => {
    // What lies beyond the whole counts for nothing, here and at the threshold.
    cell.value = Math.min(cell.value, cell.whole);
    return cell.whole > 0 && cell.whole <= largest;
  };
  if (threshold.n <= 0n) return { run, take };

  // 100·value/whole < n/d as value·least < whole·part, both products safe.
  const least = Number(threshold.d * 100n);
  const part = Number(threshold.n);
  return {
    run(values, wholes, points, from, to) {
      run(values, wholes, points, from, to);
      for (let k = from; k < to; k++) if (values[k]! * least < wholes[k]! * part) points[k] = 0;
    },
    take: (cell) => take(cell) && Number.isSafeInteger(cell.value * least) && Number.isSafeInteger(cell.whole * part),
  };
}
