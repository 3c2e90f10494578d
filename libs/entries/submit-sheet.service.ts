import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions } from '@thidua/campaigns';
import { Clock, Problem, UnitOfWork } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { JsonValue, Plan } from '@thidua/scoring';
import { checkSubmission } from './check-sheet.js';
import { StaleSheet } from './stale-sheet.js';
import { loadForSubmission } from './load-for-submission.js';
import type { SubmitRequest, Submitted } from './submission-request.js';
import { emptySheet } from './unit-sheets.js';

/** Accepts a unit's sheet at one stage: all of it or nothing, once for an idempotency key. */
@Injectable()
export class SubmitSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws StaleSheet when somebody saved since `ifMatch`; Problem `entries.invalid` with every fault of the entries;
   *   Problem `idempotency.reused` when the key came with other content before; Problem `sheet.nothing` when there is
   *   neither draft nor entries.
   */
  async submit(request: SubmitRequest): Promise<{ submitted: Submitted; replayed: boolean }> {
    const { plan } = await this.rules.get(request.campaign);
    const text = request.entries === undefined ? null : JSON.stringify(request.entries);
    return this.unitOfWork.run((tx) => this.within(tx, plan, request, text));
  }

  private async within(
    tx: Transaction,
    plan: Plan,
    request: SubmitRequest,
    given: string | null,
  ): Promise<{ submitted: Submitted; replayed: boolean }> {
    const { campaign, unit, stage, ifMatch, idempotencyKey, login } = request;
    const cluster = plan.units.get(unit)!.cluster;
    const requestHash = hash('sha256', `${login} ${ifMatch} ${given ?? ''}`);
    await this.revisions.hold(tx, campaign, cluster);
    const { revision, sheets, replay } = await loadForSubmission(tx, request, cluster);
    if (replay) {
      if (replay.requestHash !== requestHash) throw new Problem('idempotency.reused', 422);
      return { submitted: { unit, stage, ...replay.submitted }, replayed: true };
    }
    const yours = { version: ifMatch, entries: request.entries ?? null };
    const sheet = sheets.get(stage) ?? emptySheet(stage);
    if (sheet.version !== ifMatch) throw new StaleSheet(request, yours);
    const saved = sheet.draft ?? sheet.submitted;
    const text = given ?? saved;
    if (text === null) throw new Problem('sheet.nothing', 422);
    const entries = request.entries ?? (JSON.parse(text) as JsonValue);
    const checked = checkSubmission(plan, unit, stage, entries, sheets);
    if (!checked.ok) throw new Problem('entries.invalid', 422, { errors: checked.errors });

    const version = sheet.version + 1;
    const submittedAt = this.clock.now().toISOString();
    const [, kept] = await Promise.all([
      tx.query(
        `INSERT INTO submission (campaign, cluster, revision, unit, stage, sheet_version, entries, submitted_by,
           submitted_at, idempotency_key, request_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [campaign, cluster, revision + 1, unit, stage, version, text, login, submittedAt, idempotencyKey, requestHash],
      ),
      tx.query(
        `INSERT INTO sheet (campaign, unit, stage, cluster, version, draft, submitted_revision)
         VALUES (?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (campaign, unit, stage)
         DO UPDATE SET version = excluded.version, draft = NULL, submitted_revision = excluded.submitted_revision
         WHERE sheet.version = excluded.version - 1 RETURNING version`,
        [campaign, unit, stage, cluster, version, revision + 1],
      ),
      this.revisions.moveTo(tx, campaign, cluster, revision + 1),
    ]);
    // Drafts are saved without the cluster's lock: one that came in since the sheet was read must not be overwritten.
    if (kept.length === 0) throw new StaleSheet(request, yours);
    return { submitted: { unit, stage, version, revision: revision + 1, submittedAt }, replayed: false };
  }
}
