import { LEVEL } from '../entries/ledger.js';
import { measureEntry } from '../entries/measure.js';
import type { Entry } from '../file/competition.js';
import type { JsonObject } from '../file/json-value.js';
import { setMember } from '../file/json-value.js';
import { Problems } from '../file/problems.js';
import { formatUnits } from '../number/fixed.js';
import type { Plan, PlanScale, PlanUnit } from '../plan/plan.js';
import type { UnitScore } from '../result/result.js';
import { addUp } from './add-up.js';

/**
 * One unit's points from its accepted entries of all stages (spec, "Scale", "Entry"). The effective entry of a
 * criterion is that of the highest stage at or above `ranking.stage`. Throws when an entry was never accepted
 * by this plan's checks.
 */
export function scoreUnit(plan: Plan, unit: string, entries: readonly Entry[]): UnitScore {
  const known = plan.units.get(unit);
  if (known === undefined) throw new RangeError(`no unit ${unit} in this plan`);
  const effective = pickEffective(known.scale, entries, LEVEL[plan.ranking.stage]);
  const points = effective.map((entry, index) => entry && pointsOf(known, index, entry));
  return present(known, effective, points);
}

function pickEffective(scale: PlanScale, entries: readonly Entry[], least: number): (Entry | undefined)[] {
  const effective = scale.criteria.map((): Entry | undefined => undefined);
  for (const entry of entries) {
    const criterion = scale.byCode.get(entry.criterion);
    if (criterion === undefined) throw new TypeError(`scale ${scale.code} has no criterion ${entry.criterion}`);
    const level = LEVEL[entry.stage];
    if (level < least) continue;
    const current = effective[criterion.index];
    if (current === undefined || level > LEVEL[current.stage]) effective[criterion.index] = entry;
  }
  return effective;
}

function pointsOf(unit: PlanUnit, index: number, entry: Entry): bigint {
  const criterion = unit.scale.criteria[index]!;
  const problems = new Problems();
  const points = measureEntry(unit, criterion, entry as unknown as JsonObject, ENTRY, problems);
  if (points !== undefined) return points;
  const [first] = problems.errors;
  throw new TypeError(`unit ${unit.code}, criterion ${criterion.code}: an entry never accepted (${first?.code})`);
}

const ENTRY = { up: null, key: 'entry' };

function present(unit: PlanUnit, effective: (Entry | undefined)[], points: (bigint | undefined)[]): UnitScore {
  const { scale } = unit;
  const { digits } = scale;
  const sums = addUp(scale, points);
  const parts: Record<string, string> = {};
  scale.parts.forEach((part, index) => setMember(parts, part.code, formatUnits(sums.parts[index] ?? 0n, digits)));
  const criteria: UnitScore['criteria'] = {};
  const missing: string[] = [];
  for (const { code, index, mandatory } of scale.criteria) {
    const value = points[index];
    const entry = effective[index];
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
