import { Injectable } from '@nestjs/common';
import { Campaign, CampaignRules } from '@thidua/campaigns';
import type { EntryPosition } from '@thidua/campaigns';
import { Reader } from '@thidua/platform';
import type { JsonObject } from '@thidua/scoring';

import { NO_ROUND, placeId, placeOf } from './sheet-place.js';
type RawEntry = JsonObject & { criterion: string };

interface SubmittedRow {
  unit: string;
  stage: string;
  round: string;
  entries: string;
}

/** Gives a campaign back as a competition file with the entries submitted so far. */
@Injectable()
export class ExportCompetition {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
  ) {}

  /**
   * Entries that came with the imported file keep their places in it and new ones follow. The day of judging is named,
   * so that whoever scores the file gets what the service shows: but for that, a campaign nobody has touched gives back
   * the file it came from, and to the same hash where that names its day.
   */
  async export(campaign: string): Promise<JsonObject> {
    const { document, plan } = await this.rules.get(campaign);
    const { entryOrder } = await this.reader.manager.findOneOrFail(Campaign, {
      select: { entryOrder: true },
      where: { code: campaign },
    });
    // One statement, so that all sheets are of one moment.
    const rows = await this.reader.query<SubmittedRow>(
      `SELECT b.unit, b.stage, b.round, b.entries FROM sheet s JOIN submission b
           ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
              AND b.ordinal = s.submitted_ordinal
        WHERE s.campaign = ? ORDER BY b.cluster, b.unit, b.round, b.stage`,
      [campaign],
    );
    return {
      ...document,
      asOf: plan.asOf,
      entries: inFileOrder(JSON.parse(entryOrder) as EntryPosition[], rows, plan.stages.list[0]!.code),
    };
  }
}

function inFileOrder(order: readonly EntryPosition[], rows: readonly SubmittedRow[], firstStage: string): JsonObject[] {
  const current = new Map<string, JsonObject>();
  for (const { unit, entries, ...place } of rows) {
    const at = placeOf(place);
    for (const entry of JSON.parse(entries) as RawEntry[]) {
      current.set(`${unit}/${placeId(place)}/${entry.criterion}`, { unit, ...at, ...entry });
    }
  }
  const placed = order.flatMap(([unit, criterion, stage, round = NO_ROUND]) => {
    const key = `${unit}/${placeId({ stage: stage ?? firstStage, round })}/${criterion}`;
    const entry = current.get(key);
    if (!entry) return [];
    current.delete(key);
    if (stage !== null) return [entry];
    const { stage: _implied, ...rest } = entry;
    return [rest];
  });
  return [...placed, ...current.values()];
}
