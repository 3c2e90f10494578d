import type { Entry, Stage } from '../file/competition.js';
import { asObject } from '../file/fields.js';
import type { JsonObject, JsonValue } from '../file/json-value.js';
import { at, type Path } from '../file/path.js';
import { Problems, type Outcome } from '../file/problems.js';
import type { Plan, PlanUnit } from '../plan/plan.js';
import { checkEntry } from './check-entry.js';
import { Ledger } from './ledger.js';
import { measureEntry } from './measure.js';

/**
 * Checks one unit's entries at one stage as a file's are checked (spec, "Entry"); paths are `entries[i].…` of
 * the array given. `unit` and `stage` may be left out of an entry; when there they must be these.
 * `others` are the unit's accepted entries of the other stages: a reason is asked for against the stages
 * below. What stands above is not judged again here: it is checked when it is entered.
 * Throws a RangeError for a unit the plan does not have.
 */
export function checkSheet(
  plan: Plan,
  unit: string,
  stage: Stage,
  entries: JsonValue,
  others: readonly Entry[],
): Outcome<Entry[]> {
  const known = plan.units.get(unit);
  if (known === undefined) throw new RangeError(`no unit ${unit} in this plan`);
  return checkUnitEntries(known, stage, entries, others);
}

/** The same for a unit at hand. */
export function checkUnitEntries(
  known: PlanUnit,
  stage: Stage,
  entries: JsonValue,
  others: readonly Entry[],
): Outcome<Entry[]> {
  const { code: unit } = known;
  const problems = new Problems();
  const place: Path = { up: null, key: 'entries' };
  if (!Array.isArray(entries)) {
    problems.add('field.type', place, 'a list is expected', { expected: 'a list' });
    return problems.outcome([]);
  }
  const ledger = new Ledger(known);
  for (const other of others) if (other.stage !== stage) putAccepted(ledger, known, other);
  const accepted: Entry[] = [];
  entries.forEach((value, index) => {
    const path = at(place, index);
    const entry = asObject(value, path, problems);
    if (entry === undefined) return;
    checkSame(entry, 'unit', unit, path, problems);
    checkSame(entry, 'stage', stage, path, problems);
    checkEntry(ledger, stage, entry, path, problems);
    accepted.push(withPlace(entry, unit, stage));
  });
  ledger.checkReasons(problems);
  return problems.outcome(accepted);
}

/** The entry with its unit and stage, copied only where they were left out: this runs for every entry entered. */
const withPlace = (entry: JsonObject, unit: string, stage: Stage): Entry =>
  (Object.hasOwn(entry, 'unit') && Object.hasOwn(entry, 'stage')
    ? entry
    : { unit, stage, ...entry }) as unknown as Entry;

function checkSame(entry: JsonObject, key: 'unit' | 'stage', expected: string, path: Path, problems: Problems): void {
  if (!Object.hasOwn(entry, key) || entry[key] === expected) return;
  problems.add('field.range', at(path, key), `this sheet is of ${key} ${expected}`, { reason: 'sheet', expected });
}

/** An entry accepted earlier only lends its points; one the scale no longer knows lends nothing. */
function putAccepted(ledger: Ledger, unit: PlanUnit, entry: Entry): void {
  const criterion = unit.scale.byCode.get(entry.criterion);
  if (criterion === undefined) return;
  const record = entry as unknown as JsonObject;
  const points = measureEntry(unit, criterion, record, { up: null, key: 'others' }, new Problems());
  ledger.put(criterion, entry.stage, { points, hasReason: entry.reason !== undefined, path: null });
}
