import { asDecimal, type Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import { at } from '../text/path.js';
import { HUNDRED, isNegative, isPositive, type Rational } from '../number/rational.js';
import { readShort, shorten } from '../number/whole.js';
import type { Cell, Rounding } from './kernels/kernel.js';
import type { ShareKernel } from './kernels/share.js';
import type { BoundRule, Direction, Note, Offer, PlanRule } from './rule.js';

/** Per cent of plan; `'infinite'` is the spec's +∞ (direction lower, nothing actual, something planned). */
export type Percent = Rational | 'infinite';

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
