import { TableColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['cluster_result', 'campaign_result'];

/** A result says of which day it is. What was computed before is of no known day, and is computed again. */
export class DayOfResults1795000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Through the runner, which makes a table anew on SQLite from the columns it knows of: also in later migrations.
    for (const table of TABLES) {
      await runner.addColumn(
        table,
        new TableColumn({ name: 'as_of', type: 'varchar', length: '10', isNullable: false, default: "''" }),
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.dropColumn(table, 'as_of');
  }
}
