import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the council there are a chair, a secretary and members; of a cluster a head and deputies. */
export class NameCouncilMembers1795000000154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE role_grant SET role = 'councilMember' WHERE role = 'council'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE role_grant SET role = 'council' WHERE role LIKE 'council%'");
    await runner.query("UPDATE role_grant SET role = 'clusterHead' WHERE role = 'clusterDeputy'");
  }
}
