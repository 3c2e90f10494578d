import { compare, HUNDRED, multiply, smaller, ZERO } from '../number/rational.js';
import { share } from './kernels/share.js';
import { readPercent, readPlanRule, shareReader } from './percent.js';
import type { RuleKind } from './rule.js';

/** `ratio`: max·min(pct, 100)/100, and nothing below the threshold. */
export const ratio: RuleKind = {
  kind: 'ratio',
  fields: ['direction', 'threshold', 'plan'],
  bind(fields, max) {
    const plan = readPlanRule(fields);
    const threshold = fields.has('threshold') ? fields.decimal('threshold') : ZERO;
    if (threshold === undefined) return undefined;
    const perPercent = { n: max.n, d: max.d * 100n };
    return {
      required: ['actual'],
      optional: ['plan'],
      plan,
      points(offer) {
        const percent = readPercent(offer, plan);
        if (percent === undefined) return undefined;
        offer.note?.('threshold', threshold);
        if (percent === 'infinite') return max;
        return compare(percent, threshold) < 0 ? ZERO : multiply(perPercent, smaller(percent, HUNDRED));
      },
      kernel(rounding) {
        const kernel = share(max, threshold, rounding);
        const read = shareReader(plan);
        return (
          kernel && { run: kernel.run, load: (entry, target, cell) => read(entry, target, cell) && kernel.take(cell) }
        );
      },
    };
  },
};
