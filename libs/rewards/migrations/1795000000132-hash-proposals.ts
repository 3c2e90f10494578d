import { recordedCampaign } from '@thidua/entries';
import { appendRecords, migrationRunner } from '@thidua/platform';
import type { SqlRunner } from '@thidua/platform';
import { readReview, reviewHash } from '@thidua/rankings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { decisionHash, proposalHash, readDecisions, readProposals } from '../recorded-rows.js';

/**
 * Decisions carry the hash of the proposal they rest on. And what was submitted, reviewed and decided before the audit
 * log told the hash of each is taken into its chain: one record a campaign.
 */
export class HashProposals1795000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the table anew on SQLite.
    await runner.query("ALTER TABLE decision ADD COLUMN proposal_hash varchar(64) NOT NULL DEFAULT ('')");
    const db = migrationRunner(runner);
    const decided = await numbers(db, 'SELECT proposal_id AS n FROM decision');
    for (const proposal of decided) {
      const [row] = await readProposals(db, [proposal]);
      await db.query('UPDATE decision SET proposal_hash = ? WHERE proposal_id = ?', [proposalHash(row!), proposal]);
    }
    const campaigns = await db.query<{ code: string; rules: string }>('SELECT code, rules FROM campaign ORDER BY code');
    for (const { code, rules } of campaigns) {
      const detail = JSON.stringify(await carried(db, code, rules));
      const act = { actor: null, action: 'campaign.carry', campaign: code, subject: code, correlationId: null };
      await appendRecords({ query: db.query, forUpdate: '' }, [{ ...act, at: new Date().toISOString(), detail }]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision DROP COLUMN proposal_hash');
  }
}

async function carried(db: SqlRunner, campaign: string, rules: string): Promise<object> {
  const reviews: [number, string][] = [];
  for (const id of await numbers(db, 'SELECT id AS n FROM review WHERE campaign = ? ORDER BY id', campaign)) {
    reviews.push([id, reviewHash((await readReview(db, id))!)]);
  }
  const proposals = await readProposals(
    db,
    await numbers(db, 'SELECT id AS n FROM proposal WHERE campaign = ? ORDER BY id', campaign),
  );
  const decisions = await readDecisions(
    db,
    await numbers(
      db,
      'SELECT d.number AS n FROM decision d JOIN proposal p ON p.id = d.proposal_id WHERE p.campaign = ? ORDER BY d.number',
      campaign,
    ),
  );
  return {
    ...(await recordedCampaign(db, campaign, rules)),
    reviews: Object.fromEntries(reviews),
    proposals: Object.fromEntries(proposals.map((row) => [row.id, proposalHash(row)])),
    decisions: Object.fromEntries(decisions.map((row) => [row.number, decisionHash(row)])),
  };
}

async function numbers(db: SqlRunner, sql: string, campaign?: string): Promise<number[]> {
  return (await db.query<{ n: number }>(sql, campaign === undefined ? [] : [campaign])).map(({ n }) => n);
}
