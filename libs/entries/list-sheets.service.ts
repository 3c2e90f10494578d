import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { isAllowed } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { Reader } from '@thidua/platform';
import type { SheetSummaryView } from './http/sheet.view.js';
import { rightsOn, statusOf } from './read-sheet.service.js';
import { NO_ROUND } from './sheet-place.js';
import { sheetId } from './submission-request.js';

interface SavedRow {
  unit: string;
  stage: string;
  round: string;
  version: number;
  draft: number;
  submitted: number;
}

/** Lists sheets without their content. */
@Injectable()
export class ListSheets {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
  ) {}

  /** The sheets that the caller may open: by unit in the order of the competition file, by round, by stage. */
  async list(campaign: string, caller: Caller): Promise<SheetSummaryView[]> {
    const { plan } = await this.rules.get(campaign);
    const rows = await this.reader.query<SavedRow>(
      `SELECT unit, stage, round, version, CASE WHEN draft IS NULL THEN 0 ELSE 1 END AS draft,
              CASE WHEN submitted_revision IS NULL THEN 0 ELSE 1 END AS submitted
         FROM sheet WHERE campaign = ?`,
      [campaign],
    );
    const saved = new Map(rows.map((row) => [sheetId({ campaign, ...row }), row]));
    const rounds = plan.rounds?.list ?? [{ code: NO_ROUND, name: null }];
    return [...plan.units].flatMap(([unit, { name, cluster }]) => {
      const scope = { campaign, cluster, unit };
      const stages = plan.stages.list.filter(({ by }) => isAllowed(caller.grants, `sheet.read.${by}`, scope));
      return rounds.flatMap((round) =>
        stages.map((stage): SheetSummaryView => {
          const row = saved.get(sheetId({ campaign, unit, stage: stage.code, round: round.code }));
          const may = rightsOn(caller, scope, stage.by);
          return {
            unit,
            name,
            cluster,
            stage: stage.code,
            stageName: stage.name,
            by: stage.by,
            round: round.code,
            roundName: round.name,
            status: statusOf(row?.draft === 1, row?.submitted === 1, may.includes('sheet.edit')),
            version: row?.version ?? 0,
            may,
          };
        }),
      );
    });
  }
}
