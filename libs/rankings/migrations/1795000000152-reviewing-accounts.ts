import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews point to the account that gave them; the login beside it is what it was called then. */
export class ReviewingAccounts1795000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite.
    await runner.query('ALTER TABLE review ADD COLUMN account_id integer');
    await runner.query(
      'UPDATE review SET account_id = (SELECT a.id FROM account a WHERE a.login = review.reviewed_by)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review DROP COLUMN account_id');
  }
}
