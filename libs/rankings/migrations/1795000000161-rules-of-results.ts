import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['cluster_result', 'campaign_result'];

/** A result says by which rule set it is. What there was is of the first. */
export class RulesOfResults1795000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the tables anew on SQLite.
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN rule_set integer NOT NULL DEFAULT (1)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN rule_set`);
  }
}
