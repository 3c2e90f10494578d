import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@thidua/platform';
import type { Config } from '@thidua/platform';
import { findDatabase } from './find-database.js';
import type { Creation } from './find-database.js';
import { OperatorModule } from './operator.module.js';

interface OperatorOptions {
  /** Whether a new or older database is brought up to date first; otherwise its schema must be current. */
  readonly mayMigrate: boolean;
  readonly creation: Creation;
  /** Told once the database is open, so that the command can say which it is. */
  readonly onOpen: (config: Config) => void;
}

/**
 * Opens the configured database for one piece of work, and closes it again.
 * @throws ConfigError when a setting is wrong, Failure when there is no database and none may be made; what the database
 *   says when it does not open.
 */
export async function withOperator<T>(
  { mayMigrate, creation, onOpen }: OperatorOptions,
  work: (operator: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  findDatabase(config, creation);
  const operator = await NestFactory.createApplicationContext(OperatorModule.forRoot(config, { mayMigrate }), {
    logger: false,
    abortOnError: false,
  });
  onOpen(config);
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}
