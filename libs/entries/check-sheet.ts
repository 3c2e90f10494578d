import { checkSheet } from '@thidua/scoring';
import type { Entry, JsonValue, Outcome, Plan, ScoringError } from '@thidua/scoring';
import { placeOf } from './sheet-place.js';
import type { SheetPlace } from './sheet-place.js';
import { submittedEntries } from './unit-sheets.js';
import type { UnitSheets } from './unit-sheets.js';

/** What a draft may still lack; a submission may not. */
const OPEN_IN_DRAFT = new Set(['entry.evidence.missing', 'entry.reason.missing']);

export interface UnitPlace extends SheetPlace {
  readonly unit: string;
}

/** Checks a draft: all that is in it must be right, but evidence and reasons may still follow. */
export function checkDraft(plan: Plan, { unit, ...place }: UnitPlace, entries: JsonValue): ScoringError[] {
  const outcome = checkSheet(plan, { unit, ...placeOf(place) }, entries, []);
  return outcome.ok ? [] : outcome.errors.filter(({ code }) => !OPEN_IN_DRAFT.has(code));
}

/**
 * Checks a sheet as a submission, with what the unit's other stages hold in its round.
 *
 * A criterion that a higher stage has scored stays as it was unless that stage's entry still stands beside the new
 * value (equal points, or a reason given): otherwise the higher stage would have corrected a figure it never saw.
 */
export function checkSubmission(
  plan: Plan,
  { unit, ...place }: UnitPlace,
  entries: JsonValue,
  sheets: UnitSheets,
): Outcome<Entry[]> {
  const { stage, round } = place;
  const others = submittedEntries(unit, round, sheets, (other) => other !== stage);
  const checked = checkSheet(plan, { unit, ...placeOf(place) }, entries, others);
  if (!checked.ok || others.length === 0) return checked;
  const superseded = higherStages(plan, stage).flatMap((higher) => {
    const submitted = sheets.get(higher)?.submitted;
    if (!submitted) return [];
    const below = [...others.filter((entry) => entry.stage !== higher), ...checked.value];
    const content = JSON.parse(submitted) as JsonValue;
    const again = checkSheet(plan, { unit, ...placeOf({ stage: higher, round }) }, content, below);
    const { name } = plan.stages.list[plan.stages.levelOf.get(higher)!]!;
    return again.ok
      ? []
      : supersededErrors(again.errors, name, content as unknown as { criterion: string }[], checked.value);
  });
  return superseded.length > 0 ? { ok: false, errors: superseded } : checked;
}

function higherStages({ stages }: Plan, stage: string): readonly string[] {
  return stages.list.slice(stages.levelOf.get(stage)! + 1).map(({ code }) => code);
}

/** The same fault, told where this editor can see it: at the entry that no longer agrees with the higher stage. */
function supersededErrors(
  errors: readonly ScoringError[],
  stage: string,
  higher: readonly { criterion: string }[],
  mine: readonly Entry[],
): ScoringError[] {
  return errors.map(({ path }) => {
    const criterion = higher[Number(/^entries\[(\d+)\]/.exec(path)?.[1])]?.criterion ?? '';
    const index = mine.findIndex((entry) => entry.criterion === criterion);
    return {
      code: 'sheet.superseded',
      path: index < 0 ? 'entries' : `entries[${index}]`,
      message: `${stage} has scored ${criterion}; ask it to reopen the criterion first`,
      params: { criterion, stage },
    };
  });
}
