import { TableColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ranks that moved say since when; of rankings stored before it is not known. Reviews may rest on some clusters alone, and
 * settlements say which revision each cluster had: those stored before go, and are computed again once the service has
 * started.
 */
export class RanksAndRests1795000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cluster_result ADD COLUMN ranks_changed_at varchar(24)');
    await runner.query('ALTER TABLE review ADD COLUMN rests_on text');
    await runner.query('DELETE FROM campaign_result');
    await runner.addColumn('campaign_result', new TableColumn({ name: 'revisions', type: 'text' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('campaign_result', 'revisions');
    await runner.query('ALTER TABLE review DROP COLUMN rests_on');
    await runner.query('ALTER TABLE cluster_result DROP COLUMN ranks_changed_at');
  }
}
