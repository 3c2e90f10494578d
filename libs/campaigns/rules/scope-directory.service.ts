import { Injectable } from '@nestjs/common';
import type { Scope, ScopeDirectory } from '@thidua/identity';
import { CampaignRules } from './campaign-rules.service.js';

/** Finds where a campaign's clusters and units lie, from its rule set. */
@Injectable()
export class CampaignScopeDirectory implements ScopeDirectory {
  constructor(private readonly rules: CampaignRules) {}

  async locate(codes: { campaign: string; cluster?: string; unit?: string }): Promise<Scope | null> {
    const found = await this.rules.find(codes.campaign);
    if (!found) return null;
    if (codes.unit !== undefined) {
      const unit = found.plan.units.get(codes.unit);
      return unit ? { campaign: codes.campaign, cluster: unit.cluster, unit: codes.unit } : null;
    }
    if (codes.cluster !== undefined && !found.plan.clusterOf.has(codes.cluster)) return null;
    return { campaign: codes.campaign, cluster: codes.cluster };
  }
}
