import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import type { JsonValue } from '@thidua/scoring';
import { CampaignRules } from '../rules/campaign-rules.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/scales')
export class ScalesController {
  constructor(private readonly rules: CampaignRules) {}

  /** The scales as the competition file gives them. */
  @Get()
  @Access('campaign.read')
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object', additionalProperties: true } } })
  async list(@Param('campaign') campaign: string): Promise<JsonValue> {
    return (await this.rules.get(campaign)).document.scales!;
  }
}
