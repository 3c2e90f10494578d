import { Injectable } from '@nestjs/common';
import { CampaignRules, RecomputeQueue } from '@thidua/campaigns';
import { ExportCompetition } from '@thidua/entries';
import { Problem, Reader } from '@thidua/platform';
import { assembleResult, withClasses } from '@thidua/scoring';
import type { JsonValue, ResultDocument, Settlement } from '@thidua/scoring';
import { inputOf } from './rules-hash.js';
import { needsSettlement } from './settlement.js';
import { isCurrent, loadCampaignResult, loadClusterResults, refuseFaulty } from './stored-results.js';

/** Gives the stored rankings and proposals as a result document, the one `thidua score` prints for the same entries. */
@Injectable()
export class ReadResult {
  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly exportCompetition: ExportCompetition,
    private readonly queue: RecomputeQueue,
  ) {}

  /**
   * @throws Problem `ranking.behind` while any of it is behind the entries, it is asked for again then; `ranking.faulty`
   *   where a condition divides by zero.
   */
  async read(campaign: string): Promise<ResultDocument> {
    const rules = await this.rules.inForce(this.reader, campaign);
    const { plan } = rules;
    const results = await loadClusterResults(this.reader, campaign);
    const rows = [];
    for (const state of results) {
      const { cluster, stored } = state;
      if (!isCurrent(state, rules)) {
        this.queue.requestCluster(campaign, cluster);
        throw new Problem('ranking.behind', 409, { params: { cluster } });
      }
      rows.push(...stored!.rewards);
    }
    await refuseFaulty(this.reader, campaign, null);
    let classes: Settlement['classes'] = {};
    if (needsSettlement(plan)) {
      const state = await loadCampaignResult(this.reader, campaign);
      if (!isCurrent(state, rules)) {
        this.queue.requestCampaign(campaign);
        throw new Problem('ranking.behind', 409, { params: { cluster: campaign } });
      }
      rows.push(...state.stored!.rewards);
      ({ classes } = state.stored!);
    }
    const input = inputOf((await this.exportCompetition.export(campaign)) as JsonValue);
    // Read after everything else: where no cluster has moved meanwhile, all of it is of one moment.
    const after = await this.reader.query<{ code: string; requested_revision: number }>(
      'SELECT code, requested_revision FROM cluster WHERE campaign = ? ORDER BY ordinal',
      [campaign],
    );
    const moved = after.find(
      ({ requested_revision }, index) => requested_revision !== results[index]!.requestedRevision,
    );
    if (moved) throw new Problem('ranking.behind', 409, { params: { cluster: moved.code } });
    const rankings = results.map(({ stored }) => withClasses(stored!.ranking, { classes }));
    return assembleResult(plan, input, rankings, rows);
  }
}
