import { migrationRunner } from '@thidua/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a campaign is judged stands beside its rules, where they name one: results are compared with it. */
export class DayOfJudging1795000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite, and all others refer to its rows.
    await runner.query('ALTER TABLE campaign ADD COLUMN as_of varchar(10)');
    const db = migrationRunner(runner);
    const campaigns = (await runner.query('SELECT code, rules FROM campaign')) as { code: string; rules: string }[];
    for (const { code, rules } of campaigns) {
      const { asOf = null } = JSON.parse(rules) as { asOf?: string };
      await db.query('UPDATE campaign SET as_of = ? WHERE code = ?', [asOf, code]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE campaign DROP COLUMN as_of');
  }
}
