import type { Entry } from '../plan/competition.js';
import type { Plan } from '../plan/plan.js';
import type { UnitScore } from './standing.js';
import { UnitColumns } from './unit-columns.js';
import { writeScore } from './write-score.js';

/**
 * One unit's points from its accepted entries of all stages (spec, "Scale", "Entry"). The effective entry of a
 * criterion is that of the highest stage at or above `ranking.stage`. Throws a RangeError for a unit the plan does
 * not have, a TypeError when an entry was never accepted by this plan's checks.
 */
export function scoreUnit(plan: Plan, unit: string, entries: readonly Entry[]): UnitScore {
  const known = plan.units.get(unit);
  if (known === undefined) throw new RangeError(`no unit ${unit} in this plan`);
  const columns = new UnitColumns(known.scale, [known], plan.ranking.stage);
  for (const entry of entries) columns.put(0, entry);
  columns.evaluate();
  return writeScore(columns, 0);
}
