import { Injectable } from '@nestjs/common';
import { ClusterRevisions, CreateCampaign, RecomputeQueue } from '@thidua/campaigns';
import type { EntryPosition } from '@thidua/campaigns';
import type { Author } from '@thidua/identity';
import { AuditLog, Clock, UnitOfWork, insertAll } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { compile } from '@thidua/scoring';
import type { JsonObject, Plan } from '@thidua/scoring';
import { Sheet } from './entities/sheet.entity.js';
import { Submission } from './entities/submission.entity.js';
import { readCompetitionFile } from './read-competition-file.js';
import { recordedCampaign } from './recorded-submissions.js';
import { NO_ROUND, placeId, roundsOf } from './sheet-place.js';

export interface Imported {
  readonly campaign: string;
  readonly clusters: number;
  readonly units: number;
  readonly entries: number;
}

type RawEntry = JsonObject & { unit: string; criterion: string; stage?: string; round?: string };

/** Takes a competition file in: rules, clusters, units, and its entries as submitted sheets. All of it or nothing. */
@Injectable()
export class ImportCompetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createCampaign: CreateCampaign,
    private readonly revisions: ClusterRevisions,
    private readonly queue: RecomputeQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param by null for the system.
   * @throws Problem `file.invalid` with every fault of the file, or `campaign.exists`. Nothing is changed then.
   */
  async import(text: string, syntax: 'json' | 'yaml', by: Author | null): Promise<Imported> {
    const { document: file, competition } = readCompetitionFile(text, syntax);
    const { entries = [], ...document } = file as JsonObject & { entries?: RawEntry[] };
    const plan = compile(competition);
    const rules = JSON.stringify(document);

    await this.unitOfWork.run(async (tx) => {
      const entryOrder = entries.map(positionOf);
      await this.createCampaign.create(tx, { competition, document: rules, entryOrder, by });
      await this.submitAll(tx, plan, entries);
      this.audit.record(tx, {
        actor: by?.login ?? null,
        action: 'campaign.import',
        campaign: competition.campaign.code,
        subject: competition.campaign.code,
        detail: await recordedCampaign(tx, competition.campaign.code, rules),
      });
    });
    return {
      campaign: competition.campaign.code,
      clusters: competition.clusters.length,
      units: competition.clusters.reduce((sum, { units }) => sum + units.length, 0),
      entries: entries.length,
    };
  }

  private async submitAll(tx: Transaction, plan: Plan, entries: readonly RawEntry[]): Promise<void> {
    const campaign = plan.campaign.code;
    const submittedAt = this.clock.now().toISOString();
    const bySheet = groupBySheet(plan, entries);
    const places = roundsOf(plan).flatMap((round) => plan.stages.list.map(({ code }) => ({ stage: code, round })));
    const sheets: Partial<Sheet>[] = [];
    const submissions: Partial<Submission>[] = [];
    const moves: { campaign: string; cluster: string; revision: number }[] = [];
    for (const { code: cluster, units } of plan.clusters) {
      // The cluster itself is its first revision, so that it is ranked even before anything is submitted.
      let revision = 1;
      for (const unit of units) {
        for (const place of places) {
          const content = bySheet.get(`${unit}/${placeId(place)}`);
          if (!content) continue;
          revision += 1;
          sheets.push({
            campaign,
            unit,
            ...place,
            cluster,
            version: 1,
            draft: null,
            submittedRevision: revision,
            submittedOrdinal: 0,
          });
          submissions.push({
            campaign,
            cluster,
            revision,
            ordinal: 0,
            unit,
            ...place,
            sheetVersion: 1,
            entries: JSON.stringify(content),
            submittedBy: null,
            account: null,
            submittedAt,
            idempotencyKey: null,
            requestHash: null,
            reopened: null,
            reason: null,
          });
        }
      }
      moves.push({ campaign, cluster, revision });
    }
    await this.revisions.moveTo(tx, moves);
    tx.afterCommit(() => moves.forEach(({ cluster }) => this.queue.requestCluster(campaign, cluster)));
    await insertAll(tx, Submission, submissions);
    await insertAll(tx, Sheet, sheets);
  }
}

function positionOf({ unit, criterion, stage, round }: RawEntry): EntryPosition {
  const at = [unit, criterion, stage ?? null] as const;
  return round === undefined ? at : [...at, round];
}

function groupBySheet(plan: Plan, entries: readonly RawEntry[]): Map<string, JsonObject[]> {
  const first = plan.stages.list[0]!.code;
  const groups = new Map<string, JsonObject[]>();
  for (const { unit, stage = first, round = NO_ROUND, ...entry } of entries) {
    const key = `${unit}/${placeId({ stage, round })}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
