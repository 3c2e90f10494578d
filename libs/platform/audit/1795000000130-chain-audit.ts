import { Table } from 'typeorm';
import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { insertRecords } from './audit-records.js';
import { EMPTY, link } from './chain.js';
import type { AuditRecord, Head } from './chain.js';
import { migrationRunner } from '../database/migration-runner.js';

/** Rows read at a time. */
const PAGE = 500;

/**
 * Chains the audit log from its first record on, numbers it without gaps, keeps how far it has come, and gives subjects
 * room for five codes.
 */
export class ChainAudit1795000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE audit_event_kept AS SELECT * FROM audit_event');
    await runner.dropTable('audit_event');
    await runner.createTable(
      audit({ name: 'seq', type: 'integer', isPrimary: true }, 400, [
        { name: 'previous', type: 'varchar', length: '64' },
        { name: 'hash', type: 'varchar', length: '64' },
      ]),
    );
    const db = migrationRunner(runner);
    let head: Head = EMPTY;
    for (let last = 0; ;) {
      const rows = await db.query<Omit<AuditRecord, 'seq' | 'previous' | 'hash'> & { id: number }>(
        `SELECT id, at, actor, action, campaign, subject, detail, correlation_id AS "correlationId"
           FROM audit_event_kept WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
        [last],
      );
      if (rows.length === 0) break;
      last = rows.at(-1)!.id;
      const records = link(
        head,
        rows.map(({ id: _id, ...act }) => act),
      );
      await insertRecords(db, records);
      head = records.at(-1)!;
    }
    await runner.query('DROP TABLE audit_event_kept');
    await runner.createTable(
      new Table({
        name: 'audit_head',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true },
          { name: 'seq', type: 'integer' },
          { name: 'hash', type: 'varchar', length: '64' },
        ],
      }),
    );
    await db.query('INSERT INTO audit_head (id, seq, hash) VALUES (1, ?, ?)', [head.seq, head.hash]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_head');
    const columns = 'at, actor, action, campaign, subject, detail, correlation_id';
    await runner.query(`CREATE TABLE audit_event_kept AS SELECT seq, ${columns} FROM audit_event`);
    await runner.dropTable('audit_event');
    const id = { isGenerated: true, generationStrategy: 'increment' } as const;
    await runner.createTable(audit({ name: 'id', type: 'integer', isPrimary: true, ...id }, 200, []));
    await runner.query(
      `INSERT INTO audit_event (id, ${columns}) SELECT seq, ${columns.replace('subject', 'SUBSTR(subject, 1, 200)')} FROM audit_event_kept`,
    );
    await runner.query('DROP TABLE audit_event_kept');
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query(
      `SELECT setval(pg_get_serial_sequence('audit_event', 'id'), COALESCE(MAX(id), 1)) FROM audit_event`,
    );
  }
}

function audit(key: TableColumnOptions, subjectLength: number, chained: TableColumnOptions[]): Table {
  return new Table({
    name: 'audit_event',
    columns: [
      key,
      { name: 'at', type: 'varchar', length: '24' },
      { name: 'actor', type: 'varchar', length: '64', isNullable: true },
      { name: 'action', type: 'varchar', length: '64' },
      { name: 'campaign', type: 'varchar', length: '64', isNullable: true },
      { name: 'subject', type: 'varchar', length: String(subjectLength) },
      { name: 'detail', type: 'text' },
      { name: 'correlation_id', type: 'varchar', length: '64', isNullable: true },
      ...chained,
    ],
    indices: [{ name: 'audit_event_campaign', columnNames: ['campaign', key.name] }],
  });
}
