import { isNegative, type Rational } from '../number/rational.js';
import { Fields } from '../text/fields.js';
import type { PlanCriterion } from './plan.js';
import type { ReadUnit } from './read-clusters.js';
import { readPeriod } from './read-campaign.js';

export type Units = ReadonlyMap<string, ReadUnit>;

export const NOT_ASSIGNED_KEYS = ['unit', 'criterion', 'reason'];

/** The unit a list item names; `ref.unknown` when there is none. */
export function readUnit(fields: Fields, units: Units): ReadUnit | undefined {
  const code = fields.code('unit');
  if (code === undefined) return undefined;
  const unit = units.get(code);
  if (unit === undefined) {
    fields.problems.add('ref.unknown', fields.at('unit'), 'there is no such unit', { reason: 'unit', value: code });
  }
  return unit;
}

/** The criterion a list item names, of its unit's scale; `ref.unknown` when there is none. */
function readCriterionOf(fields: Fields, unit: ReadUnit | undefined): PlanCriterion | undefined {
  const code = fields.code('criterion');
  if (unit?.scale === undefined || code === undefined) return undefined;
  const criterion = unit.scale.byCode.get(code);
  if (criterion === undefined) {
    fields.problems.add('ref.unknown', fields.at('criterion'), "the unit's scale has no such criterion", {
      reason: 'criterion',
      value: code,
    });
  }
  return criterion;
}

/** Checks `targets`; plan values by unit, then by criterion. */
export function readTargets(top: Fields, units: Units): Map<string, Map<string, Rational>> {
  const targets = new Map<string, Map<string, Rational>>();
  if (!top.has('targets')) return targets;
  for (const { value, path } of top.list('targets') ?? []) {
    const fields = Fields.open(value, path, top.problems, ['unit', 'criterion', 'plan']);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const criterion = readCriterionOf(fields, unit);
    const plan = fields.decimal('plan');
    if (unit === undefined || criterion === undefined) continue;
    if (plan !== undefined && criterion.rule?.plan?.direction === 'lower' && isNegative(plan)) {
      fields.range('plan', 'a plan of at least 0 is expected', 'min', { least: '0' });
    }
    const own = targets.get(unit.code) ?? new Map<string, Rational>();
    if (own.has(criterion.code)) {
      top.problems.add('code.duplicate', path, 'the unit already has a target for this criterion', {
        reason: 'target',
        value: criterion.code,
      });
    }
    if (plan !== undefined) own.set(criterion.code, plan);
    targets.set(unit.code, own);
  }
  return targets;
}

/**
 * Checks `notAssigned`; by unit, the criteria that do not apply to it, by index: those listed, and those whose
 * `appliesTo` leaves the unit out (spec, "Criteria that are not assigned").
 */
export function readNotAssigned(top: Fields, units: Units): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { code, traits, scale } of units.values()) {
    const own = new Set<number>();
    for (const { index, appliesTo } of scale?.criteria ?? []) {
      const { any, none } = appliesTo;
      const isOut =
        (any !== undefined && !any.some((each) => traits.includes(each))) || none.some((each) => traits.includes(each));
      if (isOut) own.add(index);
    }
    if (own.size > 0) found.set(code, own);
  }
  if (!top.has('notAssigned')) return found;
  const listed = new Set<string>();
  for (const { value, path } of top.list('notAssigned') ?? []) {
    const fields = Fields.open(value, path, top.problems, NOT_ASSIGNED_KEYS);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const criterion = readCriterionOf(fields, unit);
    if (fields.has('reason')) fields.text('reason');
    if (unit === undefined || criterion === undefined) continue;
    const row = `${unit.code} ${criterion.code}`;
    if (listed.has(row)) {
      top.problems.add('code.duplicate', path, 'this criterion is listed already for the unit', {
        reason: 'notAssigned',
        value: criterion.code,
      });
    }
    listed.add(row);
    const own = found.get(unit.code) ?? new Set<number>();
    found.set(unit.code, own.add(criterion.index));
  }
  return found;
}

/** Checks `holds`; the units held on `asOf`: from ≤ asOf ≤ to, without `to` open. */
export function readHolds(top: Fields, units: Units, asOf: string): Set<string> {
  const held = new Set<string>();
  if (!top.has('holds')) return held;
  for (const { value, path } of top.list('holds') ?? []) {
    const fields = Fields.open(value, path, top.problems, ['unit', 'kind', 'from', 'to', 'reason']);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    fields.text('kind');
    if (fields.has('reason')) fields.text('reason');
    const to = readPeriod(fields, false);
    const from = fields.record['from'];
    if (unit === undefined || typeof from !== 'string') continue;
    if (from <= asOf && (to === undefined || asOf <= to)) held.add(unit.code);
  }
  return held;
}
