import { powerOfTen } from '../../number/decimal.js';
import type { Rational } from '../../number/rational.js';
import { commonTens, inUnits, SAFE } from '../../number/whole.js';
import { divideRounded, largestDivisor, SHAPES, type Rounding } from './kernel.js';
import type { ShareKernel } from './share.js';

/** The numbers of an `increment` rule. */
export interface Increment {
  max: Rational;
  base: Rational;
  per: Rational;
  gain: Rational;
  loss: Rational;
  whole: boolean;
}

/**
 * base ± so much for each `per` per cent that value/whole lies from 1, cut to [0, max]. The number of steps is
 * hundred·|value − whole| / (each·whole), floored when `whole`. Undefined when its numbers are too large.
 */
export function steps(rule: Increment, { digits, mode }: Rounding): ShareKernel | undefined {
  const { max, base, per, gain, loss } = rule;
  const fine = commonTens([max, base, gain, loss, { n: 0n, d: powerOfTen(digits) }]);
  const [most, first, up, down] = [max, base, gain, loss].map((each) => inUnits(each, fine)) as [
    number,
    number,
    number,
    number,
  ];
  const unit = Number(fine / powerOfTen(digits));
  const hundred = Number(per.d * 100n);
  const each = Number(per.n);
  const largest = largestDivisor(most / unit);
  if (!(unit <= largest && first <= most && up <= SAFE && down <= SAFE && hundred <= SAFE && each <= SAFE))
    return undefined;
  const shape = SHAPES[mode];
  return {
    run(values, wholes, points, from, to) {
      for (let k = from; k < to; k++) {
        const value = values[k]!;
        const one = each * wholes[k]!;
        const away = hundred * Math.abs(value - wholes[k]!);
        const taken = rule.whole ? Math.floor(away / one) : away;
        const by = rule.whole ? 1 : one;
        const sum = first * by + (value < wholes[k]! ? -down : up) * taken;
        points[k] = divideRounded(Math.min(most * by, Math.max(0, sum)), unit * by, shape);
      }
    },
    take({ value, whole }) {
      const one = each * whole;
      // What is gained or lost beyond 2^53 may not be exact, but then lies beyond both cuts.
      return whole > 0 && hundred * Math.max(value, whole) + one < SAFE && unit * (rule.whole ? 1 : one) <= largest;
    },
  };
}
