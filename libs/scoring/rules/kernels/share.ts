import { powerOfTen } from '../../number/decimal.js';
import type { Rational } from '../../number/rational.js';
import { inUnits } from '../../number/whole.js';
import { divideRounded, largestDivisor, SHAPES, type Cell, type Kernel, type Rounding } from './kernel.js';

export interface ShareKernel {
  run: Kernel['run'];
  /** Whether the points of a loaded cell come out exact. */
  holds(cell: Cell): boolean;
}

/** max·min(value/whole, 1), and nothing where 100·value/whole is below `threshold`. Undefined when max is too large. */
export function share(
  max: Rational,
  threshold: Rational | undefined,
  { digits, mode }: Rounding,
): ShareKernel | undefined {
  const most = inUnits(max, powerOfTen(digits));
  const largest = largestDivisor(most);
  if (!(largest >= 1)) return undefined;
  const shape = SHAPES[mode];
  const run: Kernel['run'] = (values, wholes, points, from, to) => {
    for (let k = from; k < to; k++) {
      const whole = wholes[k]!;
      points[k] = divideRounded(most * Math.min(values[k]!, whole), whole, shape);
    }
  };
  const holds = ({ whole }: Cell): boolean => whole > 0 && whole <= largest;
  if (threshold === undefined || threshold.n <= 0n) return { run, holds };

  // 100·value/whole < n/d as value·least < whole·part, both products safe.
  const least = Number(threshold.d * 100n);
  const part = Number(threshold.n);
  return {
    run(values, wholes, points, from, to) {
      run(values, wholes, points, from, to);
      for (let k = from; k < to; k++) if (values[k]! * least < wholes[k]! * part) points[k] = 0;
    },
    holds: (cell) => holds(cell) && Number.isSafeInteger(cell.value * least) && Number.isSafeInteger(cell.whole * part),
  };
}
