import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';

const generated = (name: string): TableColumnOptions => ({
  name,
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});

export class CreateRewards1795000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'proposal',
        columns: [
          generated('id'),
          { name: 'campaign', type: 'varchar', length: '64' },
          { name: 'cluster', type: 'varchar', length: '64', isNullable: true },
          { name: 'reward', type: 'varchar', length: '64' },
          { name: 'unit', type: 'varchar', length: '64' },
          { name: 'review_id', type: 'integer' },
          { name: 'revision', type: 'integer' },
        ],
        indices: [
          { name: 'proposal_review', columnNames: ['review_id', 'reward', 'unit'], isUnique: true },
          { name: 'proposal_campaign', columnNames: ['campaign', 'id'] },
        ],
        foreignKeys: [
          reference('proposal_campaign_code', 'campaign', 'campaign', 'code'),
          reference('proposal_review_id', 'review_id', 'review', 'id'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'decision',
        columns: [
          generated('number'),
          { name: 'proposal_id', type: 'integer' },
          { name: 'outcome', type: 'varchar', length: '10' },
          { name: 'reason', type: 'text', isNullable: true },
          { name: 'decided_by', type: 'varchar', length: '64' },
          { name: 'decided_at', type: 'varchar', length: '24' },
        ],
        indices: [{ name: 'decision_proposal', columnNames: ['proposal_id'], isUnique: true }],
        foreignKeys: [reference('decision_proposal_id', 'proposal_id', 'proposal', 'id')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['decision', 'proposal']) await runner.dropTable(table);
  }
}

function reference(name: string, column: string, table: string, referenced: string) {
  return { name, columnNames: [column], referencedTableName: table, referencedColumnNames: [referenced] };
}
