import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import type { JsonValue } from '@thidua/scoring';
import { CampaignRules } from '../rules/campaign-rules.service.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/scales')
export class ScalesController {
  constructor(private readonly rules: CampaignRules) {}

  @Get()
  @ApiOperation({ summary: 'The scales, as the competition file gives them' })
  @Access('campaign.read')
  @ApiOkResponse({ schema: { type: 'array', items: { $ref: '#/components/schemas/FileScale' } } })
  async list(@Param('campaign') campaign: string): Promise<JsonValue> {
    return (await this.rules.get(campaign)).document.scales!;
  }
}
