import type { Entry, Stage } from '../plan/competition.js';
import type { Plan, PlanUnit } from '../plan/plan.js';
import { asList, asObject } from '../text/fields.js';
import type { JsonObject, JsonValue } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import { Problems, type Outcome } from '../text/problems.js';
import { checkEntry } from './check-entry.js';
import { placeOf, type EntryPlace } from './entry-place.js';
import { checkReasons, Ledger, type Judged } from './ledger.js';

/** The sheet entries belong to; `round` only where the competition has rounds. */
export interface SheetKey {
  unit: string;
  stage: Stage;
  round?: string;
}

const SHEET_KEYS = ['unit', 'stage', 'round'] as const;

/**
 * Checks one unit's entries at one stage, in one round, as a file's are checked (spec, "Entry"); paths are
 * `entries[i].…` of the array given. Unit, stage and round may be left out of an entry; when there they must be the
 * sheet's. `others` are the unit's accepted entries of the other stages: a reason is asked for against the stages
 * below. What stands above is not judged again here: it is checked when it is entered.
 * Throws a RangeError for a unit the plan does not have, a TypeError for a stage or round it does not have.
 */
export function checkSheet(
  plan: Plan,
  sheet: SheetKey,
  entries: JsonValue,
  others: readonly Entry[],
): Outcome<Entry[]> {
  const unit = plan.units.get(sheet.unit);
  if (unit === undefined) throw new RangeError(`no unit ${sheet.unit} in this plan`);
  const place = placeOf(plan, sheet.stage, sheet.round);
  const problems = new Problems();
  const list = asList(entries, ENTRIES, problems);
  if (list === undefined) return problems.outcome([]);
  const ledger = new Ledger(unit, plan);
  for (const other of others) {
    const judged = other.stage === sheet.stage ? undefined : acceptedEarlier(plan, unit, other);
    if (judged !== undefined) ledger.put(judged);
  }
  const accepted: Entry[] = [];
  list.forEach((value, index) => {
    const path = at(ENTRIES, index);
    const entry = asObject(value, path, problems);
    if (entry === undefined) return;
    const judged = checkOf(plan, unit, sheet, place, entry, path, problems);
    if (judged !== undefined) ledger.enter(judged, problems);
    accepted.push(withPlace(entry, sheet));
  });
  ledger.checkReasons(problems);
  return problems.outcome(accepted);
}

/** The same for a sheet of one entry in its `place`; `others` are those of its criterion at other stages. */
export function checkOne(
  plan: Plan,
  unit: PlanUnit,
  entry: Entry,
  place: EntryPlace,
  others: readonly Entry[],
): Outcome<Entry> {
  const problems = new Problems();
  const judged = checkEntry(plan, unit, place, entry as unknown as JsonObject, FIRST, problems);
  if (judged !== undefined && others.length > 0) {
    const slots = plan.stages.list.map(({ code, level }) => {
      const other = others.find((each) => each.stage === code);
      return level === place.level ? judged.slot : other && acceptedEarlier(plan, unit, other)?.slot;
    });
    checkReasons(unit, judged.criterion, slots, problems);
  }
  return problems.outcome(entry);
}

const ENTRIES: Path = { up: null, key: 'entries' };
const FIRST = at(ENTRIES, 0);

function checkOf(
  plan: Plan,
  unit: PlanUnit,
  sheet: SheetKey,
  place: EntryPlace,
  entry: JsonObject,
  path: Path,
  problems: Problems,
): Judged | undefined {
  for (const key of SHEET_KEYS) {
    const expected = sheet[key];
    if (entry[key] === undefined || entry[key] === expected) continue;
    const name = nameOf(plan, unit, key, expected);
    const params = { reason: 'sheet', key, expected: expected ?? '', ...(name !== undefined && { name }) } as const;
    problems.add('field.range', at(path, key), `this sheet is of ${key} ${expected}`, params);
  }
  return checkEntry(plan, unit, place, entry, path, problems);
}

/** What the sheet's unit, stage or round is called. */
function nameOf(plan: Plan, unit: PlanUnit, key: keyof SheetKey, code: string | undefined): string | undefined {
  if (key === 'unit') return unit.name;
  return (key === 'stage' ? plan.stages.list : plan.rounds?.list)?.find((each) => each.code === code)?.name;
}

/** The entry with its place, copied only where it was left out: this runs for every entry entered. */
const withPlace = (entry: JsonObject, sheet: SheetKey): Entry =>
  (SHEET_KEYS.every((key) => sheet[key] === undefined || Object.hasOwn(entry, key))
    ? entry
    : { ...sheet, ...entry }) as unknown as Entry;

/** An entry accepted earlier only lends its points; one the scale no longer knows lends nothing. */
function acceptedEarlier(plan: Plan, { scale }: PlanUnit, entry: Entry): Judged | undefined {
  const criterion = scale.byCode.get(entry.criterion);
  if (criterion === undefined) return undefined;
  const slot = { entry: entry as unknown as JsonObject, path: null };
  return { criterion, ...placeOf(plan, entry.stage, entry.round), slot };
}
