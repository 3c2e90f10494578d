import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a campaign is judged stands beside its rules, where they name one: results are compared with it. */
export class DayOfJudging1795000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite, and all others refer to its rows.
    await runner.query('ALTER TABLE campaign ADD COLUMN as_of varchar(10)');
    const parameter = runner.connection.options.type === 'postgres' ? (n: number) => `$${n}` : () => '?';
    const campaigns = (await runner.query('SELECT code, rules FROM campaign')) as { code: string; rules: string }[];
    for (const { code, rules } of campaigns) {
      const { asOf = null } = JSON.parse(rules) as { asOf?: string };
      await runner.query(`UPDATE campaign SET as_of = ${parameter(1)} WHERE code = ${parameter(2)}`, [asOf, code]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE campaign DROP COLUMN as_of');
  }
}
