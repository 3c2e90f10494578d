import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeDirectory } from '@thidua/identity';
import { Campaign } from '../entities/campaign.entity.js';
import { CampaignRules } from './campaign-rules.service.js';
import { RulesController } from './rules.controller.js';
import { CampaignScopeDirectory } from './scope-directory.service.js';

/** The rule sets of campaigns, compiled. Global because the access guard asks it where a unit lies. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Campaign])],
  providers: [CampaignRules, { provide: ScopeDirectory, useClass: CampaignScopeDirectory }],
  exports: [CampaignRules, ScopeDirectory],
})
export class RulesModule {}

@Module({ imports: [RulesModule], controllers: [RulesController] })
export class RulesHttpModule {}
