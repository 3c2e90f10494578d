import { Injectable } from '@nestjs/common';
import { ClusterRevisions, RecomputeQueue, RuleSets } from '@thidua/campaigns';
import type { Application, RuleSet } from '@thidua/campaigns';
import { faultsOf } from '@thidua/entries';
import { AuditLog, LiveEvents, Problem, UnitOfWork, missingReason } from '@thidua/platform';
import type { CompetitionRules } from '@thidua/scoring';
import { rankingChannel } from '../ranking-events.js';
import type { RankingEvent } from '../ranking-events.js';
import { AssessRuleSet } from './assess-rule-set.service.js';
import { ruleSetHash } from './recorded-rule-sets.js';

export interface ApplyRequest extends Omit<Application, 'replaces'> {
  /** The rule set in force and the sum of the clusters' revisions that the preview was of. */
  readonly seen: { readonly inForce: number; readonly revision: number };
}

/** Puts a drafted rule set in force: what its preview showed, and nothing else. */
@Injectable()
export class ApplyRuleSet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessment: AssessRuleSet,
    private readonly ruleSets: RuleSets,
    private readonly revisions: ClusterRevisions,
    private readonly queue: RecomputeQueue,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
  ) {}

  /**
   * @throws Problem `rules.unknown`; `rules.notDraft`; `rules.basis.missing`; `rules.reason.missing`; `rules.moved` when entries or rules have
   *   moved on since the preview; `rules.entries` with every entry that would be wrong.
   */
  async apply(request: ApplyRequest): Promise<RuleSet> {
    const { campaign, number, seen, by } = request;
    const [basis, reason] = [request.basis.trim(), request.reason.trim()];
    if (basis === '')
      throw new Problem('rules.basis.missing', 422, { errors: [{ code: 'rules.basis.missing', path: 'basis' }] });
    if (reason === '') throw missingReason('rules.reason.missing');
    // Outside the transaction, which keeps other writers waiting; that nothing has moved is seen inside.
    const { inForce, revision, errors, before } = await this.assessment.assess(campaign, number);
    if (inForce !== seen.inForce || revision !== seen.revision) throw new Problem('rules.moved', 409);
    if (errors.length > 0) throw new Problem('rules.entries', 422, { errors: faultsOf(errors) });
    const clusters = before.plan.clusters.map(({ code }) => code);
    const applied = await this.unitOfWork.run(async (tx) => {
      if ((await this.revisions.lockEach(tx, campaign, clusters)) !== revision) throw new Problem('rules.moved', 409);
      const { document } = await this.ruleSets.find(tx, campaign, number);
      const rules = JSON.parse(document) as CompetitionRules;
      const ruleSet = await this.ruleSets.apply(tx, rules, { campaign, number, replaces: inForce, basis, reason, by });
      this.audit.record(tx, {
        actor: by.login,
        action: 'rules.apply',
        campaign,
        subject: `${campaign}/${number}`,
        detail: { replaces: inForce, basis, reason, ruleSet: number, row: ruleSetHash(ruleSet) },
      });
      tx.afterCommit(() => {
        const event: RankingEvent = { kind: 'rules', campaign, cluster: null };
        this.live.publish(rankingChannel(campaign), event);
        for (const { code } of rules.clusters) this.queue.requestCluster(campaign, code);
      });
      return ruleSet;
    });
    return applied;
  }
}
