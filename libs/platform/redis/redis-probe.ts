import { Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { HealthProbe } from '../health/health-probe.js';
import { RedisAccess } from './redis-access.js';

/** Whether Redis answers. */
@Injectable()
export class RedisProbe implements HealthProbe {
  readonly name = 'redis';
  private readonly redis: Redis;

  constructor(access: RedisAccess) {
    this.redis = access.client('health');
  }

  async check(): Promise<void> {
    // A command given while disconnected would wait with all the earlier ones.
    if (this.redis.status !== 'ready') throw new Error(`connection is ${this.redis.status}`);
    await this.redis.ping();
  }
}
