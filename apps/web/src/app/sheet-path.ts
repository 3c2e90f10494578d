/** The page of one unit's sheet at one stage. */
export function sheetPath(campaign: string, sheet: { unit: string; stage: string }): string {
  return `/campaigns/${encodeURIComponent(campaign)}/units/${encodeURIComponent(sheet.unit)}/sheets/${sheet.stage}`;
}
