import { STAGES, type Entry, type Stage } from '../plan/competition.js';
import { asList, asObject } from '../text/fields.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import { Problems, type Outcome } from '../text/problems.js';
import type { Plan, PlanUnit } from '../plan/plan.js';
import { checkEntry } from './check-entry.js';
import { checkReasons, Ledger, type Judged } from './ledger.js';

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
  const problems = new Problems();
  const list = asList(entries, ENTRIES, problems);
  if (list === undefined) return problems.outcome([]);
  const ledger = new Ledger(known);
  for (const other of others) {
    const judged = other.stage === stage ? undefined : acceptedEarlier(known, other);
    if (judged !== undefined) ledger.put(judged);
  }
  const accepted: Entry[] = [];
  list.forEach((value, index) => {
    const path = at(ENTRIES, index);
    const entry = asObject(value, path, problems);
    if (entry === undefined) return;
    const judged = checkOf(known, stage, entry, path, problems);
    if (judged !== undefined) ledger.enter(judged, problems);
    accepted.push(withPlace(entry, unit, stage));
  });
  ledger.checkReasons(problems);
  return problems.outcome(accepted);
}

/** The same for a sheet of one entry; `others` are those of its criterion, lowest stage first. */
export function checkOne(unit: PlanUnit, entry: Entry, others: readonly Entry[]): Outcome<Entry> {
  const problems = new Problems();
  const judged = checkOf(unit, entry.stage, entry as unknown as JsonObject, FIRST, problems);
  if (judged !== undefined && others.length > 0) {
    const slots = STAGES.map((stage) => {
      const other = others.find((each) => each.stage === stage);
      return stage === entry.stage ? judged.slot : other && acceptedEarlier(unit, other)?.slot;
    });
    checkReasons(unit, judged.criterion, slots, problems);
  }
  return problems.outcome(entry);
}

const ENTRIES: Path = { up: null, key: 'entries' };
const FIRST = at(ENTRIES, 0);

function checkOf(unit: PlanUnit, stage: Stage, entry: JsonObject, path: Path, problems: Problems): Judged | undefined {
  checkSame(entry, 'unit', unit.code, path, problems);
  checkSame(entry, 'stage', stage, path, problems);
  return checkEntry(unit, stage, entry, path, problems);
}

/** The entry with its unit and stage, copied only where they were left out: this runs for every entry entered. */
const withPlace = (entry: JsonObject, unit: string, stage: Stage): Entry =>
  (Object.hasOwn(entry, 'unit') && Object.hasOwn(entry, 'stage')
    ? entry
    : { unit, stage, ...entry }) as unknown as Entry;

function checkSame(entry: JsonObject, key: 'unit' | 'stage', expected: string, path: Path, problems: Problems): void {
  if (entry[key] === undefined || entry[key] === expected) return;
  problems.add('field.range', at(path, key), `this sheet is of ${key} ${expected}`, { reason: 'sheet', expected });
}

/** An entry accepted earlier only lends its points; one the scale no longer knows lends nothing. */
function acceptedEarlier({ scale }: PlanUnit, entry: Entry): Judged | undefined {
  const criterion = scale.byCode.get(entry.criterion);
  const slot = { entry: entry as unknown as JsonObject, hasReason: entry.reason !== undefined, path: null };
  return criterion && { criterion, stage: entry.stage, slot };
}
