import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons count how often they were renamed: what shows names can tell that one has changed. */
export class CountRenamings1795000000157 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN renamed integer NOT NULL DEFAULT (0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN renamed');
  }
}
