import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';

const ADDED: readonly (readonly [table: string, column: string, isNullable: boolean])[] = [
  ['cluster_result', 'basis', false],
  ['cluster_result', 'faults', false],
  ['unit_score', 'rounds', true],
  ['campaign_result', 'classes', false],
];

/**
 * Classes may be settled over several clusters. What was computed lacks what that takes, and all else that results show
 * by now: it goes, and is computed again from the entries once the service has started. Reviews, proposals and decisions
 * stay; they rest on revisions, which are the same again.
 */
export class SettleClasses1795000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, isNullable] of ADDED) {
      await runner.query(`DELETE FROM ${table}`);
      await runner.addColumn(table, new TableColumn({ name, type: 'text', isNullable }));
    }
    // By hand: TypeORM would make the table anew on SQLite, and proposals refer to its rows.
    const no = runner.connection.options.type === 'postgres' ? 'false' : '(0)';
    await runner.query(`ALTER TABLE review ADD COLUMN rests_on_all boolean NOT NULL DEFAULT ${no}`);
    await runner.query('UPDATE review SET rests_on_all = (cluster IS NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review DROP COLUMN rests_on_all');
    for (const [table, name] of ADDED) {
      await runner.query(`DELETE FROM ${table}`);
      await runner.dropColumn(table, name);
    }
  }
}
