import type { Sheet, SheetCriterion, SheetEntry, SheetStage } from '../../api/types.js';
import { criteriaOf } from './collect-entries.js';
import { draftOf, emptyDraft, isEmpty, type Drafts } from './draft.js';
import { canEnter } from './value-fields.js';

export interface LowerEntry {
  stage: SheetStage;
  entry: SheetEntry;
}

/** What was entered for a criterion at the stages below this sheet's, the lowest first. */
export function lowerEntriesOf(sheet: Sheet, criterion: string): LowerEntry[] {
  return sheet.stages.flatMap((stage) =>
    sheet.lowerEntries
      .filter((entry) => entry.stage === stage.code && entry.criterion === criterion)
      .map((entry) => ({ stage, entry })),
  );
}

/** Whether the sheet is of the stage that all others build on. */
export function isFirstStage({ stage, stages }: Sheet): boolean {
  return stages[0]?.code === stage;
}

/** Whether this stage has reopened the criterion, and nobody below has corrected it since: it is theirs for now. */
function isAwaited({ scored, reopened }: SheetCriterion, stage: string): boolean {
  return reopened?.stage === stage && scored.every(({ at }) => at < reopened.at);
}

/** For each criterion still empty here and scored below, that score; its evidence stays where it was given. */
export function lowerScores({ sheet, drafts }: { sheet: Sheet; drafts: Drafts }): Drafts {
  const found = criteriaOf(sheet).flatMap((criterion) => {
    const { code } = criterion;
    const below = lowerEntriesOf(sheet, code).at(-1);
    if (isAwaited(criterion, sheet.stage)) return [];
    if (!canEnter(criterion) || below === undefined || !isEmpty(drafts[code] ?? emptyDraft)) return [];
    return [[code, { ...emptyDraft, texts: draftOf(below.entry).texts }] as const];
  });
  return Object.fromEntries(found);
}
