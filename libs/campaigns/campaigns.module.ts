import { Module } from '@nestjs/common';
import { ClustersHttpModule, ClustersModule } from './clusters/clusters.module.js';
import { CreateCampaign } from './create-campaign.service.js';
import { CampaignsController } from './http/campaigns.controller.js';
import { RulesHttpModule, RulesModule } from './rules/rules.module.js';
import { ScalesHttpModule } from './scales/scales.module.js';

/** Campaigns: clusters, scales and rules. */
@Module({
  imports: [ClustersModule, RulesModule],
  providers: [CreateCampaign],
  exports: [ClustersModule, RulesModule, CreateCampaign],
})
export class CampaignsModule {}

@Module({
  imports: [CampaignsModule, ClustersHttpModule, ScalesHttpModule, RulesHttpModule],
  controllers: [CampaignsController],
})
export class CampaignsHttpModule {}
