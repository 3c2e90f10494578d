import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions } from '@thidua/campaigns';
import type { Author } from '@thidua/identity';
import { AuditLog, Clock, LiveEvents, Problem, UnitOfWork, missingReason } from '@thidua/platform';
import { lockReviewed, rankingChannel } from '@thidua/rankings';
import type { RankingEvent } from '@thidua/rankings';
import { Decision } from './entities/decision.entity.js';
import { obstacleFinder, tellObstacle } from './obstacle.js';
import { decisionHash, proposalHash, readProposals } from './recorded-rows.js';
import { loadProposals } from './proposals.service.js';

export type DecisionOutcome = 'approve' | 'reject';

export interface DecideRequest {
  readonly campaign: string;
  readonly proposal: number;
  /** The revision of the proposal that the council looked at. */
  readonly revision: number;
  readonly outcome: DecisionOutcome;
  readonly reason?: string;
  readonly by: Author;
}

export interface Decided {
  readonly number: number;
  readonly outcome: DecisionOutcome;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly reward: string;
  readonly unit: string;
  readonly revision: number;
}

/** Records the council's decision on a proposal of an endorsed ranking. */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `ranking.behind` when the entries have moved since the endorsement; `proposal.unknown`;
   *   `proposal.decided`, also when the unit was given the reward before; `decision.reason.missing` for a rejection without a reason;
   *   `decision.noPlace`, `decision.excluded` or `decision.required` for an approval that earlier decisions leave no room for.
   */
  async decide(request: DecideRequest): Promise<Decided> {
    const { campaign, revision, outcome, by } = request;
    const reason = request.reason?.trim() || null;
    if (outcome === 'reject' && reason === null) {
      throw missingReason('decision.reason.missing');
    }
    return this.unitOfWork.run(async (tx) => {
      const rules = await this.rules.inForce(tx, campaign);
      const { plan } = rules;
      const [before] = await loadProposals(tx, campaign, request.proposal);
      if (!before) throw new Problem('proposal.unknown', 404);
      if (before.revision !== revision)
        throw new Problem('ranking.behind', 409, { params: { cluster: before.group ?? campaign } });
      await lockReviewed(tx, this.revisions, rules, before.group, revision);
      // All of them, now under the lock: somebody may have decided, or the committee reviewed anew, while we waited for it.
      const all = await loadProposals(tx, campaign);
      const proposal = all.find((each) => each.id === request.proposal);
      if (!proposal) throw new Problem('proposal.unknown', 404);
      if (proposal.decision || proposal.awardedBefore) throw new Problem('proposal.decided', 409);
      const obstacle = outcome === 'approve' ? obstacleFinder(all, plan)(proposal) : null;
      if (obstacle) throw new Problem(obstacle.code, 409, { params: tellObstacle(proposal, obstacle, plan) });
      const [row] = await readProposals(tx, [proposal.id]);
      const decision = tx.manager.create(Decision, {
        proposal: proposal.id,
        proposalHash: proposalHash(row!),
        outcome,
        reason,
        by: by.login,
        account: by.account,
        at: this.clock.now().toISOString(),
      });
      await tx.manager.insert(Decision, decision);
      const { reward, unit } = proposal;
      this.audit.record(tx, {
        actor: by.login,
        action: `proposal.${outcome}`,
        campaign,
        subject: `${campaign}/${reward}/${unit}`,
        detail: { revision, reason, decision: decision.number, row: decisionHash(decision), account: by.account },
      });
      tx.afterCommit(() => {
        const event: RankingEvent = { kind: 'decision', campaign, cluster: proposal.cluster };
        this.live.publish(rankingChannel(campaign), event);
      });
      return { number: decision.number, outcome, reason, by: by.login, at: decision.at, reward, unit, revision };
    });
  }
}
