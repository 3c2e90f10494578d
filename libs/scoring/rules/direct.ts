import { asDecimal } from '../file/fields.js';
import { at } from '../file/path.js';
import { compare, divide, isInteger, isNegative, type Rational } from '../number/rational.js';
import { divisorOf } from './checks.js';
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
});
