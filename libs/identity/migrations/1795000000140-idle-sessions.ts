import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions know when they were last used. */
export class IdleSessions1795000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN used_at varchar(24)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN used_at');
  }
}
