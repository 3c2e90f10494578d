import { Injectable } from '@nestjs/common';
import { Campaign, CampaignRules } from '@thidua/campaigns';
import type { CompiledCampaign, EntryPosition } from '@thidua/campaigns';
import { Reader, valueRows } from '@thidua/platform';
import type { JsonObject, Plan } from '@thidua/scoring';
import { fittingEntries } from './fitting-entries.js';
import { NO_ROUND, placeId, placeOf } from './sheet-place.js';
type RawEntry = JsonObject & { criterion: string };

interface SubmittedRow {
  unit: string;
  stage: string;
  round: string;
  entries: string;
}

/** What a ranking was computed from. */
export interface Moment {
  readonly ruleSet: number;
  /** The day on which holds, facts and rounds were judged. */
  readonly asOf: string;
  /** By cluster. */
  readonly revisions: Readonly<Record<string, number>>;
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
    const rules = await this.rules.inForce(this.reader, campaign);
    // One statement, so that all sheets are of one moment.
    const rows = await this.reader.query<SubmittedRow>(
      `SELECT b.unit, b.stage, b.round, b.entries FROM sheet s JOIN submission b
           ON b.campaign = s.campaign AND b.cluster = s.cluster AND b.revision = s.submitted_revision
              AND b.ordinal = s.submitted_ordinal
        WHERE s.campaign = ? ORDER BY b.cluster, b.unit, b.round, b.stage`,
      [campaign],
    );
    return this.fileOf(rules, rows);
  }

  /**
   * The same as it stood by some revision of each cluster, by one version of the rules and judged on a day: what a
   * ranking of then was computed from. Of a cluster that is not named there are no entries.
   * @throws Problem `rules.unknown`.
   */
  async exportAt(campaign: string, { ruleSet, asOf, revisions }: Moment): Promise<JsonObject> {
    const rules = await this.rules.version(this.reader, campaign, ruleSet, asOf);
    const bounds = Object.entries(revisions);
    const rows = await this.reader.query<SubmittedRow>(
      `SELECT unit, stage, round, entries FROM (
         SELECT b.cluster, b.unit, b.stage, b.round, b.entries,
                ROW_NUMBER() OVER (PARTITION BY b.unit, b.stage, b.round ORDER BY b.revision DESC) AS place
           FROM (VALUES ${valueRows(bounds.length, 2)}) AS m JOIN submission b
             ON b.cluster = m.column1 AND b.revision <= CAST(m.column2 AS integer)
          WHERE b.campaign = ? AND b.ordinal = 0) AS newest
        WHERE place = 1 ORDER BY cluster, unit, round, stage`,
      [...bounds.flat(), campaign],
    );
    return this.fileOf(rules, rows);
  }

  private async fileOf({ code, document, plan }: CompiledCampaign, rows: readonly SubmittedRow[]): Promise<JsonObject> {
    const { entryOrder } = await this.reader.manager.findOneOrFail(Campaign, {
      select: { entryOrder: true },
      where: { code },
    });
    const entries = inFileOrder(JSON.parse(entryOrder) as EntryPosition[], rows, plan);
    return { ...document, asOf: plan.asOf, entries };
  }
}

function inFileOrder(order: readonly EntryPosition[], rows: readonly SubmittedRow[], plan: Plan): JsonObject[] {
  const firstStage = plan.stages.list[0]!.code;
  const current = new Map<string, JsonObject>();
  for (const { unit, entries, ...place } of rows) {
    const at = placeOf(place);
    const all = (JSON.parse(entries) as RawEntry[]).map((entry) => ({ ...at, ...entry }));
    for (const entry of fittingEntries(plan, unit, all)) {
      current.set(`${unit}/${placeId(place)}/${entry.criterion}`, { unit, ...entry });
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
