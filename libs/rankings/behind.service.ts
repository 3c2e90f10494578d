import { Injectable } from '@nestjs/common';
import { CampaignRules } from '@thidua/campaigns';
import { Clock, Reader, coalesced, placeholders } from '@thidua/platform';
import type { RecomputeLag } from '@thidua/platform';
import { ENGINE } from '@thidua/scoring';
import { needsSettlement } from './settlement.js';

export interface BehindCluster {
  readonly campaign: string;
  readonly cluster: string;
  readonly requested: number;
  /** 0 when there is no result yet. */
  readonly computed: number;
}

/** What is settled from every cluster, where it rests on older rankings than those stored. */
export interface BehindCampaign {
  readonly campaign: string;
  /** The sum of the stored rankings' revisions. */
  readonly requested: number;
  /** 0 when there is no result yet. */
  readonly computed: number;
}

/**
 * A cluster (`c`) of a campaign (`k`) without a current result (`r`): of its entries as they are, by this engine and the
 * rules in force, judged on the day the campaign is judged on. Binds the engine and today.
 */
const IS_BEHIND = `(r.revision IS NULL OR r.revision < c.requested_revision
          OR r.engine <> ? OR r.rule_set <> k.rule_set OR r.as_of <> COALESCE(k.as_of, ?))`;

const RESULTS = `cluster c JOIN campaign k ON k.code = c.campaign
         LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code`;

/** What is behind: whose facts have moved past the stored result. Asked of the rows, never of the queue. */
@Injectable()
export class Behind {
  private readonly find = coalesced((keys: readonly string[]) => this.load(keys));

  constructor(
    private readonly reader: Reader,
    private readonly rules: CampaignRules,
    private readonly clock: Clock,
  ) {}

  async cluster(campaign: string, cluster: string): Promise<boolean> {
    return (await this.find(`${campaign}/${cluster}`)) ?? false;
  }

  /** Whether what is settled from every cluster rests on older rankings than those stored. */
  async campaign(campaign: string): Promise<boolean> {
    return (await this.findCampaign(campaign)) !== null;
  }

  clusters(): Promise<BehindCluster[]> {
    return this.reader.query<BehindCluster>(
      `SELECT c.campaign AS campaign, c.code AS cluster, c.requested_revision AS requested,
              COALESCE(r.revision, 0) AS computed
         FROM ${RESULTS} WHERE ${IS_BEHIND}`,
      [ENGINE, this.clock.today()],
    );
  }

  async campaigns(): Promise<BehindCampaign[]> {
    const rows = await this.reader.query<{ code: string }>('SELECT code FROM campaign');
    const behind: BehindCampaign[] = [];
    for (const { code } of rows) {
      const found = await this.findCampaign(code);
      if (found) behind.push(found);
    }
    return behind;
  }

  /** How far everything together is behind, and for how long. */
  async lag(): Promise<RecomputeLag> {
    const revisions = (await this.clusters()).reduce((sum, each) => sum + each.requested - each.computed, 0);
    if (revisions === 0) return { revisions, seconds: 0 };
    const [row] = await this.reader.query<{ oldest: string | null }>(
      `SELECT MIN(b.submitted_at) AS oldest
         FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
         JOIN submission b ON b.campaign = c.campaign AND b.cluster = c.code AND b.revision > COALESCE(r.revision, 0)
        WHERE r.revision IS NULL OR r.revision < c.requested_revision`,
    );
    const since = row?.oldest ? Date.parse(row.oldest) : this.clock.now().getTime();
    return { revisions, seconds: Math.max(0, (this.clock.now().getTime() - since) / 1000) };
  }

  private async findCampaign(campaign: string): Promise<BehindCampaign | null> {
    const { plan, ruleSet } = await this.rules.inForce(this.reader, campaign);
    if (!needsSettlement(plan)) return null;
    const [row] = await this.reader.query<{
      clusters: number | string;
      unranked: number | string;
      computed: number | string | null;
      stored: number | null;
    }>(
      `SELECT COUNT(c.code) AS clusters, COUNT(c.code) - COUNT(r.revision) AS unranked, SUM(r.revision) AS computed,
              (SELECT revision FROM campaign_result WHERE campaign = ? AND engine = ? AND as_of = ? AND rule_set = ?) AS stored
         FROM cluster c LEFT JOIN cluster_result r ON r.campaign = c.campaign AND r.cluster = c.code
          AND r.engine = ? AND r.as_of = ? AND r.rule_set = ?
        WHERE c.campaign = ?`,
      [campaign, ENGINE, plan.asOf, ruleSet, ENGINE, plan.asOf, ruleSet, campaign],
    );
    const requested = Number(row!.computed);
    const computed = row!.stored ?? 0;
    const isBehind = Number(row!.clusters) > 0 && Number(row!.unranked) === 0 && requested > computed;
    return isBehind ? { campaign, requested, computed } : null;
  }

  private async load(keys: readonly string[]): Promise<Map<string, boolean>> {
    const { list, pad } = placeholders(keys.length);
    const rows = await this.reader.query<{ id: string; behind: number }>(
      `SELECT c.campaign || '/' || c.code AS id,
              CASE WHEN ${IS_BEHIND} THEN 1 ELSE 0 END AS behind
         FROM ${RESULTS}
        WHERE c.campaign || '/' || c.code IN (${list})`,
      [ENGINE, this.clock.today(), ...pad(keys)],
    );
    return new Map(rows.map(({ id, behind }) => [id, behind === 1]));
  }
}
