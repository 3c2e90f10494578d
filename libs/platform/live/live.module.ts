import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LiveEvents } from './live-events.js';
import { StreamPlaces } from './stream-places.js';

/** `LiveEvents`, injectable everywhere. Needs `RedisModule`. */
@Module({})
export class LiveModule {
  static forRoot(): DynamicModule {
    return {
      module: LiveModule,
      global: true,
      providers: [LiveEvents, StreamPlaces],
      exports: [LiveEvents, StreamPlaces],
    };
  }
}
