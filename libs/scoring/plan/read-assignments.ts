import { isNegative, type Rational } from '../number/rational.js';
import { knownCodes } from '../text/known-codes.js';
import { Fields } from '../text/fields.js';
import { CriterionSet } from './criterion-set.js';
import { LeftOut } from './left-out.js';
import type { PlanCriterion, PlanHold, PlanScale } from './plan.js';
import type { ReadUnit } from './read-clusters.js';
import { readPeriod } from './read-campaign.js';

export type Units = ReadonlyMap<string, ReadUnit>;

export const NOT_ASSIGNED_KEYS = ['unit', 'criterion', 'reason'];

/** The unit a list item names; `ref.unknown` when there is none. */
export function readUnit(fields: Fields, units: Units): ReadUnit | undefined {
  const code = fields.reference('unit');
  if (code === undefined) return undefined;
  const unit = units.get(code);
  if (unit === undefined) {
    fields.problems.add('ref.unknown', fields.at('unit'), 'there is no such unit', {
      reason: 'unit',
      value: code.slice(0, 80),
      ...knownCodes(units.keys()),
    });
  }
  return unit;
}

/** The criterion a list item names, of its unit's scale; `ref.unknown` when there is none. */
function readCriterionOf(fields: Fields, unit: ReadUnit | undefined): PlanCriterion | undefined {
  const code = fields.reference('criterion');
  if (unit?.scale === undefined || code === undefined) return undefined;
  const criterion = unit.scale.byCode.get(code);
  if (criterion === undefined) {
    fields.problems.add('ref.unknown', fields.at('criterion'), "the unit's scale has no such criterion", {
      reason: 'criterion',
      value: code.slice(0, 80),
      ...knownCodes(unit.scale.byCode.keys()),
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
        name: criterion.name,
        unitName: unit.name,
      });
    }
    if (plan !== undefined) own.set(criterion.code, plan);
    targets.set(unit.code, own);
  }
  return targets;
}

/** The criteria that do not apply to a unit, by index, and why those do not that are listed. */
export interface Exempted {
  all: CriterionSet;
  listed: ReadonlyMap<number, string | null>;
}

/**
 * Checks `notAssigned`; by unit, the criteria that do not apply to it: those listed, and those whose `appliesTo` leaves
 * the unit out (spec, "Criteria that are not assigned").
 */
export function readNotAssigned(top: Fields, units: Units): Map<string, Exempted> {
  const listed = readListed(top, units);
  const leftOut = new Map<PlanScale, LeftOut>();
  const found = new Map<string, Exempted>();
  for (const { code, traits, scale } of units.values()) {
    if (scale === undefined) continue;
    let own = leftOut.get(scale);
    if (own === undefined) leftOut.set(scale, (own = new LeftOut(scale)));
    const rows = listed.get(code) ?? NO_ROWS;
    const all = own.of(traits, rows.keys());
    if (all.size > 0) found.set(code, { all, listed: rows });
  }
  return found;
}

const NO_ROWS: ReadonlyMap<number, string | null> = new Map();

/** What `notAssigned` lists: by unit, then by index of the criterion, the reason it gives. */
function readListed(top: Fields, units: Units): Map<string, Map<number, string | null>> {
  const found = new Map<string, Map<number, string | null>>();
  if (!top.has('notAssigned')) return found;
  for (const { value, path } of top.list('notAssigned') ?? []) {
    const fields = Fields.open(value, path, top.problems, NOT_ASSIGNED_KEYS);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const criterion = readCriterionOf(fields, unit);
    const reason = (fields.has('reason') ? fields.text('reason') : undefined) ?? null;
    if (unit === undefined || criterion === undefined) continue;
    const own = found.get(unit.code) ?? new Map<number, string | null>();
    if (own.has(criterion.index)) {
      top.problems.add('code.duplicate', path, 'this criterion is listed already for the unit', {
        reason: 'notAssigned',
        value: criterion.code,
        name: criterion.name,
        unitName: unit.name,
      });
    }
    own.set(criterion.index, reason);
    found.set(unit.code, own);
  }
  return found;
}

/** Checks `holds`; by unit, those that cover `asOf`: from ≤ asOf ≤ to, without `to` open. */
export function readHolds(top: Fields, units: Units, asOf: string): Map<string, PlanHold[]> {
  const held = new Map<string, PlanHold[]>();
  if (!top.has('holds')) return held;
  for (const { value, path } of top.list('holds') ?? []) {
    const fields = Fields.open(value, path, top.problems, ['unit', 'kind', 'from', 'to', 'reason']);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const kind = fields.text('kind') ?? '';
    const reason = (fields.has('reason') ? fields.text('reason') : undefined) ?? null;
    const to = readPeriod(fields, false);
    const from = fields.record['from'];
    if (unit === undefined || typeof from !== 'string') continue;
    if (asOf < from || (to !== undefined && to < asOf)) continue;
    const hold = { kind, from, to: to ?? null, reason };
    const own = held.get(unit.code);
    if (own === undefined) held.set(unit.code, [hold]);
    else own.push(hold);
  }
  return held;
}
