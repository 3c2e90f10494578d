import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { QueueModule } from '@thidua/platform';
import { Cluster } from '../entities/cluster.entity.js';
import { Unit } from '../entities/unit.entity.js';
import { RulesModule } from '../rules/rules.module.js';
import { ClusterRevisions } from './cluster-revisions.service.js';
import { ClustersController } from './clusters.controller.js';
import { RECOMPUTE_QUEUE, RecomputeQueue } from './recompute-queue.js';

const recomputeQueue = QueueModule.register(RECOMPUTE_QUEUE);

/** Clusters of units and how far their facts have moved. */
@Module({
  imports: [TypeOrmModule.forFeature([Cluster, Unit]), recomputeQueue],
  providers: [ClusterRevisions, RecomputeQueue],
  exports: [ClusterRevisions, RecomputeQueue, recomputeQueue],
})
export class ClustersModule {}

@Module({ imports: [RulesModule], controllers: [ClustersController] })
export class ClustersHttpModule {}
