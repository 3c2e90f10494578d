import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { Clock, LiveEvents, Reader, UnitOfWork } from '@thidua/platform';
import { ENGINE, settle } from '@thidua/scoring';
import { rankingChannel } from './ranking-events.js';
import type { RankingEvent } from './ranking-events.js';
import { loadForSettlement, needsSettlement } from './settlement.js';

/**
 * Settles the classes and rewards that need every cluster's ranking, from the stored rankings. The result carries the
 * sum of the clusters' revisions, and replaces only one of a smaller sum.
 */
@Injectable()
export class RecomputeCampaign {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: CampaignRules,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async recompute(campaign: string): Promise<void> {
    const { plan } = await this.rules.get(campaign);
    if (!needsSettlement(plan)) return;
    const stored = (await loadForSettlement(this.reader, campaign)).filter((each) => each !== null);
    // A cluster that was never ranked is being ranked right now, and asks again when it is.
    if (stored.length < plan.clusters.length) return;
    const { classes, rewards } = settle(plan, stored);
    const revision = stored.reduce((sum, each) => sum + each.revision, 0);
    const revisions = Object.fromEntries(stored.map((each) => [each.ranking.code, each.revision]));
    const inputHash = createHash('sha256')
      .update(stored.map((each) => each.inputHash).join('\n'))
      .digest('hex');
    const written = await this.unitOfWork.run((tx) =>
      tx.query(
        `INSERT INTO campaign_result (campaign, revision, revisions, engine, input_hash, classes, rewards, computed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign) DO UPDATE SET
           revision = excluded.revision, revisions = excluded.revisions, engine = excluded.engine, input_hash = excluded.input_hash,
           classes = excluded.classes, rewards = excluded.rewards, computed_at = excluded.computed_at
         WHERE campaign_result.revision < excluded.revision RETURNING revision`,
        [
          campaign,
          revision,
          JSON.stringify(revisions),
          ENGINE,
          `sha256:${inputHash}`,
          JSON.stringify(classes),
          JSON.stringify(rewards),
          this.clock.now().toISOString(),
        ],
      ),
    );
    if (written.length === 0) return;
    // Who sees one cluster alone is told as well where its classes are settled here.
    const clusters = plan.clusters.filter(({ settled }) => settled).map(({ code }) => code);
    for (const cluster of [null, ...clusters]) {
      const event: RankingEvent = { kind: 'ranking', campaign, cluster, revision };
      this.live.publish(rankingChannel(campaign), event);
    }
  }
}
