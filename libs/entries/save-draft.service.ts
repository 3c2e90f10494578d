import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import type { Author } from '@thidua/identity';
import { AuditLog, Problem, UnitOfWork, hashOfValues } from '@thidua/platform';
import type { JsonValue } from '@thidua/scoring';
import { checkDraft } from './check-sheet.js';
import { faultsOf } from './faults-of.js';
import { sameEntries } from './same-entries.js';
import { StaleSheet } from './stale-sheet.js';
import { checkRound } from './sheet-place.js';
import type { LocatedSheet } from './submission-request.js';
import { emptySheet, loadUnitSheets } from './unit-sheets.js';

export interface DiscardRequest extends LocatedSheet {
  readonly ifMatch: number;
  readonly by: Author;
}

export interface DraftRequest extends DiscardRequest {
  readonly entries: JsonValue;
}

/**
 * Keeps entries that are not submitted yet. A draft never counts in a ranking, and there is one only while it differs
 * from what was submitted.
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly audit: AuditLog,
  ) {}

  /** @throws StaleSheet when somebody saved since `ifMatch`; Problem `entries.invalid`, `scope.unknown`. */
  async save(request: DraftRequest): Promise<void> {
    const { campaign, unit, stage, round, entries } = request;
    const { plan } = await this.rules.get(campaign);
    checkRound(plan, request);
    const errors = checkDraft(plan, { unit, stage, round }, entries);
    if (errors.length > 0) throw new Problem('entries.invalid', 422, { errors: faultsOf(errors) });
    await this.store(request, entries);
  }

  /** Takes the draft away, so that the sheet is again what was submitted. @throws StaleSheet, Problem `scope.unknown`. */
  async discard(request: DiscardRequest): Promise<void> {
    const { plan } = await this.rules.get(request.campaign);
    checkRound(plan, request);
    await this.store(request, null);
  }

  /** @param entries null for those that were submitted. */
  private async store(request: DiscardRequest, entries: JsonValue | null): Promise<void> {
    const { campaign, cluster, unit, stage, round, ifMatch, by } = request;
    await this.unitOfWork.run(async (tx) => {
      const sheets = await loadUnitSheets(tx, campaign, unit, round);
      const { version, draft: kept, submitted } = sheets.get(stage) ?? emptySheet(stage);
      if (version !== ifMatch) throw new StaleSheet(request, { version: ifMatch, entries });
      const wanted = entries ?? (JSON.parse(submitted ?? '[]') as JsonValue);
      const same = (text: string | null) => sameEntries(JSON.parse(text ?? '[]') as JsonValue, wanted);
      if (entries === null ? kept === null : same(kept ?? submitted)) return;
      const draft = same(submitted) ? null : JSON.stringify(entries);
      const saved =
        ifMatch === 0
          ? await tx.query(
              `INSERT INTO sheet (campaign, unit, stage, round, cluster, version, draft, submitted_revision, submitted_ordinal)
               VALUES (?, ?, ?, ?, ?, 1, ?, NULL, 0) ON CONFLICT (campaign, unit, stage, round) DO NOTHING RETURNING version`,
              [campaign, unit, stage, round, cluster, draft],
            )
          : await tx.query(
              `UPDATE sheet SET version = version + 1, draft = ?
                WHERE campaign = ? AND unit = ? AND stage = ? AND round = ? AND version = ? RETURNING version`,
              [draft, campaign, unit, stage, round, ifMatch],
            );
      if (saved.length === 0) throw new StaleSheet(request, { version: ifMatch, entries });
      this.audit.record(tx, {
        actor: by.login,
        action: entries === null ? 'sheet.discard' : 'sheet.draft',
        campaign,
        subject: `${campaign}/${unit}`,
        detail: { stage, round, version: ifMatch + 1, draft: hashOfValues([draft]) },
      });
    });
  }
}
