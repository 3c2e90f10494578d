import { HUNDRED, compare, divide, fromInteger, isNegative, multiply, type Rational } from '../../number/rational.js';
import type { Fields } from '../../text/fields.js';
import { decimal, oneOf, optional, type FieldType } from '../field-types.js';
import { actualField, planField } from '../form.js';
import { defineKind } from '../kind.js';
import { hasPlan, planFields, planValues, readActual, readPercent } from '../percent.js';
import { bestOf, isSameBest, relativePoints } from '../relative-points.js';
import type { Measure, Offer, PlanRule, RelativeRule } from '../rule.js';

const ONE = fromInteger(1n);

const share: FieldType<Rational> = {
  schema: decimal.schema,
  read(fields, key, max) {
    const value = decimal.read(fields, key, max);
    if (value === undefined || (!isNegative(value) && compare(value, ONE) <= 0)) return value;
    return fields.range(key, 'write a share from 0 to 1, such as 0.5', 'between', { least: '0', most: '1' });
  },
};

/** `relative`: measured against the best unit of the cluster, from the plan on or altogether. */
export const relative = defineKind({
  kind: 'relative',
  fields: {
    direction: planFields.direction,
    atPlan: optional(share, undefined),
    withoutPlan: optional(oneOf('refuse', 'relative'), undefined),
    plan: planFields.plan,
  },
  values: planValues,
  bind({ direction, atPlan, withoutPlan, plan }, max, fields) {
    checkTogether(direction === 'lower', fields);
    const planRule: PlanRule | undefined = atPlan && { direction: 'higher', fallback: plan };
    const standard = { max, direction, atPlan: atPlan ?? ONE };
    const rule: RelativeRule = {
      measure: (offer) => readMeasure(offer, planRule, withoutPlan === 'relative'),
      best: (measures) => bestOf(direction, measures),
      points: (measure, best, note) => relativePoints(standard, measure, best, note),
      isSame: isSameBest,
    };
    return {
      required: ['actual'],
      optional: planRule === undefined ? [] : ['plan'],
      ...(planRule && { plan: planRule }),
      value: 'actual',
      points(offer) {
        const measure = rule.measure(offer);
        return measure && rule.points(measure, rule.best([measure]), offer.note);
      },
      relative: rule,
    };
  },
  words: {
    vi: {
      name: 'So với đơn vị tốt nhất cụm',
      rule: '[Đơn vị có kết quả cao nhất cụm được {higher} điểm, các đơn vị khác theo tỷ lệ so với kết quả đó][Đơn vị có kết quả thấp nhất cụm được {lower} điểm, các đơn vị khác theo tỷ lệ kết quả đó trên kết quả của mình][Đến 100% chỉ tiêu: {reached} điểm nhân tỷ lệ thực hiện trên chỉ tiêu; vượt chỉ tiêu: thêm dần đến {full} điểm của đơn vị vượt cao nhất cụm][; {withoutPlan}][; chỉ tiêu chung là {plan}].',
      words: { relative: 'đơn vị không có chỉ tiêu so với kết quả cao nhất của các đơn vị không có chỉ tiêu' },
    },
    en: {
      name: 'Against the best of the cluster',
      rule: '[The highest actual value of the cluster gets {higher} points, the others in proportion to it][The lowest actual value of the cluster gets {lower} points, the others the same share of it as it is of their own value][Up to 100% of the plan: {reached} points times actual over plan; above it: more, up to {full} points for the most of the cluster][; {withoutPlan}][; the common plan is {plan}].',
      words: { relative: 'units without a plan are measured against the highest actual value among them' },
    },
  },
  figures: ({ direction, atPlan, withoutPlan, plan }, max) => ({
    higher: atPlan === undefined && direction === 'higher' ? max : undefined,
    lower: direction === 'lower' ? max : undefined,
    reached: atPlan && multiply(max, atPlan),
    full: max,
    withoutPlan: withoutPlan && { word: withoutPlan },
    plan,
  }),
  form: ({ atPlan, plan }) => (atPlan === undefined ? [actualField] : [actualField, planField(plan)]),
});

/** Tells of fields that mean nothing beside the others: `field.range`. */
function checkTogether(isLower: boolean, fields: Fields): void {
  if (fields.has('atPlan') && isLower) {
    fields.range('atPlan', 'atPlan goes with direction higher only: leave one of both out', 'lower');
  }
  for (const key of ['withoutPlan', 'plan']) {
    if (fields.has('atPlan') || !fields.has(key)) continue;
    fields.range(key, `${key} means nothing without atPlan: write atPlan or leave it out`, 'withoutAtPlan', { key });
  }
}

/** r where there is a plan to be measured by, else the actual value. */
function readMeasure(offer: Offer, plan: PlanRule | undefined, mayLackPlan: boolean): Measure | undefined {
  if (plan === undefined || (mayLackPlan && !hasPlan(offer, plan))) {
    const value = readActual(offer);
    if (plan !== undefined) offer.note?.('withoutPlan', '');
    return value && { of: 'actual', value };
  }
  const percent = readPercent(offer, plan);
  // Where more is better no per cent is infinite.
  return percent === undefined || percent === 'infinite' ? undefined : { of: 'plan', value: divide(percent, HUNDRED) };
}
