import { Injectable } from '@nestjs/common';
import type { Located, Scope, ScopeCodes, ScopeDirectory } from '@thidua/identity';
import { CampaignRules } from './campaign-rules.service.js';
import type { CompiledCampaign } from './campaign-rules.service.js';

/** Finds where a campaign's clusters and units lie, and who scores at its stages, from its rule set. */
@Injectable()
export class CampaignScopeDirectory implements ScopeDirectory {
  constructor(private readonly rules: CampaignRules) {}

  locate(codes: ScopeCodes): Located | null | Promise<Located | null> {
    const known = this.rules.peek(codes.campaign);
    return known
      ? within(known, codes)
      : this.rules.find(codes.campaign).then((found) => found && within(found, codes));
  }
}

function within(rules: CompiledCampaign, codes: ScopeCodes): Located | null {
  const scope = scopeOf(rules, codes);
  if (codes.stage === undefined || scope === null) return scope;
  const found = rules.plan.stages.list.find(({ code }) => code === codes.stage);
  return found ? { ...scope, stage: found.code, scoredBy: found.by } : null;
}

function scopeOf({ plan }: CompiledCampaign, { campaign, cluster, unit }: ScopeCodes): Scope | null {
  if (unit !== undefined) {
    const found = plan.units.get(unit);
    return found ? { campaign, cluster: found.cluster, unit } : null;
  }
  if (cluster !== undefined && !plan.clusterOf.has(cluster)) return null;
  return { campaign, cluster };
}
