import { Injectable } from '@nestjs/common';
import { Problem, Reader } from '@thidua/platform';
import { compile } from '@thidua/scoring';
import type { CompetitionRules, JsonObject, Plan } from '@thidua/scoring';
import { Campaign } from '../entities/campaign.entity.js';

/** A campaign's rule set, ready to score with. */
export interface CompiledCampaign {
  readonly code: string;
  readonly name: string;
  readonly theme: string | null;
  readonly from: string;
  readonly to: string;
  /** The competition file without its entries. */
  readonly document: JsonObject;
  readonly plan: Plan;
}

/** Compiled rule sets by campaign. A campaign's rules do not change once it is imported, so they are kept. */
@Injectable()
export class CampaignRules {
  private readonly compiled = new Map<string, Promise<CompiledCampaign | null>>();
  private readonly ready = new Map<string, CompiledCampaign>();

  constructor(private readonly reader: Reader) {}

  /** @throws Problem `scope.unknown` when there is no such campaign. */
  async get(code: string): Promise<CompiledCampaign> {
    const found = await this.find(code);
    if (!found) throw new Problem('scope.unknown', 404);
    return found;
  }

  /** The campaign's rules if they are in memory, which they are but for the first time they are asked for. */
  peek(code: string): CompiledCampaign | undefined {
    return this.ready.get(code);
  }

  async find(code: string): Promise<CompiledCampaign | null> {
    const kept = this.compiled.get(code);
    if (kept) return kept;
    const loading = this.load(code);
    this.compiled.set(code, loading);
    // Only success is remembered: a campaign may be imported the next moment.
    const found = await loading.catch((error: unknown) => {
      this.compiled.delete(code);
      throw error;
    });
    if (found) this.ready.set(code, found);
    else this.compiled.delete(code);
    return found;
  }

  private async load(code: string): Promise<CompiledCampaign | null> {
    const campaign = await this.reader.manager.findOneBy(Campaign, { code });
    if (!campaign) return null;
    const document = JSON.parse(campaign.rules) as JsonObject;
    // Checked as a whole when it was brought in; by now other entries stand beside these rules.
    const { name, theme, from, to } = campaign;
    return { code, name, theme, from, to, document, plan: compile(document as unknown as CompetitionRules) };
  }
}
