import { Injectable } from '@nestjs/common';
import { Clock, KeptMemory, Problem, Reader } from '@thidua/platform';
import type { ByteCache } from '@thidua/platform';
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
  readonly rules: CompiledCampaign;
  readonly bytes: number;
}

/** What a rule set takes for each letter of its text, by measure: the document, and what is compiled of it. */
const BYTES_PER_LETTER = 26;

/**
 * Compiled rule sets by campaign. A campaign's rules do not change once it is imported, so they are kept as far as there
 * is room; but where they name no day on which holds, facts and rounds are judged, it is today, and so they are compiled
 * anew each day.
 */
@Injectable()
export class CampaignRules {
  private readonly kept: ByteCache<Kept>;
  /** By campaign and day. */
  private readonly loading = new Map<string, Promise<CompiledCampaign | null>>();

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    kept: KeptMemory,
  ) {
    this.kept = kept.cache('rules');
  }

  /** @throws Problem `scope.unknown` when there is no such campaign. */
  async get(code: string): Promise<CompiledCampaign> {
    const found = await this.find(code);
    if (!found) throw new Problem('scope.unknown', 404);
    return found;
  }

  /** The campaign's rules if they are in memory, which they are but for the first time of a day they are asked for. */
  peek(code: string): CompiledCampaign | undefined {
    const kept = this.kept.get(code);
    return kept?.day === this.clock.today() ? kept.rules : undefined;
  }

  async find(code: string): Promise<CompiledCampaign | null> {
    const known = this.peek(code);
    if (known) return known;
    const day = this.clock.today();
    const key = `${code} ${day}`;
    const underWay = this.loading.get(key);
    if (underWay) return underWay;
    // Only success is remembered: a campaign may be imported the next moment.
    const loading = this.load(code, day).finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private async load(code: string, day: string): Promise<CompiledCampaign | null> {
    const before = this.kept.get(code);
    const kept =
      before && Object.hasOwn(before.rules.document, 'asOf') ? { ...before, day } : await this.read(code, day);
    if (!kept) return null;
    this.kept.set(code, kept, kept.bytes);
    return kept.rules;
  }

  private async read(code: string, day: string): Promise<Kept | null> {
    const campaign = await this.reader.manager.findOneBy(Campaign, { code });
    if (!campaign) return null;
    const document = JSON.parse(campaign.rules) as JsonObject;
    // Checked as a whole when it was brought in; by now other entries stand beside these rules.
    const { name, theme, from, to } = campaign;
    const plan = compile(document as unknown as CompetitionRules, day);
    const rules = { code, name, theme, from, to, document, plan };
    return { day, rules, bytes: BYTES_PER_LETTER * campaign.rules.length };
  }
}
