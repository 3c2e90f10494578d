import type { Entry } from '../plan/competition.js';
import { placeOf } from '../entries/entry-place.js';
import type { Plan } from '../plan/plan.js';
import type { UnitScore } from './standing.js';
import { UnitColumns } from './unit-columns.js';
import { writeScore } from './write-score.js';

/**
 * One unit's points in one round from its accepted entries of all stages and rounds (spec, "Scale", "Entry"), as if it were alone
 * in its cluster and no fact were in force. The effective entry of a criterion is that of the highest stage at or above
 * `ranking.stage`. `round` is a code, where the competition has rounds. Throws a RangeError for a unit or round the
 * plan does not have, a TypeError when an entry was never accepted by this plan's checks.
 */
export function scoreUnit(plan: Plan, unit: string, entries: readonly Entry[], round?: string): UnitScore {
  const known = plan.units.get(unit);
  if (known === undefined) throw new RangeError(`no unit ${unit} in this plan`);
  const index = round === undefined ? 0 : plan.rounds?.indexOf.get(round);
  if (index === undefined) throw new RangeError(`no round ${round} in this plan`);
  const columns = new UnitColumns(plan, known.scale, [known]);
  for (const entry of entries) {
    const place = placeOf(plan, entry.stage, entry.round);
    if (place.round === index) columns.set(0, entry.criterion, place.level, entry);
  }
  columns.evaluate();
  return writeScore(plan, columns, 0, []);
}
