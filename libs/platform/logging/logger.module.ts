import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { NestLogger } from './nest-logger.js';
import { Recurring } from './recurring.js';
import { ROOT_LOGGER } from './root-logger.js';

export { ROOT_LOGGER } from './root-logger.js';

@Module({})
export class LoggerModule {
  static forRoot(logger: Logger): DynamicModule {
    const providers = [
      { provide: ROOT_LOGGER, useValue: logger },
      { provide: NestLogger, useValue: new NestLogger(logger) },
      Recurring,
    ];
    return { module: LoggerModule, global: true, providers, exports: providers };
  }
}
