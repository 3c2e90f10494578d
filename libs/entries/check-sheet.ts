import { STAGES } from '@thidua/identity';
import type { StageName } from '@thidua/identity';
import { checkSheet } from '@thidua/scoring';
import type { Entry, JsonValue, Outcome, Plan, ScoringError } from '@thidua/scoring';
import { storedEntries } from './unit-sheets.js';
import type { SheetState } from './unit-sheets.js';

/** What a draft may still lack; a submission may not. */
const OPEN_IN_DRAFT = new Set(['entry.evidence.missing', 'entry.reason.missing']);

/** The entries of a unit as submitted at every stage but one. */
function otherStages(unit: string, stage: StageName, sheets: ReadonlyMap<StageName, SheetState>): Entry[] {
  return [...sheets.values()]
    .filter((sheet) => sheet.stage !== stage && sheet.submitted !== null)
    .flatMap((sheet) => storedEntries(unit, sheet.stage, sheet.submitted!));
}

/** Checks a draft: all that is in it must be right, but evidence and reasons may still follow. */
export function checkDraft(plan: Plan, unit: string, stage: StageName, entries: JsonValue): ScoringError[] {
  const outcome = checkSheet(plan, unit, stage, entries, []);
  return outcome.ok ? [] : outcome.errors.filter(({ code }) => !OPEN_IN_DRAFT.has(code));
}

/**
 * Checks a sheet as a submission, with what the unit's other stages hold.
 *
 * A criterion that a higher stage has scored stays as it was unless that stage's entry still stands beside the new
 * value (equal points, or a reason given): otherwise the higher stage would have corrected a figure it never saw.
 */
export function checkSubmission(
  plan: Plan,
  unit: string,
  stage: StageName,
  entries: JsonValue,
  sheets: ReadonlyMap<StageName, SheetState>,
): Outcome<Entry[]> {
  const others = otherStages(unit, stage, sheets);
  const checked = checkSheet(plan, unit, stage, entries, others);
  if (!checked.ok || others.length === 0) return checked;
  const superseded = higherStages(stage).flatMap((higher) => {
    const submitted = sheets.get(higher)?.submitted;
    if (!submitted) return [];
    const below = [...others.filter((entry) => entry.stage !== higher), ...checked.value];
    const again = checkSheet(plan, unit, higher, JSON.parse(submitted) as JsonValue, below);
    return again.ok
      ? []
      : supersededErrors(again.errors, JSON.parse(submitted) as { criterion: string }[], checked.value);
  });
  return superseded.length > 0 ? { ok: false, errors: superseded } : checked;
}

function higherStages(stage: StageName): readonly StageName[] {
  return STAGES.slice(STAGES.indexOf(stage) + 1);
}

/** The same fault, told where this editor can see it: at the entry that no longer agrees with the higher stage. */
function supersededErrors(
  errors: readonly ScoringError[],
  higher: readonly { criterion: string }[],
  mine: readonly Entry[],
): ScoringError[] {
  return errors.map(({ path }) => {
    const criterion = higher[Number(/^entries\[(\d+)\]/.exec(path)?.[1])]?.criterion ?? '';
    const index = mine.findIndex((entry) => entry.criterion === criterion);
    return {
      code: 'sheet.superseded',
      path: index < 0 ? 'entries' : `entries[${index}]`,
      message: `a higher stage has scored ${criterion}; ask it to return the sheet first`,
      params: { criterion },
    };
  });
}
