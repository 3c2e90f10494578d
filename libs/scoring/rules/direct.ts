import { asDecimal } from '../file/fields.js';
import { at } from '../file/path.js';
import { compare, divide, isInteger, isNegative, isPositive, type Rational } from '../number/rational.js';
import type { BoundRule, RuleKind } from './rule.js';

/** `direct`: the points themselves; the only kind that refuses what lies outside [0, max] instead of cutting it. */
export const direct: RuleKind = {
  kind: 'direct',
  fields: ['step'],
  bind(fields, max) {
    const step = fields.has('step') ? fields.decimal('step') : undefined;
    if (step !== undefined && !isPositive(step)) {
      fields.problems.add('rule.value.range', fields.at('step'), 'a step greater than 0 is expected', { over: '0' });
      return undefined;
    }
    return bindDirect(max, step);
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
