import { checkSheet } from '@thidua/scoring';
import type { Entry, JsonValue, Outcome, Plan, ScoringError } from '@thidua/scoring';
import { sameFigure } from './same-entries.js';
import { placeOf } from './sheet-place.js';
import type { SheetPlace } from './sheet-place.js';
import { submittedEntries } from './unit-sheets.js';
import type { UnitSheets } from './unit-sheets.js';

/** What is still wrong with a figure, or lacking, where only a submission must be right; by reason where some are. */
const OPEN_IN_DRAFT: Readonly<Record<string, true | readonly string[]>> = {
  'entry.evidence.missing': true,
  'entry.reason.missing': true,
  'entry.value.shape': ['missing', 'noInput'],
  'entry.points.range': true,
  'entry.points.step': true,
  'entry.plan.missing': true,
  'entry.plan.notPositive': true,
  'entry.param.missing': true,
  'entry.tally.empty': true,
  'entry.marks.few': true,
  'entry.formula.divisionByZero': true,
  'field.range': ['min', 'count', 'day'],
};

export interface UnitPlace extends SheetPlace {
  readonly unit: string;
}

/**
 * Checks a draft: it keeps what was typed, complete and right or not, as long as it is of the form of entries, each of a
 * criterion that may be entered here.
 */
export function checkDraft(plan: Plan, { unit, ...place }: UnitPlace, entries: JsonValue): ScoringError[] {
  const outcome = checkSheet(plan, { unit, ...placeOf(place) }, entries, []);
  return outcome.ok ? [] : outcome.errors.filter((error) => !isOpen(error));
}

function isOpen({ code, params }: ScoringError): boolean {
  const open = OPEN_IN_DRAFT[code] ?? [];
  return open === true || open.includes(String(params?.['reason']));
}

/**
 * Checks a sheet as a submission, with what the unit's other stages hold in its round.
 *
 * What a higher stage has scored is settled until that stage reopens it, whatever reason it gave: it judged the figure
 * that stood below, and a later one would stand beside a score that was not given for it. Evidence and reasons may follow.
 */
export function checkSubmission(
  plan: Plan,
  { unit, ...place }: UnitPlace,
  entries: JsonValue,
  sheets: UnitSheets,
): Outcome<Entry[]> {
  const others = submittedEntries(unit, place.round, sheets, (other) => other !== place.stage);
  const checked = checkSheet(plan, { unit, ...placeOf(place) }, entries, others);
  if (!checked.ok || others.length === 0) return checked;
  const errors = supersededErrors(plan, place.stage, checked.value, sheets);
  return errors.length > 0 ? { ok: false, errors } : checked;
}

type Named = JsonValue & { readonly criterion: string };

const entriesIn = (text: string | null | undefined): Named[] => JSON.parse(text ?? '[]') as Named[];
const byCriterion = (entries: readonly Named[]): ReadonlyMap<string, Named> =>
  new Map(entries.map((entry) => [entry.criterion, entry]));

/** Each criterion whose figure differs from what was submitted, though a higher stage has scored it. */
function supersededErrors({ stages }: Plan, stage: string, mine: readonly Entry[], sheets: UnitSheets): ScoringError[] {
  const higher = stages.list
    .slice(stages.levelOf.get(stage)! + 1)
    .flatMap(({ code, name }) =>
      entriesIn(sheets.get(code)?.submitted).map(({ criterion }) => ({ code, name, criterion })),
    );
  if (higher.length === 0) return [];
  const before = byCriterion(entriesIn(sheets.get(stage)?.submitted));
  const now = byCriterion(mine as unknown as Named[]);
  return higher.flatMap(({ code, name, criterion }) => {
    if (sameFigure(before.get(criterion), now.get(criterion))) return [];
    const index = mine.findIndex((entry) => entry.criterion === criterion);
    return {
      code: 'sheet.superseded',
      path: index < 0 ? 'entries' : `entries[${index}]`,
      message: `${name} has scored ${criterion}; ask it to reopen the criterion first`,
      params: { criterion, stage: code, stageName: name },
    };
  });
}
