import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import { Config } from '../config/config.js';
import { DatabaseProbe } from './database-probe.js';
import { databaseOptions, openDatabase } from './open-database.js';
import type { ThiduaDatabase } from './open-database.js';
import { Reader, UnitOfWork } from './transaction.js';

export interface DatabaseModuleOptions {
  /** Every slice's migrations, in the order they were written. */
  readonly migrations: (new () => MigrationInterface)[];
  /** False for a process that leaves the schema to another and waits for it. */
  readonly mayMigrate: boolean;
}

/** The configured database, opened once. Slices inject `UnitOfWork` to write and `Reader` to read. */
@Module({})
export class DatabaseModule {
  static forRoot({ migrations, mayMigrate }: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config): TypeOrmModuleOptions => ({
            ...databaseOptions(config),
            migrations,
            autoLoadEntities: true,
            // A database that does not open is a configuration error to be told at once, not retried in silence.
            retryAttempts: 0,
          }),
          dataSourceFactory: (options) => openDatabase(options as DataSourceOptions, mayMigrate),
        }),
      ],
      providers: [
        { provide: UnitOfWork, inject: [getDataSourceToken()], useFactory: (open: ThiduaDatabase) => open.unitOfWork },
        { provide: Reader, inject: [getDataSourceToken()], useFactory: (open: ThiduaDatabase) => open.reader },
        DatabaseProbe,
      ],
      exports: [UnitOfWork, Reader, DatabaseProbe],
    };
  }
}
