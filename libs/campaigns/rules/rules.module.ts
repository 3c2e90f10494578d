import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeDirectory } from '@thidua/identity';
import { Campaign } from '../entities/campaign.entity.js';
import { RuleSet } from '../entities/rule-set.entity.js';
import { CampaignRules } from './campaign-rules.service.js';
import { RuleSets } from './rule-sets.service.js';
import { RulesWatch } from './rules-watch.service.js';
import { RulesController } from './rules.controller.js';
import { CampaignScopeDirectory } from './scope-directory.service.js';

/** The rule sets of campaigns, compiled. Global because the access guard asks it where a unit lies. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Campaign, RuleSet])],
  providers: [CampaignRules, RuleSets, RulesWatch, { provide: ScopeDirectory, useClass: CampaignScopeDirectory }],
  exports: [CampaignRules, RuleSets, ScopeDirectory],
})
export class RulesModule {}

@Module({ imports: [RulesModule], controllers: [RulesController] })
export class RulesHttpModule {}
