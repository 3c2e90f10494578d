import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEntries1795000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sheet',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'unit', type: 'varchar', length: '64', isPrimary: true },
          { name: 'stage', type: 'varchar', length: '10', isPrimary: true },
          { name: 'cluster', type: 'varchar', length: '64' },
          { name: 'version', type: 'integer' },
          { name: 'draft', type: 'text', isNullable: true },
          { name: 'submitted_revision', type: 'integer', isNullable: true },
        ],
        indices: [{ name: 'sheet_submitted', columnNames: ['campaign', 'cluster', 'submitted_revision'] }],
        foreignKeys: [
          {
            name: 'sheet_unit',
            columnNames: ['campaign', 'unit'],
            referencedTableName: 'unit',
            referencedColumnNames: ['campaign', 'code'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'submission',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'cluster', type: 'varchar', length: '64', isPrimary: true },
          { name: 'revision', type: 'integer', isPrimary: true },
          { name: 'unit', type: 'varchar', length: '64' },
          { name: 'stage', type: 'varchar', length: '10' },
          { name: 'sheet_version', type: 'integer' },
          { name: 'entries', type: 'text' },
          { name: 'submitted_by', type: 'varchar', length: '64', isNullable: true },
          { name: 'submitted_at', type: 'varchar', length: '24' },
          { name: 'idempotency_key', type: 'varchar', length: '64', isNullable: true },
          { name: 'request_hash', type: 'varchar', length: '64', isNullable: true },
        ],
        indices: [
          {
            name: 'submission_idempotency',
            columnNames: ['campaign', 'unit', 'stage', 'idempotency_key'],
            isUnique: true,
          },
        ],
        foreignKeys: [
          {
            name: 'submission_cluster',
            columnNames: ['campaign', 'cluster'],
            referencedTableName: 'cluster',
            referencedColumnNames: ['campaign', 'code'],
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['submission', 'sheet']) await runner.dropTable(table);
  }
}
