import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CampaignsHttpModule } from '@thidua/campaigns';
import { EntriesHttpModule, EntriesModule } from '@thidua/entries';
import { IdentityHttpModule, IdentityModule } from '@thidua/identity';
import {
  AuditModule,
  AuditProbe,
  ClockModule,
  ConfigModule,
  DatabaseModule,
  DatabaseProbe,
  FolderLock,
  HealthModule,
  KeptMemory,
  LiveModule,
  LoggerModule,
  MemoryModule,
  Metrics,
  MetricsModule,
  QueueModule,
  QueueProbe,
  RedisModule,
  RedisProbe,
  createLogger,
} from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { RankingsHttpModule, RankingsJobsModule, RankingsModule } from '@thidua/rankings';
import { RewardsHttpModule, RewardsModule } from '@thidua/rewards';
import { MIGRATIONS } from './migrations.js';

/** What a process does. All share the slices; they differ in who serves, who computes and who owns the data folder. */
export interface ProcessRole {
  /** Serves the API. */
  readonly http: boolean;
  /** Works on the queue. */
  readonly jobs: boolean;
  /** Runs migrations and, where no server is configured, starts the private Redis. Others wait for the owner. */
  readonly owner: boolean;
  /** Of the data folder, for an owner with a private Redis. */
  readonly lock?: FolderLock | undefined;
}

const SLICES = [IdentityModule, EntriesModule, RankingsModule, RewardsModule];
const ROUTES = [IdentityHttpModule, CampaignsHttpModule, EntriesHttpModule, RankingsHttpModule, RewardsHttpModule];

/** The composition root of every process. */
@Module({})
export class ApplicationModule {
  constructor(metrics: Metrics, kept: KeptMemory) {
    metrics.watchKeptMemory(kept);
  }

  static forRoot(config: Config, role: ProcessRole): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [
        ConfigModule.forRoot(config),
        LoggerModule.forRoot(createLogger(config.logLevel)),
        ClockModule,
        MemoryModule,
        MetricsModule.forRoot({ http: role.http }),
        DatabaseModule.forRoot({ migrations: MIGRATIONS, mayMigrate: role.owner }),
        RedisModule.forRoot(role),
        QueueModule.forRoot(),
        LiveModule.forRoot(),
        AuditModule,
        ...SLICES,
        ...(role.http ? [HealthModule.forRoot([DatabaseProbe, QueueProbe, RedisProbe, AuditProbe]), ...ROUTES] : []),
        ...(role.jobs ? [RankingsJobsModule] : []),
      ],
    };
  }
}
