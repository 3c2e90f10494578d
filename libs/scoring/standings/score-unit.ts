import type { Entry } from '../file/competition.js';
import { setMember } from '../file/json-value.js';
import { formatUnits } from '../number/fixed.js';
import type { Plan } from '../plan/plan.js';
import type { UnitScore } from '../result/result.js';
import { addUp } from './add-up.js';
import { UnitSheet } from './unit-sheet.js';

/**
 * One unit's points from its accepted entries of all stages (spec, "Scale", "Entry"). The effective entry of a
 * criterion is that of the highest stage at or above `ranking.stage`. Throws when an entry was never accepted
 * by this plan's checks.
 */
export function scoreUnit(plan: Plan, unit: string, entries: readonly Entry[]): UnitScore {
  const known = plan.units.get(unit);
  if (known === undefined) throw new RangeError(`no unit ${unit} in this plan`);
  return scoreSheet(new UnitSheet(known, plan.ranking.stage, entries));
}

/** The score of what stands in a sheet now. */
export function scoreSheet(sheet: UnitSheet): UnitScore {
  const { unit } = sheet;
  const { scale } = unit;
  const { digits } = scale;
  const points = sheet.measure();
  const sums = addUp(scale, points);
  const parts: Record<string, string> = {};
  scale.parts.forEach((part, index) => setMember(parts, part.code, formatUnits(sums.parts[index] ?? 0n, digits)));
  const criteria: UnitScore['criteria'] = {};
  const missing: string[] = [];
  for (const { code, index, mandatory } of scale.criteria) {
    const value = points[index];
    const entry = sheet.effective(index);
    if (value !== undefined && entry !== undefined) {
      criteria[code] = { points: formatUnits(value, digits), stage: entry.stage };
    } else if (mandatory) missing.push(code);
  }
  return {
    unit: unit.code,
    complete: missing.length === 0,
    total: formatUnits(sums.total, digits),
    base: formatUnits(sums.base, digits),
    bonus: formatUnits(sums.bonus, digits),
    penalty: formatUnits(sums.penalty, digits),
    parts,
    criteria,
    missing,
  };
}
