import { Inject, Module, Optional } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Config } from '../config/config.js';
import { ROOT_LOGGER } from '../logging/logger.module.js';
import { Metrics } from '../metrics/metrics.service.js';
import { FolderLock } from '../process/folder-lock.js';
import { RedisAccess } from './redis-access.js';
import { RedisProbe } from './redis-probe.js';

/**
 * `RedisAccess`, injectable everywhere. `owner: true` in the one process that starts the private server (the API);
 * workers wait for it. A `lock` is held until that server has ended.
 */
@Module({})
export class RedisModule implements OnModuleDestroy, OnApplicationShutdown {
  constructor(
    @Inject(RedisAccess) private readonly redis: RedisAccess,
    @Optional() @Inject(FolderLock) private readonly lock: FolderLock | null,
  ) {}

  static forRoot({ owner, lock }: { owner: boolean; lock?: FolderLock | undefined }): DynamicModule {
    const access = {
      provide: RedisAccess,
      inject: [Config, ROOT_LOGGER, Metrics],
      useFactory: (config: Config, logger: Logger, metrics: Metrics) => {
        const options = { config, logger, onLost: () => metrics.redisLost() };
        return owner ? RedisAccess.open(options) : RedisAccess.attach(options);
      },
    };
    const held = { provide: FolderLock, useValue: lock ?? null };
    const providers = [held, access, RedisProbe];
    return { module: RedisModule, global: true, providers, exports: [RedisAccess, RedisProbe] };
  }

  /** Before `beforeApplicationShutdown`, in which the queues close their connections. */
  onModuleDestroy(): void {
    this.redis.prepareClose();
  }

  /** After `beforeApplicationShutdown`, in which the queues finished their jobs. */
  async onApplicationShutdown(): Promise<void> {
    await this.redis.close();
    await this.lock?.release();
  }
}
