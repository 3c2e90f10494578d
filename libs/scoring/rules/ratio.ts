import { compare, HUNDRED, multiply, smaller, ZERO, type Rational } from '../number/rational.js';
import { share } from './kernels/share.js';
import { readPlanRule, ruleOfPercent, type Percent } from './percent.js';
import type { Note, RuleKind } from './rule.js';

/** `ratio`: max·min(pct, 100)/100, and nothing below the threshold. */
export const ratio: RuleKind = {
  kind: 'ratio',
  fields: ['direction', 'threshold', 'plan'],
  bind(fields, max) {
    const plan = readPlanRule(fields);
    const threshold = fields.has('threshold') ? fields.decimal('threshold') : ZERO;
    if (threshold === undefined) return undefined;
    const perPercent = { n: max.n, d: max.d * 100n };
    const pointsAt = (percent: Percent, note: Note | undefined): Rational => {
      note?.('threshold', threshold);
      if (percent === 'infinite') return max;
      return compare(percent, threshold) < 0 ? ZERO : multiply(perPercent, smaller(percent, HUNDRED));
    };
    return ruleOfPercent(plan, pointsAt, (rounding) => share(max, threshold, rounding));
  },
};
