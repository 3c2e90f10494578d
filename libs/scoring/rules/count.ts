import { asCount } from '../text/fields.js';
import { at } from '../text/path.js';
import { fromInteger, multiply, smaller, ZERO } from '../number/rational.js';
import { readShortCount } from '../number/whole.js';
import { factorOf } from './checks.js';
import { linear } from './kernels/linear.js';
import type { RuleKind } from './rule.js';

/** `count`: so many points for each, cut to max. */
export const count: RuleKind = {
  kind: 'count',
  fields: ['each'],
  bind(fields, max) {
    const each = factorOf(fields, 'each');
    if (each === undefined) return undefined;
    return {
      required: ['count'],
      optional: [],
      points({ entry, path, problems, note }) {
        const number = asCount(entry['count'] ?? null, at(path, 'count'), problems);
        if (number === undefined) return undefined;
        const points = multiply(each, fromInteger(number));
        note?.('count', fromInteger(number));
        note?.('each', each);
        note?.('uncut', points);
        return smaller(points, max);
      },
      kernel: (rounding) =>
        linear({ max, start: ZERO, slope: each }, rounding, (entry) => readShortCount(entry['count'])),
    };
  },
};
