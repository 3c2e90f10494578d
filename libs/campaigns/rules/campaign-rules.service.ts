import { Injectable } from '@nestjs/common';
import { Clock, Problem, Reader } from '@thidua/platform';
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

interface Kept {
  /** The day it was compiled for. */
  readonly day: string;
  readonly found: Promise<CompiledCampaign | null>;
  ready?: CompiledCampaign;
}

/**
 * Compiled rule sets by campaign. A campaign's rules do not change once it is imported, so they are kept; but where they
 * name no day on which holds, facts and rounds are judged, it is today, and so they are compiled anew each day.
 */
@Injectable()
export class CampaignRules {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `scope.unknown` when there is no such campaign. */
  async get(code: string): Promise<CompiledCampaign> {
    const found = await this.find(code);
    if (!found) throw new Problem('scope.unknown', 404);
    return found;
  }

  /** The campaign's rules if they are in memory, which they are but for the first time of a day they are asked for. */
  peek(code: string): CompiledCampaign | undefined {
    const kept = this.kept.get(code);
    return kept?.day === this.clock.today() ? kept.ready : undefined;
  }

  async find(code: string): Promise<CompiledCampaign | null> {
    const day = this.clock.today();
    const before = this.kept.get(code);
    if (before?.day === day) return before.found;
    const loading: Kept = { day, found: this.load(code, day, before?.ready) };
    this.kept.set(code, loading);
    const forget = (): void => {
      if (this.kept.get(code) === loading) this.kept.delete(code);
    };
    // Only success is remembered: a campaign may be imported the next moment.
    const found = await loading.found.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (found) loading.ready = found;
    else forget();
    return found;
  }

  private async load(code: string, day: string, before?: CompiledCampaign): Promise<CompiledCampaign | null> {
    if (before && Object.hasOwn(before.document, 'asOf')) return before;
    const campaign = await this.reader.manager.findOneBy(Campaign, { code });
    if (!campaign) return null;
    const document = JSON.parse(campaign.rules) as JsonObject;
    // Checked as a whole when it was brought in; by now other entries stand beside these rules.
    const { name, theme, from, to } = campaign;
    return { code, name, theme, from, to, document, plan: compile(document as unknown as CompetitionRules, day) };
  }
}
