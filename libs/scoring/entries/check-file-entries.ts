import type { Plan, PlanUnit } from '../plan/plan.js';
import { asObject, type Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import type { JsonValue } from '../text/json-value.js';
import { at } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import { checkEntry, checkUnplaced, readReference } from './check-entry.js';
import { readPlace } from './entry-place.js';
import { Ledger } from './ledger.js';

/** Checks every entry of a file; errors go to `top.problems`. */
export function checkFileEntries(top: Fields, plan: Plan): void {
  const { problems } = top;
  if (!top.has('entries')) return;
  const ledgers = new Map<string, Ledger>();
  const members = new Set(plan.clusters.flatMap((cluster) => cluster.units));
  for (const { value, path } of top.list('entries') ?? []) {
    const entry = asObject(value, path, problems);
    if (entry === undefined) continue;
    const before = problems.errors.length;
    const code = readReference(entry, 'unit', path, problems);
    const place = readPlace(plan, entry, path, problems);
    const ledger = code === undefined ? undefined : (ledgers.get(code) ?? openLedger(code, plan, ledgers));
    if (code !== undefined && !members.has(code)) {
      problems.add('ref.unknown', at(path, 'unit'), 'there is no such unit', {
        reason: 'unit',
        value: code.slice(0, 80),
        ...knownCodes(members),
      });
    }
    if (ledger === undefined || place === undefined) checkUnplaced(ledger?.unit, entry, path, problems);
    else {
      const judged = checkEntry(plan, ledger.unit, place, entry, path, problems);
      if (judged !== undefined) ledger.enter(judged, problems);
    }
    if (ledger !== undefined) nameEntry(problems, before, ledger.unit, entry['criterion']);
  }
  for (const ledger of ledgers.values()) {
    const before = problems.errors.length;
    ledger.checkReasons(problems);
    for (const error of problems.errors.slice(before)) error.params = { ...error.params, unitName: ledger.unit.name };
  }
}

/** Adds to what was told of an entry whose it is: in a file, unlike a sheet, the place alone does not say it. */
function nameEntry({ errors }: Problems, before: number, unit: PlanUnit, criterion: JsonValue | undefined): void {
  const scored = typeof criterion === 'string' ? unit.scale.byCode.get(criterion) : undefined;
  if (scored === undefined) return;
  for (const error of errors.slice(before)) {
    if (!error.code.startsWith('entry.')) continue;
    const names = { unitName: unit.name, criterion: scored.code, criterionName: scored.name };
    error.params = { ...error.params, ...names };
  }
}

function openLedger(code: string, plan: Plan, ledgers: Map<string, Ledger>): Ledger | undefined {
  const unit = plan.units.get(code);
  if (unit === undefined) return undefined;
  const ledger = new Ledger(unit, plan);
  ledgers.set(code, ledger);
  return ledger;
}
