import { rebuildTable } from '@thidua/platform';
import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';

/**
 * A submission that repeats the figures of the one before makes no revision: it follows that one by its ordinal. And one
 * may take back the entry of a criterion, with a reason.
 */
export class RepeatedSubmissions1795000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sheet ADD COLUMN submitted_ordinal integer NOT NULL DEFAULT 0');
    await rebuildTable(runner, submission(true), { ...KEPT, ordinal: '0', reopened: 'NULL', reason: 'NULL' });
  }

  /** Before there were repeated submissions nothing could tell them apart: where there are some, this refuses to run. */
  async down(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query('SELECT COUNT(*) AS n FROM submission WHERE ordinal > 0')) as {
      n: number | string;
    }[];
    if (Number(row!.n) > 0) throw new Error('submissions that repeat figures would be lost');
    await rebuildTable(runner, submission(false), KEPT);
    await runner.query('ALTER TABLE sheet DROP COLUMN submitted_ordinal');
  }
}

const KEPT = Object.fromEntries(
  [
    ...['campaign', 'cluster', 'revision', 'unit', 'stage', 'round', 'sheet_version', 'entries'],
    ...['submitted_by', 'submitted_at', 'idempotency_key', 'request_hash'],
  ].map((name) => [name, name]),
);

const code = (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '64' });

const submission = (isNew: boolean): Table =>
  new Table({
    name: 'submission',
    columns: [
      { ...code('campaign'), isPrimary: true },
      { ...code('cluster'), isPrimary: true },
      { name: 'revision', type: 'integer', isPrimary: true },
      ...(isNew ? [{ name: 'ordinal', type: 'integer', isPrimary: true }] : []),
      code('unit'),
      code('stage'),
      code('round'),
      { name: 'sheet_version', type: 'integer' },
      { name: 'entries', type: 'text' },
      { ...code('submitted_by'), isNullable: true },
      { name: 'submitted_at', type: 'varchar', length: '24' },
      { ...code('idempotency_key'), isNullable: true },
      { ...code('request_hash'), isNullable: true },
      ...(isNew
        ? [
            { ...code('reopened'), isNullable: true },
            { name: 'reason', type: 'text', isNullable: true },
          ]
        : []),
    ],
    indices: [
      {
        name: 'submission_idempotency',
        columnNames: ['campaign', 'unit', 'stage', 'round', 'idempotency_key'],
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
