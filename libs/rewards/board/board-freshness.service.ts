import { Injectable } from '@nestjs/common';
import { Clock, KeptMemory, Reader, placeholders, remembered, textBytes } from '@thidua/platform';
import { REQUESTED_OF_REVIEW } from '@thidua/rankings';
import { ENGINE } from '@thidua/scoring';

/** Which revisions a campaign's board has to show, by which rules. */
export interface Freshness {
  /** Differs whenever anything on the board does. */
  readonly key: string;
  /** The number of the rule set in force. */
  readonly ruleSet: number;
  /** In file order. */
  readonly clusters: ReadonlyMap<string, { readonly requested: number; readonly computed: number | null }>;
  /**
   * Differs whenever the piece of this cluster (or, for '', the campaign's rewards) does; one whose classes are settled
   * says when any cluster has moved on.
   */
  pieceKey(cluster: string, settled: boolean): string;
}

interface Row {
  campaign: string;
  rule_set: number;
  code: string;
  requested: number;
  computed: number | null;
  of_campaign: number | null;
  reviews: number | string;
  decisions: number | string;
  /** How often anybody was renamed: the board names who has reviewed. */
  renamed: number | string;
  /** Whether the last review of the campaign's own rewards stands. */
  stands: number | null;
}

/** A cluster's code and revisions. */
const CLUSTER_BYTES = 250;

/** Asks the database on every read, but one statement serves all readers who ask at the same time. */
@Injectable()
export class BoardFreshness {
  private readonly find: ReturnType<typeof remembered<Freshness>>;

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    kept: KeptMemory,
  ) {
    this.find = remembered(
      (campaigns) => this.load(campaigns),
      kept.cache('freshness'),
      ({ key, clusters }) => textBytes(key) + clusters.size * CLUSTER_BYTES,
    );
  }

  /** @param databaseVersion read since the request came in. */
  async of(campaign: string, databaseVersion: string | undefined): Promise<Freshness> {
    // What was current yesterday need not be so today, even if nothing was committed since.
    const version = databaseVersion && `${databaseVersion} ${this.clock.today()}`;
    return (await this.find(campaign, version)) ?? freshnessOf([], '');
  }

  private async load(campaigns: readonly string[]): Promise<Map<string, Freshness>> {
    const current = [ENGINE, this.clock.today()];
    const { list, pad } = placeholders(campaigns.length);
    // Reviews and decisions are few: any new one refreshes every piece. They are counted, since the highest number may
    // be committed before a lower one.
    const rows = await this.reader.query<Row>(
      `SELECT c.campaign, k.rule_set, c.code, c.requested_revision AS requested, r.revision AS computed, s.revision AS of_campaign,
              (SELECT COUNT(*) FROM review) AS reviews, (SELECT COUNT(*) FROM decision) AS decisions,
              (SELECT SUM(p.renamed) FROM person p) AS renamed,
              (SELECT CASE WHEN v.revision = ${REQUESTED_OF_REVIEW} THEN 1 ELSE 0 END FROM review v
                WHERE v.id = (SELECT MAX(id) FROM review w WHERE w.campaign = c.campaign AND w.cluster IS NULL)) AS stands
         FROM cluster c JOIN campaign k ON k.code = c.campaign
         LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
          AND r.engine = ? AND r.as_of = COALESCE(k.as_of, ?) AND r.rule_set = k.rule_set
         LEFT JOIN campaign_result s ON s.campaign = c.campaign
          AND s.engine = ? AND s.as_of = COALESCE(k.as_of, ?) AND s.rule_set = k.rule_set
        WHERE c.campaign IN (${list}) ORDER BY c.campaign, c.ordinal`,
      [...current, ...current, ...pad(campaigns)],
    );
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const group = groups.get(row.campaign);
      if (group) group.push(row);
      else groups.set(row.campaign, [row]);
    }
    return new Map([...groups].map(([campaign, group]) => [campaign, freshnessOf(group, current.join(' '))]));
  }
}

/** @param by the engine and the day that what is shown as current is of. */
function freshnessOf(rows: readonly Row[], by: string): Freshness {
  const [first] = rows;
  const clusters = new Map(rows.map(({ code, requested, computed }) => [code, { requested, computed }]));
  const revisions = rows.map(({ requested, computed }) => `${requested}.${computed ?? ''}`).join(',');
  const ofCampaign = `${first?.of_campaign ?? ''}`;
  const all = rows.reduce((sum, { requested }) => sum + requested, 0);
  // A unit also shows what the campaign's rewards put forward for it, while that rests on no older ranking of any cluster.
  const ruleSet = first?.rule_set ?? 0;
  const acts = `${by} ${ruleSet} ${first?.reviews ?? 0}.${first?.decisions ?? 0}.${first?.renamed ?? 0}.${first?.stands === 1 ? 'stands' : ''}`;
  return {
    key: `${acts}|${ofCampaign}|${revisions}`,
    ruleSet,
    clusters,
    pieceKey(cluster, settled) {
      const known = clusters.get(cluster);
      const own = known ? `${known.requested}.${known.computed ?? ''}` : '';
      return `${acts}|${ofCampaign}|${own}|${known && !settled ? '' : all}`;
    },
  };
}
