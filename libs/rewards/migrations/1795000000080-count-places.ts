import { migrationRunner } from '@thidua/platform';
import { TableColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Snapshot {
  readonly rewards: readonly { readonly code: string; readonly cluster: string | null; readonly quota: number }[];
}

/** A proposal says how many places its reward had: decisions count against them. Earlier ones have it from their review. */
export class CountPlaces1795000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite, and decisions refer to its rows.
    await runner.query('ALTER TABLE proposal ADD COLUMN quota integer NOT NULL DEFAULT 0');
    const db = migrationRunner(runner);
    const reviews = (await runner.query(
      'SELECT id, snapshot FROM review WHERE id IN (SELECT review_id FROM proposal)',
    )) as { id: number; snapshot: string }[];
    for (const { id, snapshot } of reviews) {
      for (const { code, cluster, quota } of (JSON.parse(snapshot) as Snapshot).rewards) {
        await db.query(
          "UPDATE proposal SET quota = ? WHERE review_id = ? AND reward = ? AND COALESCE(cluster, '') = ?",
          [quota, id, code, cluster ?? ''],
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('proposal', new TableColumn({ name: 'quota', type: 'integer' }));
  }
}
