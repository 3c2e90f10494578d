import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Campaign, Cluster, ClusterRevisions, CreateCampaign, RecomputeQueue, Unit } from '@thidua/campaigns';
import { MIGRATIONS } from '@thidua/composition';
import { ImportCompetition, Sheet, Submission } from '@thidua/entries';
import { IdentityModule } from '@thidua/identity';
import { AuditModule, ClockModule, ConfigModule, DatabaseModule, MemoryModule } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { LeaveToSweep } from './leave-to-sweep.js';

/**
 * What an operator's command does in the database of a service, without its queue: the private Redis belongs to the
 * service, which may not even be running.
 */
@Module({})
export class OperatorModule {
  static forRoot(config: Config, { mayMigrate }: { mayMigrate: boolean }): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.forRoot(config),
        ClockModule,
        MemoryModule,
        DatabaseModule.forRoot({ migrations: MIGRATIONS, mayMigrate }),
        AuditModule,
        IdentityModule,
        TypeOrmModule.forFeature([Campaign, Cluster, Unit, Sheet, Submission]),
      ],
      providers: [
        CreateCampaign,
        ClusterRevisions,
        { provide: RecomputeQueue, useClass: LeaveToSweep },
        ImportCompetition,
      ],
    };
  }
}
