import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '@thidua/identity';
import { CampaignRules } from '../rules/campaign-rules.service.js';
import { ClusterView, clusterViews } from './cluster.view.js';

@ApiTags('campaigns')
@Controller('campaigns/:campaign/clusters')
export class ClustersController {
  constructor(private readonly rules: CampaignRules) {}

  @Get()
  @ApiOperation({ summary: 'The clusters of a campaign, with their units' })
  @Access('campaign.read')
  @ApiOkResponse({ type: [ClusterView] })
  async list(@Param('campaign') campaign: string): Promise<ClusterView[]> {
    return clusterViews(await this.rules.get(campaign));
  }
}
