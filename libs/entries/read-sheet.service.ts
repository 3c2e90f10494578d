import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { isAllowed } from '@thidua/identity';
import type { Caller, Scope, StageAuthor } from '@thidua/identity';
import { Reader, ownMember, translate } from '@thidua/platform';
import { scoreUnit } from '@thidua/scoring';
import type { CompetitionRules, JsonObject, Plan } from '@thidua/scoring';
import { checkSubmission } from './check-sheet.js';
import type { UnitPlace } from './check-sheet.js';
import { faultsOf } from './faults-of.js';
import type { SheetFaultView, SheetStatus, SheetView } from './http/sheet.view.js';
import { checkRound, placeOf } from './sheet-place.js';
import { ScoringHistories, withScorers } from './scoring-histories.service.js';
import type { Histories } from './scoring-histories.service.js';
import { sheetParts } from './sheet-parts.js';
import type { LocatedSheet } from './submission-request.js';
import { emptySheet, loadUnitSheets, submittedEntries } from './unit-sheets.js';
import type { UnitSheets } from './unit-sheets.js';

/** Shows a unit's sheet at one stage, in one round, with all that is needed to fill it in. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly histories: ScoringHistories,
  ) {}

  /** @throws Problem `scope.unknown` for a round that is not there. */
  async read({ campaign, cluster, unit, stage, scoredBy, round }: LocatedSheet, caller: Caller): Promise<SheetView> {
    const rules = await this.rules.get(campaign);
    const { plan } = rules;
    const weights = (rules.document as unknown as CompetitionRules).ranking?.stageWeights;
    checkRound(plan, { stage, round });
    const sheets = await loadUnitSheets(this.reader, campaign, unit, round);
    const histories = await this.histories.of({ campaign, unit, round });
    const sheet = sheets.get(stage) ?? emptySheet(stage);
    const { name, kind, scale } = plan.units.get(unit)!;
    const entries = submittedEntries(unit, round, sheets);
    const may = rightsOn(caller, { campaign, cluster, unit }, scoredBy);
    const mayEdit = may.includes('sheet.edit');
    const draft = mayEdit ? sheet.draft : null;
    return {
      campaign,
      unit: { code: unit, name, kind },
      cluster: { code: cluster, name: plan.clusterOf.get(cluster)!.name },
      stage,
      round,
      version: sheet.version,
      status: statusOf(sheet.draft !== null, sheet.submitted !== null, mayEdit),
      submittedAt: sheet.submittedAt,
      may,
      stages: plan.stages.list.map((each) => ({
        ...{ code: each.code, name: each.name, by: each.by },
        weight: weights === undefined ? null : String(ownMember(weights, each.code) ?? 1),
      })),
      notAssignedMode: scale.notAssigned,
      rounds: (plan.rounds?.list ?? []).map((each) => ({ code: each.code, name: each.name })),
      ...sheetParts(rules, unit, stage, scoreUnit(plan, unit, entries, placeOf({ stage, round }).round), histories),
      entries: JSON.parse(draft ?? sheet.submitted ?? '[]') as object[],
      submittedEntries: draft === null ? null : (JSON.parse(sheet.submitted ?? '[]') as object[]),
      faults: draft === null ? [] : draftFaults(plan, { unit, stage, round }, draft, sheets, histories),
      lowerEntries: lowerEntries(plan, sheets, stage),
      higherEntries: higherEntries(plan, sheets, stage),
    };
  }
}

/** Nobody enters so many, but a value may consist of many. */
const MOST_FAULTS = 200;

/** What a submission of a draft would be refused for. */
function draftFaults(
  plan: Plan,
  place: UnitPlace,
  draft: string,
  sheets: UnitSheets,
  histories: Histories,
): SheetFaultView[] {
  const entries = JSON.parse(draft) as { criterion: string }[];
  const checked = checkSubmission(plan, place, entries, sheets);
  if (checked.ok) return [];
  return withScorers(faultsOf(checked.errors.slice(0, MOST_FAULTS)), histories).map((fault) => {
    const { code, path, params = {}, sentences } = fault;
    const entry = entries[Number(/^entries\[(\d+)\]/.exec(path)?.[1])];
    const words = (language: 'vi' | 'en') => sentences?.[language] ?? translate(code, params, language);
    const criterion = entry?.criterion ?? (params['criterion'] === undefined ? null : String(params['criterion']));
    return { code, criterion, path, words: { vi: words('vi'), en: words('en') } };
  });
}

/** A draft is its authors': to others the sheet is what was submitted. */
export function statusOf(hasDraft: boolean, isSubmitted: boolean, mayEdit: boolean): SheetStatus {
  if (hasDraft && mayEdit) return isSubmitted ? 'revised' : 'draft';
  return isSubmitted ? 'submitted' : 'empty';
}

/** What a caller may do with the sheets of a unit at the stages that `author` scores at. */
export function rightsOn(caller: Caller, scope: Scope, author: StageAuthor): string[] {
  const { grants } = caller;
  return [
    ...(isAllowed(grants, `sheet.edit.${author}`, scope) ? ['sheet.edit', 'sheet.submit'] : []),
    ...(isAllowed(grants, `sheet.reopen.${author}`, scope) ? ['sheet.reopen'] : []),
  ];
}

function lowerEntries({ stages }: Plan, sheets: UnitSheets, stage: string): object[] {
  return entriesAt(sheets, stages.list.slice(0, stages.levelOf.get(stage)));
}

/**
 * What counts above: whoever may see their own sheet is told the figure that took its place, and why. Not the evidence of
 * another's sheet, nor marks of a panel, whose members are not named to whom they mark.
 */
function higherEntries({ stages }: Plan, sheets: UnitSheets, stage: string): object[] {
  return entriesAt(sheets, stages.list.slice(stages.levelOf.get(stage)! + 1))
    .filter((entry) => !('marks' in entry))
    .map(({ evidence: _evidence, ...told }) => told);
}

function entriesAt(sheets: UnitSheets, stages: readonly { readonly code: string }[]): JsonObject[] {
  return stages.flatMap(({ code }) =>
    (JSON.parse(sheets.get(code)?.submitted ?? '[]') as JsonObject[]).map((entry) => ({ stage: code, ...entry })),
  );
}
