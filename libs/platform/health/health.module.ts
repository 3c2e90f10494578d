import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { HealthProbe } from './health-probe.js';
import { HealthController } from './health.controller.js';
import { HEALTH_PROBES, Health } from './health.service.js';

/** `/api/health/live` and `/api/health/ready`. The probes are providers of global modules. */
@Module({})
export class HealthModule {
  static forRoot(probes: readonly Type<HealthProbe>[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        Health,
        { provide: HEALTH_PROBES, inject: [...probes], useFactory: (...found: HealthProbe[]) => found },
      ],
      exports: [Health],
    };
  }
}
