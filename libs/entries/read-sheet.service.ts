import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { STAGES, isAllowed } from '@thidua/identity';
import type { Caller, StageName } from '@thidua/identity';
import { Reader } from '@thidua/platform';
import { scoreUnit } from '@thidua/scoring';
import type { JsonObject, Plan } from '@thidua/scoring';
import type { SheetSummaryView, SheetView } from './http/sheet.view.js';
import { sheetParts } from './sheet-parts.js';
import type { SheetKey } from './submission-request.js';
import { emptySheet, loadUnitSheets, storedEntries } from './unit-sheets.js';
import type { SheetState } from './unit-sheets.js';

/** Shows a unit's sheet at one stage with all that is needed to fill it in. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
  ) {}

  async read({ campaign, unit, stage }: SheetKey, caller: Caller): Promise<SheetView> {
    const rules = await this.rules.get(campaign);
    const { plan } = rules;
    const sheets = await loadUnitSheets(this.reader, campaign, unit);
    const sheet = sheets.get(stage) ?? emptySheet(stage);
    const { cluster, name, kind } = plan.units.get(unit)!;
    return {
      campaign,
      unit: { code: unit, name, kind },
      cluster: { code: cluster, name: plan.clusterOf.get(cluster)!.name },
      stage,
      version: sheet.version,
      status: statusOf(sheet),
      submittedAt: sheet.submittedAt,
      may: rightsOn(caller, { campaign, cluster, unit }, stage),
      parts: sheetParts(rules, unit, stage, pointsOf(plan, unit, sheets)),
      entries: JSON.parse(sheet.draft ?? sheet.submitted ?? '[]') as object[],
      lowerEntries: lowerEntries(sheets, stage),
    };
  }

  /** The sheets that the caller may open, in the order of the competition file. */
  async list(campaign: string, caller: Caller): Promise<SheetSummaryView[]> {
    const { plan } = await this.rules.get(campaign);
    const rows = await this.reader.query<{
      unit: string;
      stage: StageName;
      version: number;
      draft: number;
      submitted: number;
    }>(
      `SELECT unit, stage, version, CASE WHEN draft IS NULL THEN 0 ELSE 1 END AS draft,
              CASE WHEN submitted_revision IS NULL THEN 0 ELSE 1 END AS submitted
         FROM sheet WHERE campaign = ?`,
      [campaign],
    );
    const saved = new Map(rows.map((row) => [`${row.unit}/${row.stage}`, row]));
    return [...plan.units].flatMap(([unit, { name, cluster }]) =>
      STAGES.filter((stage) => isAllowed(caller.grants, `sheet.read.${stage}`, { campaign, cluster, unit })).map(
        (stage) => {
          const row = saved.get(`${unit}/${stage}`);
          const status = row?.draft ? 'draft' : row?.submitted ? 'submitted' : 'empty';
          return {
            unit,
            name,
            cluster,
            stage,
            status,
            version: row?.version ?? 0,
            may: rightsOn(caller, { campaign, cluster, unit }, stage),
          };
        },
      ),
    );
  }
}

function statusOf({ draft, submitted }: SheetState): SheetView['status'] {
  if (draft !== null) return 'draft';
  return submitted === null ? 'empty' : 'submitted';
}

function rightsOn(
  caller: Caller,
  scope: { campaign: string; cluster: string; unit: string },
  stage: StageName,
): string[] {
  return isAllowed(caller.grants, `sheet.edit.${stage}`, scope) ? ['sheet.edit', 'sheet.submit'] : [];
}

/** Points of the entries that count now, by criterion. */
function pointsOf(plan: Plan, unit: string, sheets: ReadonlyMap<StageName, SheetState>): ReadonlyMap<string, string> {
  const entries = [...sheets.values()].flatMap(({ stage, submitted }) =>
    submitted === null ? [] : storedEntries(unit, stage, submitted),
  );
  return new Map(Object.entries(scoreUnit(plan, unit, entries).criteria).map(([code, { points }]) => [code, points]));
}

function lowerEntries(sheets: ReadonlyMap<StageName, SheetState>, stage: StageName): object[] {
  return STAGES.slice(0, STAGES.indexOf(stage)).flatMap((lower) =>
    (JSON.parse(sheets.get(lower)?.submitted ?? '[]') as JsonObject[]).map((entry) => ({ stage: lower, ...entry })),
  );
}
