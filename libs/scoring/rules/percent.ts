import { asDecimal, type Fields } from '../text/fields.js';
import * as schema from '../text/json-schema.js';
import type { JsonObject } from '../text/json-value.js';
import { at } from '../text/path.js';
import { exactText } from '../number/exact-text.js';
import { HUNDRED, isNegative, isPositive, type Rational } from '../number/rational.js';
import { readShort, shorten } from '../number/whole.js';
import type { Cell, Rounding } from './kernels/kernel.js';
import type { ShareKernel } from './kernels/share.js';
import { decimal, oneOf, optional, type Values } from './field-types.js';
import type { BoundRule, Direction, Note, Offer, Percent, PlanRule } from './rule.js';

const AS_PLANNED = HUNDRED;

/** A rule whose points rest on nothing but the per cent of plan, and on `plan` where the entry names none. */
export const ruleOfPercent = (
  plan: PlanRule,
  pointsAt: (percent: Percent, note: Note | undefined) => Rational | undefined,
  kernelOf: (rounding: Rounding) => ShareKernel | undefined,
): BoundRule => ({
  required: ['actual'],
  optional: ['plan'],
  plan,
  value: 'actual',
  percent: (offer) => readPercent(offer, plan),
  points(offer) {
    const percent = readPercent(offer, plan);
    return percent === undefined ? undefined : pointsAt(percent, offer.note);
  },
  kernel(rounding) {
    const kernel = kernelOf(rounding);
    const read = shareReader(plan);
    return kernel && { run: kernel.run, load: (entry, target, cell) => read(entry, target, cell) && kernel.take(cell) };
  },
});

/** Whether more or less is better; `higher` where nothing is said. */
export const directionField = optional(oneOf('higher', 'lower'), 'higher' as const);

/** The fields of every rule that compares an actual value with a plan (spec, "Rules"). */
export const planFields = { direction: directionField, plan: optional(decimal, undefined) };

/** The plan rule they make; a plan below 0 is `field.range` where less is better. */
export function planRuleOf({ direction, plan }: Values<typeof planFields>, fields: Fields): PlanRule {
  if (direction === 'lower' && plan !== undefined && isNegative(plan)) {
    fields.range('plan', 'a plan of at least 0 is expected', 'min', { least: '0' });
  }
  return { direction, fallback: plan };
}

/** The value fields of such a rule. */
export const planValues = { actual: schema.NOT_NEGATIVE, plan: schema.DECIMAL };

/** What the per cent of plan is called in a sentence, by the direction. */
export const SHARE_WORDS = {
  vi: {
    higher: 'tỷ lệ thực hiện trên chỉ tiêu',
    lower: 'tỷ lệ chỉ tiêu trên thực hiện (càng thấp càng tốt)',
  },
  en: { higher: 'actual over plan', lower: 'plan over actual (lower is better)' },
};

/** What reading a per cent takes of an offer: no rule of per cents reads the figures of a unit. */
export type PlanOffer = Omit<Offer, 'params'>;

/** The entry's `actual`, which is never negative. */
export function readActual({ entry, path, problems, note }: PlanOffer): Rational | undefined {
  const place = at(path, 'actual');
  const actual = asDecimal(entry['actual'] ?? null, place, problems);
  if (actual !== undefined) note?.('actual', actual);
  if (actual === undefined || !isNegative(actual)) return actual;
  problems.add('field.range', place, 'a value of at least 0 is expected', { reason: 'min', least: '0' });
  return undefined;
}

/** 100·actual/plan, or 100·plan/actual for `lower`; the plan of the entry, else the unit's target, else the rule's. */
export function readPercent(offer: PlanOffer, rule: PlanRule): Percent | undefined {
  const actual = readActual(offer);
  const plan = resolvePlan(offer, rule);
  if (actual === undefined || plan === undefined) return undefined;
  const percent = percentOf(rule.direction, actual, plan);
  offer.note?.('percent', percent);
  return percent;
}

/** Whether a plan can be found for an entry, be it right or wrong. */
export const hasPlan = ({ entry, target }: PlanOffer, { fallback }: PlanRule): boolean =>
  Object.hasOwn(entry, 'plan') || target !== undefined || fallback !== undefined;

function resolvePlan({ entry, target, path, problems, note }: PlanOffer, rule: PlanRule): Rational | undefined {
  const place = at(path, 'plan');
  const own = Object.hasOwn(entry, 'plan');
  const plan = own ? asDecimal(entry['plan'] ?? null, place, problems) : (target ?? rule.fallback);
  if (plan === undefined) {
    if (!own) problems.add('entry.plan.missing', place, 'write the plan here, in the targets or in the rule');
    return undefined;
  }
  if (rule.direction === 'higher' && !isPositive(plan)) {
    problems.add('entry.plan.notPositive', place, `write a plan greater than 0 instead of ${exactText(plan)}`, {
      plan: exactText(plan),
    });
    return undefined;
  }
  if (isNegative(plan)) {
    problems.add('field.range', place, 'a value of at least 0 is expected', { reason: 'min', least: '0' });
    return undefined;
  }
  note?.('plan', plan);
  note?.('planFrom', own ? 'entry' : target === undefined ? 'rule' : 'target');
  if (own && target !== undefined) note?.('planAside', target);
  return plan;
}

/**
 * Reads an entry as the share value/whole that a hundredth of its per cent of plan is, in whole numbers; false where
 * that cannot be. A wrong entry gives false too: its errors are told where points are worked out exactly.
 */
function shareReader({
  direction,
  fallback,
}: PlanRule): (entry: JsonObject, target: Rational | undefined, cell: Cell) => boolean {
  const own = fallback && shorten(fallback);
  return (entry, target, cell) => {
    const actual = readShort(entry['actual']);
    const plan = Object.hasOwn(entry, 'plan') ? readShort(entry['plan']) : target === undefined ? own : shorten(target);
    if (actual === undefined || plan === undefined || actual.n < 0 || plan.n < 0) return false;
    const tens = Math.max(actual.d, plan.d);
    const reached = actual.n * (tens / actual.d);
    const planned = plan.n * (tens / plan.d);
    cell.value = direction === 'higher' ? reached : planned;
    cell.whole = direction === 'higher' ? planned : reached;
    return Number.isSafeInteger(reached) && Number.isSafeInteger(planned);
  };
}

function percentOf(direction: Direction, actual: Rational, plan: Rational): Percent {
  const [part, whole] = direction === 'higher' ? [actual, plan] : [plan, actual];
  if (whole.n === 0n) return part.n === 0n ? AS_PLANNED : 'infinite';
  return { n: 100n * part.n * whole.d, d: part.d * whole.n };
}
