import { asDecimal, type Fields } from '../file/fields.js';
import { at } from '../file/path.js';
import { HUNDRED, isNegative, isPositive, type Rational } from '../number/rational.js';
import type { Direction, Offer, PlanRule } from './rule.js';

/** Per cent of plan; `'infinite'` is the spec's +∞ (direction lower, nothing actual, something planned). */
export type Percent = Rational | 'infinite';

const AS_PLANNED = HUNDRED;

/** The rule's `direction` and `plan` (spec, "Rules"). */
export function readPlanRule(fields: Fields): PlanRule {
  const direction = readDirection(fields);
  const fallback = fields.has('plan') ? fields.decimal('plan') : undefined;
  if (direction === 'lower' && fallback !== undefined && isNegative(fallback)) {
    fields.range('plan', 'a plan of at least 0 is expected', 'min', { least: '0' });
  }
  return { direction, fallback };
}

/** Whether more or less is better; `higher` where nothing is said. */
export const readDirection = (fields: Fields): Direction =>
  (fields.has('direction') ? fields.oneOf('direction', ['higher', 'lower']) : undefined) ?? 'higher';

/** The entry's `actual`, which is never negative. */
export function readActual({ entry, path, problems, note }: Offer): Rational | undefined {
  const place = at(path, 'actual');
  const actual = asDecimal(entry['actual'] ?? null, place, problems);
  if (actual !== undefined) note?.('actual', actual);
  if (actual === undefined || !isNegative(actual)) return actual;
  problems.add('field.range', place, 'a value of at least 0 is expected', { reason: 'min', least: '0' });
  return undefined;
}

/** 100·actual/plan, or 100·plan/actual for `lower`; the plan of the entry, else the unit's target, else the rule's. */
export function readPercent(offer: Offer, rule: PlanRule): Percent | undefined {
  const actual = readActual(offer);
  const plan = resolvePlan(offer, rule);
  if (actual === undefined || plan === undefined) return undefined;
  const percent = percentOf(rule.direction, actual, plan);
  offer.note?.('percent', percent);
  return percent;
}

function resolvePlan({ entry, target, path, problems, note }: Offer, rule: PlanRule): Rational | undefined {
  const place = at(path, 'plan');
  const own = Object.hasOwn(entry, 'plan');
  const plan = own ? asDecimal(entry['plan'] ?? null, place, problems) : (target ?? rule.fallback);
  if (plan === undefined) {
    if (!own) problems.add('entry.plan.missing', place, 'no plan value in the entry, the targets or the rule');
    return undefined;
  }
  if (rule.direction === 'higher' && !isPositive(plan)) {
    problems.add('entry.plan.notPositive', place, 'the plan value must be greater than 0');
    return undefined;
  }
  if (isNegative(plan)) {
    problems.add('field.range', place, 'a value of at least 0 is expected', { reason: 'min', least: '0' });
    return undefined;
  }
  note?.('plan', plan);
  note?.('planFrom', own ? 'entry' : target === undefined ? 'rule' : 'target');
  return plan;
}

function percentOf(direction: Direction, actual: Rational, plan: Rational): Percent {
  const [part, whole] = direction === 'higher' ? [actual, plan] : [plan, actual];
  if (whole.n === 0n) return part.n === 0n ? AS_PLANNED : 'infinite';
  return { n: 100n * part.n * whole.d, d: part.d * whole.n };
}
