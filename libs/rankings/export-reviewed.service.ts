import { Injectable } from '@nestjs/common';
import { FIRST_RULE_SET } from '@thidua/campaigns';
import { ExportCompetition } from '@thidua/entries';
import { Problem, Reader } from '@thidua/platform';
import type { JsonObject } from '@thidua/scoring';
import { Review } from './entities/review.entity.js';

/** Of a snapshot, what tells which submissions its ranking was computed from. */
interface Snapshot {
  readonly revision: number;
  /** Of what is settled. */
  readonly revisions?: Readonly<Record<string, number>>;
  readonly asOf: string;
  /** Of reviews before rules had versions, none. */
  readonly ruleSet?: number;
}

/** Gives back what a reviewed ranking was computed from, by the rules of then, so that anybody can compute it again. */
@Injectable()
export class ExportReviewed {
  constructor(
    private readonly reader: Reader,
    private readonly exportCompetition: ExportCompetition,
  ) {}

  /** @throws Problem `review.unknown` when the campaign has no such review. */
  async export(campaign: string, id: number): Promise<JsonObject> {
    const review = await this.reader.manager.findOneBy(Review, { campaign, id });
    if (!review) throw new Problem('review.unknown', 404);
    const { cluster, at, snapshot } = review;
    const { revision, revisions, asOf, ruleSet = FIRST_RULE_SET } = JSON.parse(snapshot) as Snapshot;
    const own = revisions ?? { [cluster!]: revision };
    // Its own ranking does not hang on the others: they are as they were when it was reviewed.
    return this.exportCompetition.exportAt(campaign, {
      ...{ ruleSet, asOf },
      revisions: { ...(await this.revisionsAt(campaign, at)), ...own },
    });
  }

  private async revisionsAt(campaign: string, at: string): Promise<Record<string, number>> {
    const rows = await this.reader.query<{ cluster: string; revision: number }>(
      'SELECT cluster, MAX(revision) AS revision FROM submission WHERE campaign = ? AND submitted_at <= ? GROUP BY cluster',
      [campaign, at],
    );
    return Object.fromEntries(rows.map(({ cluster, revision }) => [cluster, revision]));
  }
}
