import * as schema from '../../text/json-schema.js';
import { at } from '../../text/path.js';
import { powerOfTen } from '../../number/decimal.js';
import { exactText } from '../../number/exact-text.js';
import type { Rational } from '../../number/rational.js';
import { inUnits, readShort, shorten } from '../../number/whole.js';
import { divisor, optional } from '../field-types.js';
import { POINTS_UNIT } from '../form.js';
import { defineKind } from '../kind.js';
import type { Kernel, Rounding } from '../kernels/kernel.js';
import { highestMultiple, isMultiple, readMark } from '../mark.js';

/** `direct`: the points themselves; the only kind that refuses what lies outside [0, max] instead of cutting it. */
export const direct = defineKind({
  kind: 'direct',
  fields: { step: optional(divisor, undefined) },
  values: { points: schema.NOT_NEGATIVE },
  bind: ({ step }, max) => ({
    required: ['points'],
    optional: [],
    value: 'points',
    points: ({ entry, path, problems }) => readMark(entry['points'] ?? null, at(path, 'points'), problems, max, step),
    kernel: (rounding) => directKernel(max, step, rounding),
  }),
  reach: ({ step }, max) => highestMultiple(step, max),
  words: {
    vi: { name: 'Chấm trực tiếp', rule: 'Chấm trực tiếp từ 0 đến {max} điểm[, theo bước {step} điểm].' },
    en: { name: 'Points given directly', rule: 'Points are given directly, from 0 to {max}[, in steps of {step}].' },
  },
  figures: ({ step }, max) => ({ max, step }),
  form: ({ step }, max) => [
    {
      path: ['points'],
      type: 'number',
      label: { vi: 'Điểm', en: 'Points' },
      unit: POINTS_UNIT,
      least: '0',
      most: exactText(max),
      ...(step !== undefined && { step: exactText(step) }),
    },
  ],
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
