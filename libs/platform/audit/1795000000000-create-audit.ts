import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudit1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'audit_event',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'at', type: 'varchar', length: '24' },
          { name: 'actor', type: 'varchar', length: '64', isNullable: true },
          { name: 'action', type: 'varchar', length: '64' },
          { name: 'campaign', type: 'varchar', length: '64', isNullable: true },
          { name: 'subject', type: 'varchar', length: '200' },
          { name: 'detail', type: 'text' },
          { name: 'correlation_id', type: 'varchar', length: '64', isNullable: true },
        ],
        indices: [{ name: 'audit_event_campaign', columnNames: ['campaign', 'id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_event');
  }
}
