import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions say in which browser they are, so that people tell their own apart. */
export class NameBrowsers1795000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN browser varchar(60)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN browser');
  }
}
