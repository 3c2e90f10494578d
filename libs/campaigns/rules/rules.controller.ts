import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import type { JsonObject } from '@thidua/scoring';
import { CampaignRules } from './campaign-rules.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/rules')
export class RulesController {
  constructor(private readonly rules: CampaignRules) {}

  /** How units are ranked, classed and proposed, as the competition file gives it. */
  @Get()
  @Access('campaign.read')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async show(@Param('campaign') campaign: string): Promise<JsonObject> {
    const { ranking = null, classes = [], rewards = [] } = (await this.rules.get(campaign)).document;
    return { ranking, classes, rewards };
  }
}
