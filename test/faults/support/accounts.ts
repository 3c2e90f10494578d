import { createHash, randomBytes } from 'node:crypto';
import { CAMPAIGN, UNITS } from './competition.js';
import { Sqlite } from './sqlite.js';

/** One-time sign-in tokens by login: `office`, and the officer of each unit under the unit's code. */
export type Tokens = ReadonlyMap<string, string>;

/** Writes accounts, their grants and a sign-in link for each, as an administrator's tool would. */
export async function createAccounts(databaseFile: string): Promise<Tokens> {
  const tokens = new Map<string, string>();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000).toISOString();
  await Sqlite.writing(databaseFile, async (db) => {
    let id = 0;
    const create = async (
      login: string,
      role: string,
      campaign: string | null,
      cluster: string | null,
      unit: string | null,
    ) => {
      const token = randomBytes(32).toString('base64url');
      tokens.set(login, token);
      id += 1;
      const at = now.toISOString();
      await db.all('INSERT INTO person (id, name) VALUES (?, ?)', [id, login]);
      await db.all('INSERT INTO account (id, person_id, login, created_at) VALUES (?, ?, ?, ?)', [id, id, login, at]);
      await db.all(
        'INSERT INTO role_grant (account_id, role, campaign, cluster, unit, granted_at) VALUES (?, ?, ?, ?, ?, ?)',
        [id, role, campaign, cluster, unit, at],
      );
      const hash = createHash('sha256').update(token).digest('hex');
      await db.all('INSERT INTO sign_in_link (token_hash, account_id, expires_at) VALUES (?, ?, ?)', [
        hash,
        id,
        expiresAt,
      ]);
    };
    await db.all('BEGIN IMMEDIATE');
    await create('office', 'office', null, null, null);
    for (const { unit, cluster } of UNITS) await create(unit, 'unitOfficer', CAMPAIGN, cluster, unit);
    await db.all('COMMIT');
  });
  return tokens;
}
