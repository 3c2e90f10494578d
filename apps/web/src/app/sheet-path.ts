interface SheetPlace {
  unit: string;
  stage: string;
  /** Empty where the campaign has no rounds. */
  round: string;
}

/** The page of one unit's sheet at one stage, in one round. */
export function sheetPath(campaign: string, { unit, stage, round }: SheetPlace): string {
  const [inCampaign, ofUnit, atStage] = [campaign, unit, stage].map(encodeURIComponent);
  const query = round === '' ? '' : `?round=${encodeURIComponent(round)}`;
  return `/campaigns/${inCampaign}/units/${ofUnit}/sheets/${atStage}${query}`;
}
