import { isNegative, type Rational } from '../number/rational.js';
import { Fields } from '../text/fields.js';
import type { ReadUnit } from './read-clusters.js';
import { readPeriod } from './read-campaign.js';

type Units = ReadonlyMap<string, ReadUnit>;

/** The unit a list item names; `ref.unknown` when there is none. */
function readUnit(fields: Fields, units: Units): ReadUnit | undefined {
  const code = fields.code('unit');
  if (code === undefined) return undefined;
  const unit = units.get(code);
  if (unit === undefined) {
    fields.problems.add('ref.unknown', fields.at('unit'), 'there is no such unit', { reason: 'unit', value: code });
  }
  return unit;
}

/** Checks `targets`; plan values by unit, then by criterion. */
export function readTargets(top: Fields, units: Units): Map<string, Map<string, Rational>> {
  const targets = new Map<string, Map<string, Rational>>();
  if (!top.has('targets')) return targets;
  for (const { value, path } of top.list('targets') ?? []) {
    const fields = Fields.open(value, path, top.problems, ['unit', 'criterion', 'plan']);
    if (fields === undefined) continue;
    const unit = readUnit(fields, units);
    const code = fields.code('criterion');
    const plan = fields.decimal('plan');
    if (unit?.scale === undefined || code === undefined) continue;
    const criterion = unit.scale.byCode.get(code);
    if (criterion === undefined) {
      top.problems.add('ref.unknown', fields.at('criterion'), "the unit's scale has no such criterion", {
        reason: 'criterion',
        value: code,
      });
      continue;
    }
    if (plan !== undefined && criterion.rule?.plan?.direction === 'lower' && isNegative(plan)) {
      fields.range('plan', 'a plan of at least 0 is expected', 'min', { least: '0' });
    }
    const own = targets.get(unit.code) ?? new Map<string, Rational>();
    if (own.has(code)) top.problems.add('code.duplicate', path, 'the unit already has a target for this criterion');
    if (plan !== undefined) own.set(code, plan);
    targets.set(unit.code, own);
  }
  return targets;
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
