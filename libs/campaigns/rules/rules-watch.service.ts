import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { LiveEvents } from '@thidua/platform';
import { CampaignRules } from './campaign-rules.service.js';

/** On which processes tell each other that a campaign has another rule set in force. */
export const RULES_CHANNEL = 'rules';

/** Forgets rules that another process has replaced. Where the word is lost, whoever reads the number finds out. */
@Injectable()
export class RulesWatch implements OnModuleInit {
  constructor(
    private readonly live: LiveEvents,
    private readonly rules: CampaignRules,
  ) {}

  onModuleInit(): void {
    this.live.observe<{ campaign: string }>(RULES_CHANNEL).subscribe(({ campaign }) => this.rules.forget(campaign));
    this.live.gaps.subscribe(() => this.rules.forgetAll());
  }
}
