import { asDecimal } from '../text/fields.js';
import { at } from '../text/path.js';
import { powerOfTen } from '../number/decimal.js';
import { compare, divide, isInteger, isNegative, type Rational } from '../number/rational.js';
import { inUnits, readShort, shorten, type ShortDecimal } from '../number/whole.js';
import { divisorOf } from './checks.js';
import type { Kernel, Rounding } from './kernels/kernel.js';
import type { BoundRule, RuleKind } from './rule.js';

/** `direct`: the points themselves; the only kind that refuses what lies outside [0, max] instead of cutting it. */
export const direct: RuleKind = {
  kind: 'direct',
  fields: ['step'],
  bind(fields, max) {
    return bindDirect(max, fields.has('step') ? divisorOf(fields, 'step') : undefined);
  },
};

const bindDirect = (max: Rational, step: Rational | undefined): BoundRule => ({
  required: ['points'],
  optional: [],
  points({ entry, path, problems }) {
    const place = at(path, 'points');
    const points = asDecimal(entry['points'] ?? null, place, problems);
    if (points === undefined) return undefined;
    if (isNegative(points) || compare(points, max) > 0) {
      problems.add('entry.points.range', place, 'points must lie between 0 and the max of the criterion');
      return undefined;
    }
    if (step !== undefined && !isInteger(divide(points, step))) {
      problems.add('entry.points.step', place, 'points must be a multiple of the step of the rule');
      return undefined;
    }
    return points;
  },
  kernel: (rounding) => directKernel(max, step, rounding),
});

/** Points that need no rounding stand in their cell as they are; the others are rare. */
function directKernel(max: Rational, step: Rational | undefined, { digits }: Rounding): Kernel | undefined {
  const most = inUnits(max, powerOfTen(digits));
  const perOne = 10 ** digits;
  const short = step && shorten(step);
  if (Number.isNaN(most) || (step !== undefined && short === undefined)) return undefined;
  return {
    load(entry, _target, cell) {
      const points = readShort(entry['points']);
      if (points === undefined || (short !== undefined && !isMultiple(points, short))) return false;
      const scaled = points.n * perOne;
      cell.value = scaled / points.d;
      return Number.isSafeInteger(scaled) && scaled % points.d === 0 && scaled >= 0 && cell.value <= most;
    },
    run(values, _wholes, points, from, to) {
      for (let k = from; k < to; k++) points[k] = values[k]!;
    },
  };
}

/** False also where that takes numbers that are not safe. */
function isMultiple(value: ShortDecimal, step: ShortDecimal): boolean {
  const top = value.n * step.d;
  const bottom = value.d * step.n;
  return Number.isSafeInteger(top) && Number.isSafeInteger(bottom) && top % bottom === 0;
}
