import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { Clock, LiveEvents, Reader, UnitOfWork } from '@thidua/platform';
import { ENGINE, proposeCampaign } from '@thidua/scoring';
import { rankingChannel } from './ranking-events.js';
import type { RankingEvent } from './ranking-events.js';
import { loadClusterResults } from './stored-results.js';

/**
 * Settles the rewards that need every cluster's ranking, from the stored rankings. The result carries the sum of the
 * clusters' revisions, and replaces only one of a smaller sum.
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
    if (plan.campaignRewards.length === 0) return;
    const results = await loadClusterResults(this.reader, campaign);
    // A cluster that was never ranked is being ranked right now, and asks again when it is.
    if (results.some((result) => result.stored === null)) return;
    const stored = results.map((result) => result.stored!);
    const rows = proposeCampaign(
      plan,
      stored.map((each) => each.ranking),
      stored.flatMap((each) => each.rewards),
    );
    const revision = stored.reduce((sum, each) => sum + each.revision, 0);
    const inputHash = createHash('sha256')
      .update(stored.map((each) => each.inputHash).join('\n'))
      .digest('hex');
    const written = await this.unitOfWork.run((tx) =>
      tx.query(
        `INSERT INTO campaign_result (campaign, revision, engine, input_hash, rewards, computed_at)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (campaign) DO UPDATE SET
           revision = excluded.revision, engine = excluded.engine, input_hash = excluded.input_hash,
           rewards = excluded.rewards, computed_at = excluded.computed_at
         WHERE campaign_result.revision < excluded.revision RETURNING revision`,
        [campaign, revision, ENGINE, `sha256:${inputHash}`, JSON.stringify(rows), this.clock.now().toISOString()],
      ),
    );
    if (written.length === 0) return;
    const event: RankingEvent = { kind: 'ranking', campaign, cluster: null, revision };
    this.live.publish(rankingChannel(campaign), event);
  }
}
