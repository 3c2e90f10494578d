import type { Sheet, SheetEntry, Stage } from '../../api/types.js';

const upwards: readonly Stage[] = ['self', 'cluster', 'office'];

/** What was entered for a criterion at the stages below this sheet's, the lowest first. */
export function lowerEntriesOf(sheet: Sheet, criterion: string): (SheetEntry & { stage: Stage })[] {
  return upwards.flatMap((stage) =>
    sheet.lowerEntries.filter((entry) => entry.stage === stage && entry.criterion === criterion),
  );
}
