import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ranks that moved say since when; of rankings stored before it is not known. */
export class RanksChangedAt1795000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cluster_result ADD COLUMN ranks_changed_at varchar(24)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cluster_result DROP COLUMN ranks_changed_at');
  }
}
