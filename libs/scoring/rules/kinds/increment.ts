import {
  add,
  clamp,
  compare,
  divide,
  floor,
  fromInteger,
  HUNDRED,
  isPositive,
  magnitude,
  multiply,
  subtract,
  ZERO,
  type Rational,
} from '../../number/rational.js';
import { divisor, factor, namedPoints, oneOf, optional } from '../field-types.js';
import { actualField, planField } from '../form.js';
import { defineKind } from '../kind.js';
import { steps as stepsKernel } from '../kernels/steps.js';
import { planFields, planRuleOf, planValues, ruleOfPercent } from '../percent.js';
import type { Note, Percent } from '../rule.js';

const ONE = fromInteger(1n);

/** `increment`: `base` at the plan, `gain` more for each `per` per cent above it and `loss` less for each below. */
export const increment = defineKind({
  kind: 'increment',
  fields: {
    base: namedPoints,
    per: optional(divisor, ONE),
    gain: optional(factor, ZERO),
    loss: optional(factor, ZERO),
    steps: optional(oneOf('whole', 'proportional'), 'whole' as const),
    ...planFields,
  },
  values: planValues,
  bind({ base, per, gain, loss, steps, ...plan }, max, fields) {
    const whole = steps === 'whole';
    const pointsAt = (percent: Percent, note: Note | undefined): Rational => {
      note?.('base', base);
      note?.('gain', gain);
      note?.('loss', loss);
      if (percent === 'infinite') return isPositive(gain) ? max : base;
      const away = divide(magnitude(subtract(percent, HUNDRED)), per);
      const taken = whole ? floor(away) : away;
      const reached = compare(percent, HUNDRED) >= 0;
      const points = reached ? add(base, multiply(gain, taken)) : subtract(base, multiply(loss, taken));
      note?.('per', per);
      if (compare(taken, away) !== 0) note?.('exactSteps', away);
      note?.('steps', taken);
      note?.('uncut', points);
      return clamp(points, ZERO, max);
    };
    return ruleOfPercent(planRuleOf(plan, fields), pointsAt, (rounding) =>
      stepsKernel({ max, base, per, gain, loss, whole }, rounding),
    );
  },
  reach: ({ base, gain }, max) => (isPositive(gain) ? max : base),
  words: {
    vi: {
      name: 'Cộng trừ theo mức vượt, hụt',
      rule: 'Đạt 100% chỉ tiêu được {base} điểm[; cứ vượt {per}% cộng {gain} điểm][; cứ hụt {per}% trừ {loss} điểm][; phần chưa đủ {whole}% không tính][; {direction}][; chỉ tiêu chung là {plan}]; trong khoảng từ 0 đến {max} điểm.',
      words: { lower: 'càng thấp càng tốt: tỷ lệ là chỉ tiêu trên thực hiện' },
    },
    en: {
      name: 'Gain and loss around the plan',
      rule: '{base} points at 100% of the plan[; {gain} more for each {per}% above it][; {loss} less for each {per}% below it][; less than {whole}% does not count][; {direction}][; the common plan is {plan}]; from 0 to {max} points.',
      words: { lower: 'lower is better: the per cent is that of plan over actual' },
    },
  },
  figures: ({ base, per, gain, loss, steps, direction, plan }, max) => ({
    max,
    base,
    per,
    gain: isPositive(gain) ? gain : undefined,
    loss: isPositive(loss) ? loss : undefined,
    whole: steps === 'whole' && (isPositive(gain) || isPositive(loss)) ? per : undefined,
    direction: { word: direction },
    plan,
  }),
  form: ({ plan }) => [actualField, planField(plan)],
});
