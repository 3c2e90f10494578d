import type { Plan } from '../plan/plan.js';
import { asObject, type Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import { at } from '../text/path.js';
import { checkEntry, readReference } from './check-entry.js';
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
    const code = readReference(entry, 'unit', path, problems);
    const place = readPlace(plan, entry, path, problems);
    if (code === undefined || place === undefined) continue;
    const ledger = ledgers.get(code) ?? openLedger(code, plan, ledgers);
    if (ledger !== undefined) {
      const judged = checkEntry(plan, ledger.unit, place, entry, path, problems);
      if (judged !== undefined) ledger.enter(judged, problems);
    } else if (!members.has(code)) {
      const params = { reason: 'unit', value: code.slice(0, 80), ...knownCodes(members) };
      problems.add('ref.unknown', at(path, 'unit'), 'there is no such unit', params);
    }
  }
  for (const ledger of ledgers.values()) ledger.checkReasons(problems);
}

function openLedger(code: string, plan: Plan, ledgers: Map<string, Ledger>): Ledger | undefined {
  const unit = plan.units.get(code);
  if (unit === undefined) return undefined;
  const ledger = new Ledger(unit, plan);
  ledgers.set(code, ledger);
  return ledger;
}
