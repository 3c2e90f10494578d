import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '@thidua/campaigns';
import { EntriesModule } from '@thidua/entries';
import { IdentityModule } from '@thidua/identity';
import { Metrics } from '@thidua/platform';
import { Behind } from './behind.service.js';
import { CampaignResult } from './entities/campaign-result.entity.js';
import { ClusterResult } from './entities/cluster-result.entity.js';
import { Review } from './entities/review.entity.js';
import { UnitScoreRow } from './entities/unit-score.entity.js';
import { ExportReviewed } from './export-reviewed.service.js';
import { EventsController } from './http/events.controller.js';
import { ResultsController } from './http/results.controller.js';
import { RecomputeProcessor } from './jobs/recompute.processor.js';
import { Sweep } from './jobs/sweep.service.js';
import { RuleSetsController } from './rule-sets/http/rule-sets.controller.js';
import { ApplyRuleSet } from './rule-sets/apply-rule-set.service.js';
import { AssessRuleSet } from './rule-sets/assess-rule-set.service.js';
import { DraftRuleSet } from './rule-sets/draft-rule-set.service.js';
import { ReadResult } from './read-result.service.js';
import { RecomputeCampaign } from './recompute-campaign.service.js';
import { RecomputeCluster } from './recompute-cluster.service.js';
import { StoreRankings } from './store-rankings.service.js';

/** Rankings: computed from the rows, stored with what they were computed from, read. */
@Module({
  imports: [
    CampaignsModule,
    EntriesModule,
    TypeOrmModule.forFeature([ClusterResult, UnitScoreRow, CampaignResult, Review]),
  ],
  providers: [
    ...[Behind, RecomputeCluster, RecomputeCampaign, StoreRankings, ReadResult, ExportReviewed],
    ...[AssessRuleSet, DraftRuleSet, ApplyRuleSet],
  ],
  exports: [
    ...[Behind, RecomputeCluster, RecomputeCampaign, ReadResult, ExportReviewed, CampaignsModule],
    ...[AssessRuleSet, DraftRuleSet, ApplyRuleSet],
  ],
})
export class RankingsModule implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly behind: Behind,
  ) {}

  onModuleInit(): void {
    this.metrics.watchRecomputeLag(() => this.behind.lag());
  }
}

/** What runs where the queue is worked on. */
@Module({ imports: [RankingsModule, EntriesModule], providers: [RecomputeProcessor, Sweep] })
export class RankingsJobsModule {}

@Module({
  imports: [IdentityModule, RankingsModule],
  controllers: [ResultsController, EventsController, RuleSetsController],
})
export class RankingsHttpModule {}
