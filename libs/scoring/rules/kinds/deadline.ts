import { dayNumber, isDate } from '../../text/dates.js';
import { asDate } from '../../text/fields.js';
import { at } from '../../text/path.js';
import { clamp, fromInteger, multiply, negate, subtract, ZERO } from '../../number/rational.js';
import * as schema from '../../text/json-schema.js';
import { date, factor } from '../field-types.js';
import { defineKind } from '../kind.js';
import { linear } from '../kernels/linear.js';

/** `deadline`: all points up to the due date, `perDay` fewer for each day after it. */
export const deadline = defineKind({
  kind: 'deadline',
  fields: { due: date, perDay: factor },
  values: { on: schema.DATE },
  bind({ due, perDay }, max) {
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
  words: {
    vi: {
      name: 'Đúng hạn',
      rule: 'Hoàn thành chậm nhất ngày {due} được {max} điểm; mỗi ngày chậm trừ {perDay} điểm, không dưới 0 điểm.',
    },
    en: {
      name: 'In time',
      rule: '{max} points when done by {due}; {perDay} points less for each day after it, down to 0.',
    },
  },
  figures: ({ due, perDay }, max) => ({ due: { date: due }, perDay, max }),
  form: () => [{ path: ['on'], type: 'date', label: { vi: 'Ngày hoàn thành', en: 'Day it was done' } }],
});
