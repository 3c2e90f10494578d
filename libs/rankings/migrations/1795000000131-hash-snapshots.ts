import { migrationRunner } from '@thidua/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { snapshotHash } from '../review-hash.js';

/** Reviews carry the hash of the ranking they rest on. */
export class HashSnapshots1795000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite, and proposals refer to its rows.
    await runner.query("ALTER TABLE review ADD COLUMN snapshot_hash varchar(64) NOT NULL DEFAULT ('')");
    const db = migrationRunner(runner);
    // One at a time: a snapshot is as large as a cluster.
    for (const { id } of await db.query<{ id: number }>('SELECT id FROM review ORDER BY id')) {
      const [row] = await db.query<{ snapshot: string }>('SELECT snapshot FROM review WHERE id = ?', [id]);
      await db.query('UPDATE review SET snapshot_hash = ? WHERE id = ?', [snapshotHash(row!.snapshot), id]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review DROP COLUMN snapshot_hash');
  }
}
