import { STAGES, type Stage } from '../plan/competition.js';
import { asObject, Fields } from '../text/fields.js';
import type { JsonObject } from '../text/json-value.js';
import { at, type Path } from '../text/path.js';
import type { Problems } from '../text/problems.js';
import type { Plan } from '../plan/plan.js';
import { checkEntry, readReference } from './check-entry.js';
import { Ledger } from './ledger.js';

/** Checks every entry of a file; errors go to `top.problems`. */
export function checkFileEntries(top: Fields, plan: Plan): void {
  const { problems } = top;
  const ledgers = new Map<string, Ledger>();
  const members = new Set(plan.clusters.flatMap((cluster) => cluster.units));
  for (const { value, path } of top.list('entries') ?? []) {
    const entry = asObject(value, path, problems);
    if (entry === undefined) continue;
    const code = readReference(entry, 'unit', path, problems);
    const stage = readStage(entry, path, problems);
    if (code === undefined || stage === undefined) continue;
    const ledger = ledgers.get(code) ?? openLedger(code, plan, ledgers);
    if (ledger !== undefined) {
      const judged = checkEntry(ledger.unit, stage, entry, path, problems);
      if (judged !== undefined) ledger.enter(judged, problems);
    } else if (!members.has(code)) {
      problems.add('ref.unknown', at(path, 'unit'), 'there is no such unit', {
        reason: 'unit',
        value: code.slice(0, 80),
      });
    }
  }
  for (const ledger of ledgers.values()) ledger.checkReasons(problems);
}

function openLedger(code: string, plan: Plan, ledgers: Map<string, Ledger>): Ledger | undefined {
  const unit = plan.units.get(code);
  if (unit === undefined) return undefined;
  const ledger = new Ledger(unit);
  ledgers.set(code, ledger);
  return ledger;
}

/** The stage an entry names, `self` when it names none; undefined after telling that it is none. */
export function readStage(entry: JsonObject, path: Path, problems: Problems): Stage | undefined {
  const stage = Object.hasOwn(entry, 'stage') ? entry['stage'] : 'self';
  const known = STAGES.find((each) => each === stage);
  if (known !== undefined) return known;
  if (typeof stage === 'string') {
    problems.add('field.range', at(path, 'stage'), `one of ${STAGES.join(', ')} is expected`, {
      reason: 'choice',
      values: STAGES.join(', '),
    });
  } else problems.add('field.type', at(path, 'stage'), 'text is expected', { expected: 'text' });
  return undefined;
}
