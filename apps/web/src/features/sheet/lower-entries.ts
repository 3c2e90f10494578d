import type { Sheet, SheetEntry, SheetStage } from '../../api/types.js';

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
