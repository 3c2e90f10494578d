import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions point to the account that took them; the login beside it is what it was called then. */
export class DecidingAccounts1795000000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite.
    await runner.query('ALTER TABLE decision ADD COLUMN account_id integer');
    await runner.query(
      'UPDATE decision SET account_id = (SELECT a.id FROM account a WHERE a.login = decision.decided_by)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision DROP COLUMN account_id');
  }
}
