import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions } from '@thidua/campaigns';
import { Accounts } from '@thidua/identity';
import type { Author } from '@thidua/identity';
import {
  AuditLog,
  Clock,
  LiveEvents,
  Problem,
  UnitOfWork,
  headText,
  missingReason,
  timeInVietnam,
} from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { Review } from './entities/review.entity.js';
import { rankingChannel } from './ranking-events.js';
import type { RankingEvent } from './ranking-events.js';
import { lockReviewed } from './lock-reviewed.js';
import type { Reviewed } from './lock-reviewed.js';
import { restsOn } from './rests-on.js';
import { reviewHash, snapshotHash } from './review-hash.js';
import { isSettled } from './settlement.js';

export type ReviewOutcome = 'endorse' | 'return';

export interface ReviewRequest {
  readonly campaign: string;
  /** Null: the proposals of campaign scope. */
  readonly cluster: string | null;
  /** The revision that the committee looked at: the sum of those of the clusters that it rests on. */
  readonly revision: number;
  /** The review that the committee saw there; null where it saw none. */
  readonly seen: number | null;
  readonly outcome: ReviewOutcome;
  readonly reason?: string;
  readonly by: Author;
}

/** What follows from an endorsed ranking in the same transaction; the rewards slice records its proposals so. */
export abstract class AfterEndorsement {
  abstract record(tx: Transaction, review: Review, reviewed: Reviewed): Promise<void>;
}

/** Records the standing committee's word on a ranking: endorsed, or returned with a reason. */
@Injectable()
export class ReviewRanking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly after: AfterEndorsement,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `ranking.behind` when the entries have moved past the revision named, or its ranking is not stored
   *   yet; Problem `review.endorsed` or `review.returned` when somebody reviewed it after the review seen; Problem
   *   `review.reason.missing` for a return without a reason.
   */
  async review(request: ReviewRequest): Promise<Review> {
    const { campaign, cluster, revision, seen, outcome, by } = request;
    const reason = request.reason?.trim() || null;
    if (outcome === 'return' && reason === null) {
      throw missingReason('review.reason.missing');
    }
    const { given, other } = await this.unitOfWork.run(async (tx) => {
      const rules = await this.rules.inForce(tx, campaign);
      const { plan } = rules;
      const reviewed = await lockReviewed(tx, this.revisions, rules, cluster, revision);
      const last = await lastReview(tx, campaign, cluster);
      if (last !== null && last.id !== seen) return { other: last };
      const snapshot = JSON.stringify({ ...reviewed, auditHead: headText(await this.audit.head(tx)) });
      const review = tx.manager.create(Review, {
        campaign,
        cluster,
        revision,
        restsOnAll: false,
        restsOn: isSettled(plan, cluster) ? JSON.stringify(restsOn(plan, cluster)) : null,
        outcome,
        reason,
        by: by.login,
        account: by.account,
        at: this.clock.now().toISOString(),
        snapshot,
        snapshotHash: snapshotHash(snapshot),
      });
      await tx.manager.insert(Review, review);
      this.audit.record(tx, {
        actor: by.login,
        action: `ranking.${outcome}`,
        campaign,
        subject: cluster === null ? campaign : `${campaign}/${cluster}`,
        detail: { revision, reason, review: review.id, row: reviewHash(review), account: by.account },
      });
      if (outcome === 'endorse') await this.after.record(tx, review, reviewed);
      tx.afterCommit(() => {
        const event: RankingEvent = { kind: 'review', campaign, cluster };
        this.live.publish(rankingChannel(campaign), event);
      });
      return { given: review };
    });
    if (other) throw await this.givenMeanwhile(other);
    return given;
  }

  private async givenMeanwhile(last: LastReview): Promise<Problem> {
    const { outcome, reason, at } = last;
    const code = outcome === 'endorse' ? 'review.endorsed' : 'review.returned';
    const name = (await this.accounts.namesOf([last]))(last);
    const params = { by: name, at: timeInVietnam(at), reason: reason === null ? '' : `: “${reason}”` };
    return new Problem(code, 409, { params });
  }
}

type LastReview = Pick<Review, 'id' | 'outcome' | 'reason' | 'by' | 'account' | 'at'>;

/** What was said last of a ranking; what it rests on is locked, so that nobody says more meanwhile. */
async function lastReview(tx: Transaction, campaign: string, cluster: string | null): Promise<LastReview | null> {
  const [last] = await tx.query<LastReview>(
    `SELECT id, outcome, reason, reviewed_by AS "by", account_id AS account, reviewed_at AS "at" FROM review
      WHERE campaign = ? AND ${cluster === null ? 'cluster IS NULL' : 'cluster = ?'} ORDER BY id DESC LIMIT 1`,
    cluster === null ? [campaign] : [campaign, cluster],
  );
  return last ?? null;
}
