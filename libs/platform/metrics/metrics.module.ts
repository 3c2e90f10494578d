import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Metrics } from './metrics.service.js';
import { MetricsController } from './metrics.controller.js';

/** `Metrics`, injectable everywhere; a process that serves HTTP also shows them at `/api/metrics`. */
@Module({})
export class MetricsModule {
  static forRoot({ http }: { http: boolean }): DynamicModule {
    return {
      module: MetricsModule,
      global: true,
      controllers: http ? [MetricsController] : [],
      providers: [Metrics],
      exports: [Metrics],
    };
  }
}
