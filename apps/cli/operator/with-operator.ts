import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, prepareDataFolder } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { OperatorModule } from './operator.module.js';

interface OperatorOptions {
  /** Whether a new or older database is brought up to date first; otherwise its schema must be current. */
  readonly mayMigrate: boolean;
  /** Absent: the settings of the environment. */
  readonly config?: Config;
}

/**
 * Opens the configured database for one piece of work, and closes it again.
 * @throws ConfigError when a setting is wrong; what the database says when it does not open.
 */
export async function withOperator<T>(
  { mayMigrate, config = loadConfig() }: OperatorOptions,
  work: (operator: INestApplicationContext) => Promise<T>,
): Promise<T> {
  prepareDataFolder(config.dataDir);
  const operator = await NestFactory.createApplicationContext(OperatorModule.forRoot(config, { mayMigrate }), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}
