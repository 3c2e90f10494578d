import { dayNumber, isDate } from '../text/dates.js';
import { asDate } from '../text/fields.js';
import { at } from '../text/path.js';
import { clamp, fromInteger, multiply, negate, subtract, ZERO } from '../number/rational.js';
import { factorOf } from './checks.js';
import { linear } from './kernels/linear.js';
import type { RuleKind } from './rule.js';

/** `deadline`: all points up to the due date, `perDay` fewer for each day after it. */
export const deadline: RuleKind = {
  kind: 'deadline',
  fields: ['due', 'perDay'],
  bind(fields, max) {
    const due = fields.date('due');
    const perDay = factorOf(fields, 'perDay');
    if (due === undefined || perDay === undefined) return undefined;
    const dueDay = dayNumber(due);
    return {
      required: ['on'],
      optional: [],
      points({ entry, path, problems, note }) {
        const on = asDate(entry['on'] ?? null, at(path, 'on'), problems);
        if (on === undefined) return undefined;
        const daysLate = fromInteger(BigInt(Math.max(0, dayNumber(on) - dueDay)));
        const points = subtract(max, multiply(perDay, daysLate));
        note?.('due', due);
        note?.('on', entry['on'] as string);
        note?.('daysLate', daysLate);
        note?.('perDay', perDay);
        note?.('uncut', points);
        return clamp(points, ZERO, max);
      },
      kernel: (rounding) =>
        linear({ max, start: max, slope: negate(perDay) }, rounding, ({ on }) =>
          typeof on === 'string' && isDate(on) ? Math.max(0, dayNumber(on) - dueDay) : undefined,
        ),
    };
  },
};
