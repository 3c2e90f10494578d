import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCampaigns1795000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'campaign',
        columns: [
          { name: 'code', type: 'varchar', length: '64', isPrimary: true },
          { name: 'name', type: 'text' },
          { name: 'theme', type: 'text', isNullable: true },
          { name: 'from_date', type: 'varchar', length: '10' },
          { name: 'to_date', type: 'varchar', length: '10' },
          { name: 'rules', type: 'text' },
          { name: 'entry_order', type: 'text' },
          { name: 'created_at', type: 'varchar', length: '24' },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'cluster',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'code', type: 'varchar', length: '64', isPrimary: true },
          { name: 'name', type: 'text' },
          { name: 'ordinal', type: 'integer' },
          { name: 'requested_revision', type: 'integer', default: 0 },
        ],
        foreignKeys: [
          {
            name: 'cluster_campaign',
            columnNames: ['campaign'],
            referencedTableName: 'campaign',
            referencedColumnNames: ['code'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'unit',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'code', type: 'varchar', length: '64', isPrimary: true },
          { name: 'cluster', type: 'varchar', length: '64' },
          { name: 'name', type: 'text' },
          { name: 'kind', type: 'varchar', length: '10' },
        ],
        foreignKeys: [
          {
            name: 'unit_cluster',
            columnNames: ['campaign', 'cluster'],
            referencedTableName: 'cluster',
            referencedColumnNames: ['campaign', 'code'],
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['unit', 'cluster', 'campaign']) await runner.dropTable(table);
  }
}
