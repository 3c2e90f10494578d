import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import type { JsonObject } from '@thidua/scoring';
import { CampaignRules } from './campaign-rules.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/rules')
export class RulesController {
  constructor(private readonly rules: CampaignRules) {}

  @Get()
  @ApiOperation({ summary: 'How units are ranked, classed and proposed, as the competition file gives it' })
  @Access('campaign.read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/FileRules' } })
  async show(@Param('campaign') campaign: string): Promise<JsonObject> {
    const { ranking = null, classes = [], rewards = [] } = (await this.rules.get(campaign)).document;
    return { ranking, classes, rewards };
  }
}
