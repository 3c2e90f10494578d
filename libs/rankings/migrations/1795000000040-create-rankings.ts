import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const computed = [
  { name: 'revision', type: 'integer' },
  { name: 'engine', type: 'varchar', length: '64' },
  { name: 'input_hash', type: 'varchar', length: '71' },
  { name: 'rewards', type: 'text' },
  { name: 'computed_at', type: 'varchar', length: '24' },
];

export class CreateRankings1795000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'cluster_result',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'cluster', type: 'varchar', length: '64', isPrimary: true },
          ...computed,
          { name: 'scale', type: 'varchar', length: '100' },
          { name: 'ranking', type: 'text' },
          { name: 'previous_ranks', type: 'text', isNullable: true },
        ],
        foreignKeys: [
          {
            name: 'cluster_result_cluster',
            columnNames: ['campaign', 'cluster'],
            referencedTableName: 'cluster',
            referencedColumnNames: ['campaign', 'code'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'unit_score',
        columns: [
          { name: 'campaign', type: 'varchar', length: '64', isPrimary: true },
          { name: 'cluster', type: 'varchar', length: '64', isPrimary: true },
          { name: 'unit', type: 'varchar', length: '64', isPrimary: true },
          { name: 'criteria', type: 'text' },
        ],
        foreignKeys: [
          {
            name: 'unit_score_unit',
            columnNames: ['campaign', 'unit'],
            referencedTableName: 'unit',
            referencedColumnNames: ['campaign', 'code'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'campaign_result',
        columns: [{ name: 'campaign', type: 'varchar', length: '64', isPrimary: true }, ...computed],
        foreignKeys: [ofCampaign('campaign_result_campaign')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'review',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'campaign', type: 'varchar', length: '64' },
          { name: 'cluster', type: 'varchar', length: '64', isNullable: true },
          { name: 'revision', type: 'integer' },
          { name: 'outcome', type: 'varchar', length: '10' },
          { name: 'reason', type: 'text', isNullable: true },
          { name: 'reviewed_by', type: 'varchar', length: '64' },
          { name: 'reviewed_at', type: 'varchar', length: '24' },
          { name: 'snapshot', type: 'text' },
        ],
        indices: [{ name: 'review_group', columnNames: ['campaign', 'cluster', 'id'] }],
        foreignKeys: [ofCampaign('review_campaign')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['review', 'campaign_result', 'unit_score', 'cluster_result']) await runner.dropTable(table);
  }
}

function ofCampaign(name: string) {
  return { name, columnNames: ['campaign'], referencedTableName: 'campaign', referencedColumnNames: ['code'] };
}
