import { asCount } from '../../text/fields.js';
import { at } from '../../text/path.js';
import { fromInteger, isPositive, multiply, smaller, ZERO } from '../../number/rational.js';
import { readShortCount } from '../../number/whole.js';
import * as schema from '../../text/json-schema.js';
import { factor } from '../field-types.js';
import { defineKind } from '../kind.js';
import { linear } from '../kernels/linear.js';

/** `count`: so many points for each, cut to max. */
export const count = defineKind({
  kind: 'count',
  fields: { each: factor },
  values: { count: schema.COUNT },
  bind({ each }, max) {
    return {
      required: ['count'],
      optional: [],
      value: 'count',
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
  reach: ({ each }, max) => (isPositive(each) ? max : ZERO),
  words: {
    vi: {
      name: 'Đếm số lượng',
      rule: 'Mỗi trường hợp được {each} điểm, nhiều nhất {max} điểm.',
      taken: 'Mỗi trường hợp trừ {each} điểm, trừ nhiều nhất {max} điểm.',
    },
    en: {
      name: 'So many for each',
      rule: '{each} points for each, {max} points at most.',
      taken: '{each} points off for each, {max} points at most.',
    },
  },
  figures: ({ each }, max) => ({ each, max }),
  form: () => [
    {
      path: ['count'],
      type: 'count',
      label: { vi: 'Số lượng', en: 'Number' },
      unit: { vi: 'trường hợp', en: 'cases' },
    },
  ],
});
