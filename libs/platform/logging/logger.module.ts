import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { NestLogger } from './nest-logger.js';

/** The process's pino logger. Most code needs only Nest's `new Logger('Name')`, which ends in it. */
export const ROOT_LOGGER = Symbol('thidua:logger');

@Module({})
export class LoggerModule {
  static forRoot(logger: Logger): DynamicModule {
    const providers = [
      { provide: ROOT_LOGGER, useValue: logger },
      { provide: NestLogger, useValue: new NestLogger(logger) },
    ];
    return { module: LoggerModule, global: true, providers, exports: providers };
  }
}
