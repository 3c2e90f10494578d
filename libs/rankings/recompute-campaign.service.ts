import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CampaignRules, ClusterRevisions } from '@thidua/campaigns';
import type { CompiledCampaign } from '@thidua/campaigns';
import { Clock, LiveEvents, Reader, UnitOfWork } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { ENGINE, settle } from '@thidua/scoring';
import type { Plan } from '@thidua/scoring';
import { rankingChannel } from './ranking-events.js';
import type { RankingEvent } from './ranking-events.js';
import { sumOf } from './rests-on.js';
import { loadForSettlement, needsSettlement } from './settlement.js';
import type { RankedForSettlement } from './settlement.js';
import { isOfToday, loadCampaignResult } from './stored-results.js';
import type { CampaignState } from './stored-results.js';

type Settled = Pick<NonNullable<CampaignState['stored']>, 'classes' | 'rewards'>;

/**
 * Settles the classes and rewards that need every cluster's ranking, from the stored rankings. The result carries the
 * sum of the clusters' revisions, and replaces only one of a smaller sum, of another engine, of older rules or of another
 * day.
 */
@Injectable()
export class RecomputeCampaign {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly revisions: ClusterRevisions,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async recompute(campaign: string): Promise<void> {
    const rules = await this.rules.inForce(this.reader, campaign);
    const { plan, ruleSet } = rules;
    if (!needsSettlement(plan)) return;
    const stored = (await loadForSettlement(this.reader, rules)).filter((each) => each !== null);
    // A cluster without a current ranking is being ranked right now, and asks again when it is.
    if (stored.length < plan.clusters.length) return;
    const { classes, rewards } = settle(plan, stored);
    const inputHash = createHash('sha256')
      .update(stored.map((each) => each.inputHash).join('\n'))
      .digest('hex');
    // Made before: the transaction keeps every other writer waiting on SQLite.
    const [classesText, rewardsText] = [classes, rewards].map((each) => JSON.stringify(each)) as [string, string];
    const revision = await this.unitOfWork.run(async (tx) => {
      const revisions = await this.revisionsOf(tx, rules, stored, { classes, rewards });
      if (revisions === null) return null;
      const sum = sumOf(revisions, Object.keys(revisions));
      const written = await tx.query(
        `INSERT INTO campaign_result
           (campaign, revision, revisions, engine, as_of, rule_set, input_hash, classes, rewards, computed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign) DO UPDATE SET
           revision = excluded.revision, revisions = excluded.revisions, engine = excluded.engine,
           as_of = excluded.as_of, rule_set = excluded.rule_set, input_hash = excluded.input_hash,
           classes = excluded.classes, rewards = excluded.rewards, computed_at = excluded.computed_at
         WHERE campaign_result.revision < excluded.revision
            OR (campaign_result.revision = excluded.revision
                AND (campaign_result.engine <> excluded.engine OR campaign_result.as_of <> excluded.as_of
                     OR campaign_result.rule_set < excluded.rule_set))
         RETURNING revision`,
        [
          campaign,
          sum,
          JSON.stringify(revisions),
          ENGINE,
          plan.asOf,
          ruleSet,
          `sha256:${inputHash}`,
          classesText,
          rewardsText,
          this.clock.now().toISOString(),
        ],
      );
      return written.length === 0 ? null : sum;
    });
    if (revision === null) return;
    // Who sees one cluster alone is told as well where its classes are settled here.
    const clusters = plan.clusters.filter(({ settled }) => settled).map(({ code }) => code);
    for (const cluster of [null, ...clusters]) {
      const event: RankingEvent = { kind: 'ranking', campaign, cluster, revision };
      this.live.publish(rankingChannel(campaign), event);
    }
  }

  /**
   * The revisions of the rankings it is settled from. Where a settlement of the same rankings said something else, by
   * another engine, by other rules or of another day, what rests on it falls: that of a cluster whose unit it concerns is raised.
   * @returns null when that cluster has moved on meanwhile.
   */
  private async revisionsOf(
    tx: Transaction,
    { plan, ruleSet }: CompiledCampaign,
    rankings: readonly RankedForSettlement[],
    settlement: Settled,
  ): Promise<Record<string, number> | null> {
    const { code: campaign } = plan.campaign;
    const revisions = Object.fromEntries(rankings.map(({ ranking, revision }) => [ranking.code, revision]));
    const { stored } = await loadCampaignResult(tx, campaign);
    if (stored?.revision !== sumOf(revisions, Object.keys(revisions)) || isOfToday(stored, { plan, ruleSet }))
      return revisions;
    const unit = firstConcerned(plan, stored, settlement);
    if (unit === undefined) return revisions;
    const { cluster } = plan.units.get(unit)!;
    const revision = revisions[cluster]!;
    const raised = await this.revisions.raise(tx, [{ campaign, cluster, revision }]);
    if (raised.length === 0) return null;
    await tx.query('UPDATE cluster_result SET revision = revision + 1 WHERE campaign = ? AND cluster = ?', [
      campaign,
      cluster,
    ]);
    return { ...revisions, [cluster]: revision + 1 };
  }
}

/** The first unit of which two settlements do not say the same. */
function firstConcerned(plan: Plan, before: Settled, after: Settled): string | undefined {
  const [was, is] = [saidOf(before), saidOf(after)];
  return [...plan.units.keys()].find((unit) => (was.get(unit) ?? '') !== (is.get(unit) ?? ''));
}

/** What a settlement says of each unit that it names: its class, and where it stands in which row. */
function saidOf({ classes, rewards }: Settled): ReadonlyMap<string, string> {
  const said = new Map(Object.entries(classes).map(([unit, code]) => [unit, code ?? '']));
  rewards.forEach((row, index) => {
    for (const list of ['proposed', 'tieAtEdge', 'held', 'barred'] as const) {
      for (const unit of row[list]) said.set(unit, `${said.get(unit) ?? ''} ${index}.${list}`);
    }
  });
  return said;
}
