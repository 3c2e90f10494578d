import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['cluster_result', 'campaign_result'];

/** A result says of which day it is. What was computed before is of no known day, and is computed again. */
export class DayOfResults1795000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN as_of varchar(10) NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN as_of`);
  }
}
