import { compare, HUNDRED, isPositive, multiply, smaller, ZERO, type Rational } from '../../number/rational.js';
import { decimal, optional } from '../field-types.js';
import { actualField, planField } from '../form.js';
import { defineKind } from '../kind.js';
import { share } from '../kernels/share.js';
import { planFields, planRuleOf, planValues, ruleOfPercent, SHARE_WORDS } from '../percent.js';
import type { Note, Percent } from '../rule.js';

/** `ratio`: max·min(pct, 100)/100, and nothing below the threshold. */
export const ratio = defineKind({
  kind: 'ratio',
  fields: { direction: planFields.direction, threshold: optional(decimal, ZERO), plan: planFields.plan },
  values: planValues,
  bind({ direction, threshold, plan }, max, fields) {
    const perPercent = { n: max.n, d: max.d * 100n };
    const pointsAt = (percent: Percent, note: Note | undefined): Rational => {
      note?.('threshold', threshold);
      if (percent === 'infinite') return max;
      return compare(percent, threshold) < 0 ? ZERO : multiply(perPercent, smaller(percent, HUNDRED));
    };
    return ruleOfPercent(planRuleOf({ direction, plan }, fields), pointsAt, (rounding) =>
      share(max, threshold, rounding),
    );
  },
  words: {
    vi: {
      name: 'Tỷ lệ hoàn thành',
      rule: 'Điểm bằng {max} nhân {share}, tính tối đa 100%[; dưới {threshold}% thì được 0 điểm][; chỉ tiêu chung là {plan}].',
      words: SHARE_WORDS.vi,
    },
    en: {
      name: 'Share of the plan',
      rule: '{max} points times {share}, counted up to 100%[; below {threshold}% there are 0 points][; the common plan is {plan}].',
      words: SHARE_WORDS.en,
    },
  },
  figures: ({ direction, threshold, plan }, max) => ({
    max,
    share: { word: direction },
    threshold: isPositive(threshold) ? threshold : undefined,
    plan,
  }),
  form: ({ plan }) => [actualField, planField(plan)],
});
