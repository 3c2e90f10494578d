import { rebuildTable } from '@thidua/platform';
import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';

const code = (name: string, isPrimary = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: '64',
  isPrimary,
});

/** Stages may have any code now, and a sheet is of a round: of the unnamed one where the campaign has none. */
export class StagesAndRounds1795000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rebuildTable(runner, sheet([code('stage', true), code('round', true)]), { ...SHEET, round: "''" });
    await rebuildTable(runner, submission([code('stage'), code('round')], ['round']), { ...SUBMISSION, round: "''" });
  }

  /** Before there were rounds nothing could tell their sheets apart: where there are some, this refuses to run. */
  async down(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM sheet WHERE round <> ''`)) as { n: number | string }[];
    if (Number(row!.n) > 0) throw new Error('sheets of rounds would be lost');
    const stage = { name: 'stage', type: 'varchar', length: '10' };
    await rebuildTable(runner, submission([stage], []), SUBMISSION);
    await rebuildTable(runner, sheet([{ ...stage, isPrimary: true }]), SHEET);
  }
}

function filledBySelf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

const SHEET = filledBySelf(['campaign', 'unit', 'stage', 'cluster', 'version', 'draft', 'submitted_revision']);
const SUBMISSION = filledBySelf([
  ...['campaign', 'cluster', 'revision', 'unit', 'stage', 'sheet_version', 'entries'],
  ...['submitted_by', 'submitted_at', 'idempotency_key', 'request_hash'],
]);

const sheet = (place: TableColumnOptions[]): Table =>
  new Table({
    name: 'sheet',
    columns: [
      code('campaign', true),
      code('unit', true),
      ...place,
      code('cluster'),
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
  });

const submission = (place: TableColumnOptions[], keyed: readonly string[]): Table =>
  new Table({
    name: 'submission',
    columns: [
      code('campaign', true),
      code('cluster', true),
      { name: 'revision', type: 'integer', isPrimary: true },
      code('unit'),
      ...place,
      { name: 'sheet_version', type: 'integer' },
      { name: 'entries', type: 'text' },
      { ...code('submitted_by'), isNullable: true },
      { name: 'submitted_at', type: 'varchar', length: '24' },
      { ...code('idempotency_key'), isNullable: true },
      { ...code('request_hash'), isNullable: true },
    ],
    indices: [
      {
        name: 'submission_idempotency',
        columnNames: ['campaign', 'unit', 'stage', ...keyed, 'idempotency_key'],
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
  });
