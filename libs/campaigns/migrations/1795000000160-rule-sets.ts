import { migrationRunner } from '@thidua/platform';
import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules have versions, one of which is in force. What there was of each campaign is its first. */
export class RuleSets1795000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const text = { type: 'varchar', isNullable: true };
    await runner.createTable(
      new Table({
        name: 'rule_set',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'number', type: 'integer', isPrimary: true },
          { name: 'document', type: 'text' },
          { ...text, name: 'drafted_by', length: '64' },
          { name: 'drafted_account', type: 'integer', isNullable: true },
          { name: 'drafted_at', type: 'varchar', length: '24' },
          { ...text, name: 'basis', length: '300' },
          { name: 'reason', type: 'text', isNullable: true },
          { ...text, name: 'applied_by', length: '64' },
          { name: 'applied_account', type: 'integer', isNullable: true },
          { ...text, name: 'applied_at', length: '24' },
          { ...text, name: 'withdrawn_at', length: '24' },
        ],
        foreignKeys: [
          {
            name: 'rule_set_campaign',
            columnNames: ['campaign'],
            referencedTableName: 'campaign',
            referencedColumnNames: ['code'],
          },
        ],
      }),
    );
    await runner.query(
      `INSERT INTO rule_set (campaign, number, document, drafted_at, applied_at)
       SELECT code, 1, rules, created_at, created_at FROM campaign`,
    );
    // By hand: TypeORM would make the table anew on SQLite, and all others refer to its rows.
    await runner.query('ALTER TABLE campaign ADD COLUMN rule_set integer NOT NULL DEFAULT (1)');
    await runner.query('ALTER TABLE campaign DROP COLUMN rules');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE campaign ADD COLUMN rules text NOT NULL DEFAULT ('')");
    await migrationRunner(runner).query(
      `UPDATE campaign SET rules = (SELECT document FROM rule_set r
        WHERE r.campaign = campaign.code AND r.number = campaign.rule_set)`,
    );
    await runner.query('ALTER TABLE campaign DROP COLUMN rule_set');
    await runner.dropTable('rule_set');
  }
}
