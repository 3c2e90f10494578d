import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Submissions point to the account that made them; the login beside it is what it was called then. */
export class SubmittingAccounts1795000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite.
    await runner.query('ALTER TABLE submission ADD COLUMN account_id integer');
    await runner.query(
      'UPDATE submission SET account_id = (SELECT a.id FROM account a WHERE a.login = submission.submitted_by)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission DROP COLUMN account_id');
  }
}
