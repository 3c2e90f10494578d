import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions, RecomputeQueue } from '@thidua/campaigns';
import type { Author } from '@thidua/identity';
import { AuditLog, Clock, Problem, UnitOfWork, missingReason } from '@thidua/platform';
import type { JsonValue, Plan } from '@thidua/scoring';
import { checkSubmission } from './check-sheet.js';
import { faultsOf } from './faults-of.js';
import { insertSubmissions, recordedSubmission } from './recorded-submissions.js';
import type { SubmissionRow } from './recorded-submissions.js';
import { ScoringHistories } from './scoring-histories.service.js';
import { checkRound } from './sheet-place.js';
import { StaleSheet } from './stale-sheet.js';
import { sheetId } from './submission-request.js';
import type { LocatedSheet } from './submission-request.js';
import { emptySheet, loadUnitSheets } from './unit-sheets.js';

export interface ReopenRequest extends LocatedSheet {
  readonly criterion: string;
  /** The sheet's version that was looked at. */
  readonly ifMatch: number;
  readonly reason: string;
  readonly by: Author;
}

/**
 * Takes back what a stage has entered for one criterion of one unit, so that the stages below may correct theirs. It is a
 * submission like any other, without that entry and with the reason.
 */
@Injectable()
export class ReopenCriterion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly queue: RecomputeQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly histories: ScoringHistories,
  ) {}

  /**
   * @throws StaleSheet when somebody saved since `ifMatch`; Problem `reopen.reason.missing`; Problem `reopen.nothing` where
   *   the stage has submitted no entry of the criterion, or no stage below may enter one; Problem `entries.invalid` with
   *   `sheet.superseded` where a still higher stage holds it.
   */
  async reopen(request: ReopenRequest): Promise<void> {
    await this.histories.telling(request, () => this.takeBack(request));
  }

  private async takeBack(request: ReopenRequest): Promise<void> {
    const { campaign, cluster, unit, stage, round, criterion, ifMatch, by } = request;
    const reason = request.reason.trim();
    if (reason === '') {
      throw missingReason('reopen.reason.missing');
    }
    const nothing = () => new Problem('reopen.nothing', 409, { params: { criterion } });
    await this.unitOfWork.run(async (tx) => {
      const revision = (await this.revisions.lock(tx, campaign, cluster)) + 1;
      // Under the lock: other rules come into force with every cluster locked.
      const { plan } = await this.rules.inForce(tx, campaign);
      checkRound(plan, request);
      if (!isOpenBelow(plan, request)) throw nothing();
      const sheets = await loadUnitSheets(tx, campaign, unit, round);
      const { version, draft, submitted } = sheets.get(stage) ?? emptySheet(stage);
      if (version !== ifMatch) throw new StaleSheet(request, { version: ifMatch, entries: null });
      const before = entriesIn(submitted);
      const entries = before.filter((entry) => entry.criterion !== criterion);
      if (entries.length === before.length) throw nothing();
      const checked = checkSubmission(plan, { unit, stage, round }, entries as unknown as JsonValue, sheets);
      if (!checked.ok) throw new Problem('entries.invalid', 422, { errors: faultsOf(checked.errors) });
      const row: SubmissionRow = {
        ...{ campaign, cluster, revision, ordinal: 0, unit, stage, round },
        sheet_version: version + 1,
        entries: JSON.stringify(entries),
        submitted_by: by.login,
        account_id: by.account,
        submitted_at: this.clock.now().toISOString(),
        idempotency_key: null,
        request_hash: null,
        reopened: criterion,
        reason,
      };
      await insertSubmissions(tx, [row]);
      const left = draft === null ? null : entriesIn(draft).filter((entry) => entry.criterion !== criterion);
      const kept = await tx.query(
        `UPDATE sheet SET version = version + 1, draft = ?, submitted_revision = ?, submitted_ordinal = 0
          WHERE campaign = ? AND unit = ? AND stage = ? AND round = ? AND version = ? RETURNING version`,
        [left && JSON.stringify(left), revision, campaign, unit, stage, round, version],
      );
      // Drafts are saved without the cluster's lock.
      if (kept.length === 0) throw new StaleSheet(request, { version: ifMatch, entries: null });
      await this.revisions.moveTo(tx, [{ campaign, cluster, revision }]);
      this.audit.record(tx, {
        actor: by.login,
        action: 'criterion.reopen',
        campaign,
        subject: `${sheetId(request)}/${criterion}`,
        detail: { ...recordedSubmission(row), reason, entry: before.find((entry) => entry.criterion === criterion) },
      });
    });
    this.queue.requestCluster(campaign, cluster);
  }
}

interface Named {
  readonly criterion: string;
}

function entriesIn(text: string | null): Named[] {
  return JSON.parse(text ?? '[]') as Named[];
}

/** Whether the unit's scale has the criterion, and a stage below may enter it. */
function isOpenBelow(plan: Plan, { unit, stage, criterion }: ReopenRequest): boolean {
  const known = plan.units.get(unit)!.scale.byCode.get(criterion);
  return known !== undefined && known.firstLevel < plan.stages.levelOf.get(stage)!;
}
