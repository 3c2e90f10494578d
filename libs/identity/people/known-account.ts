import type { SqlRunner, Transaction } from '@thidua/platform';
import { Problem } from '@thidua/platform';
import { isAllowed, isAllowedAnywhere, mayGive } from '../access.js';
import type { Grant } from '../access.js';
import type { AccountState, Language } from '../entities/account.entity.js';
import type { Role } from '../roles.js';

/** A grant with all that is kept of it, whether it counts or not. */
export interface KnownGrant extends Grant {
  readonly id: number;
  readonly account: number;
  readonly campaign: string | null;
  readonly cluster: string | null;
  readonly unit: string | null;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly document: string | null;
  readonly grantedBy: number | null;
  readonly grantedAt: string;
  readonly endedAt: string | null;
  readonly endedBy: number | null;
  readonly endReason: string | null;
}

/** An account with every grant that it has or has had. */
export interface KnownAccount {
  readonly id: number;
  readonly person: number;
  readonly name: string;
  readonly login: string;
  readonly email: string | null;
  readonly state: AccountState;
  readonly language: Language | null;
  readonly hasPassword: boolean;
  /** Until when an invitation may be used, where there is one. */
  readonly invitedUntil: string | null;
  readonly createdAt: string;
  readonly grants: readonly KnownGrant[];
}

interface AccountRow extends Omit<KnownAccount, 'hasPassword' | 'grants'> {
  readonly hasPassword: number;
}

/** @param only the number of one account; without, all of them. */
export async function loadAccounts(db: SqlRunner, only?: number): Promise<KnownAccount[]> {
  const params = only === undefined ? [] : [only];
  const rows = await db.query<AccountRow>(
    `SELECT a.id, a.person_id AS person, p.name, a.login, a.email, a.state, a.language, a.created_at AS "createdAt",
            CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS "hasPassword",
            (SELECT MAX(i.expires_at) FROM invitation i WHERE i.account_id = a.id) AS "invitedUntil"
       FROM account a JOIN person p ON p.id = a.person_id${only === undefined ? '' : ' WHERE a.id = ?'}`,
    params,
  );
  const grants = await db.query<KnownGrant>(
    `SELECT id, account_id AS account, role, campaign, cluster, unit, from_day AS "fromDay", to_day AS "toDay", document,
            granted_by AS "grantedBy", granted_at AS "grantedAt", ended_at AS "endedAt", ended_by AS "endedBy",
            end_reason AS "endReason"
       FROM role_grant${only === undefined ? '' : ' WHERE account_id = ?'} ORDER BY id`,
    params,
  );
  const ofAccount = new Map(rows.map(({ id }): [number, KnownGrant[]] => [id, []]));
  for (const grant of grants) ofAccount.get(grant.account)?.push(grant);
  return rows.map(({ hasPassword, ...row }) => ({
    ...row,
    hasPassword: hasPassword === 1,
    grants: ofAccount.get(row.id) ?? [],
  }));
}

/** Whether a grant can count no more on a day, nor after it. */
export function isOver({ endedAt, toDay }: KnownGrant, today: string): boolean {
  return endedAt !== null || (toDay !== null && toDay < today);
}

/** Whether the holder of these grants may see an account: by any grant it has had, and everybody's who has had none. */
export function maySee(holder: readonly Grant[], { grants }: KnownAccount): boolean {
  return grants.length === 0 || grants.some((grant) => isAllowed(holder, 'account.read', grant));
}

/**
 * Whether the holder of these grants may change, disable and invite an account: where they cover all that it has ever
 * been given, and it holds nothing that they could not give. Who sets the password of an account could be whoever it is.
 */
export function mayManage(holder: readonly Grant[], { grants }: KnownAccount, today: string): boolean {
  return (
    isAllowedAnywhere(holder, 'account.manage') &&
    grants.every(
      (grant) =>
        isAllowed(holder, 'account.manage', grant) && (isOver(grant, today) || mayGive(holder, grant.role, grant)),
    )
  );
}

/**
 * The account as the holder may see it, locked until the transaction ends.
 * @throws Problem `account.unknown`, also where the holder may not see it.
 */
export async function lockAccount(tx: Transaction, holder: readonly Grant[], id: number): Promise<KnownAccount> {
  await tx.query(`SELECT id FROM account WHERE id = ?${tx.forUpdate}`, [id]);
  const [account] = await loadAccounts(tx, id);
  if (!account || !maySee(holder, account)) throw new Problem('account.unknown', 404);
  return account;
}

/**
 * Sees that somebody else stays an administrator; locked, so that two do not leave at the same time.
 * @throws Problem `account.lastAdministrator`.
 */
export async function keepAdministrator(tx: Transaction, { id }: KnownAccount, today: string): Promise<void> {
  const admins = await tx.query<{ account: number }>(
    `SELECT g.account_id AS account FROM role_grant g
      WHERE g.role = '${'admin' satisfies Role}' AND g.ended_at IS NULL AND (g.from_day IS NULL OR g.from_day <= ?)
        AND (g.to_day IS NULL OR g.to_day >= ?)
        AND g.account_id IN (SELECT a.id FROM account a WHERE a.state = 'active')${tx.forUpdate}`,
    [today, today],
  );
  if (admins.some(({ account }) => account === id) && admins.every(({ account }) => account === id)) {
    throw new Problem('account.lastAdministrator', 409);
  }
}
