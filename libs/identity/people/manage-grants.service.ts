import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Problem, UnitOfWork } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { kindOf, mayGive } from '../access.js';
import { insertGrant } from '../accounts.service.js';
import type { NewGrant } from '../accounts.service.js';
import type { Caller } from '../caller.js';
import type { ClusterScope } from '../http/current-scope.js';
import { ROLE_SCOPES } from '../roles.js';
import { ScopeDirectory } from '../scope-directory.js';
import { isOver, keepAdministrator, lockAccount } from './known-account.js';
import type { KnownAccount, KnownGrant } from './known-account.js';
import { refuseSelf } from './manage-accounts.service.js';

/** A new head of a cluster, from today. */
export interface NewHead {
  readonly account: number;
  readonly toDay?: string | undefined;
  readonly document?: string | undefined;
  readonly reason: string;
}

/** Gives and ends roles, for whoever may give them on that scope. */
@Injectable()
export class ManageGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ScopeDirectory,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a role and tells the number of the grant.
   * @throws Problem `grant.scope`, `grant.term`, `scope.unknown`, `access.denied`, `account.unknown`, `account.self`,
   *   `account.disabled`, `grant.exists`.
   */
  async give(account: number, asked: NewGrant, reason: string | null, caller: Caller): Promise<number> {
    const grant = await this.located(asked);
    if (!mayGive(caller.grants, grant.role, grant)) throw new Problem('access.denied', 403);
    return this.unitOfWork.run(async (tx) => {
      const found = await lockAccount(tx, caller.grants, account);
      refuseSelf(found, caller);
      return this.insert(tx, found, grant, reason, caller);
    });
  }

  /**
   * @throws Problem `account.unknown`, `grant.unknown`, `access.denied`, `account.self`, `grant.ended`,
   *   `account.lastAdministrator`.
   */
  async end(account: number, id: number, reason: string, caller: Caller): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await lockAccount(tx, caller.grants, account);
      const grant = found.grants.find((each) => each.id === id);
      if (!grant) throw new Problem('grant.unknown', 404);
      if (!mayGive(caller.grants, grant.role, grant)) throw new Problem('access.denied', 403);
      refuseSelf(found, caller);
      if (isOver(grant, this.clock.today())) throw new Problem('grant.ended', 409);
      if (grant.role === 'admin') await keepAdministrator(tx, found, this.clock.today());
      await this.close(tx, grant, found.login, reason, caller);
    });
  }

  /**
   * Makes somebody the head of a cluster and ends whoever heads it, all or nothing.
   * @throws Problem `grant.term`, `access.denied`, `account.unknown`, `account.self`, `account.disabled`, `grant.exists`
   *   where the same account heads it already.
   */
  async rotateHead({ campaign, cluster }: ClusterScope, head: NewHead, caller: Caller): Promise<number> {
    const { account, toDay, document, reason } = head;
    const today = this.clock.today();
    const asked = { role: 'clusterHead', campaign, cluster, fromDay: today, toDay, document } as const;
    const grant = await this.located(asked as NewGrant);
    if (!mayGive(caller.grants, grant.role, grant)) throw new Problem('access.denied', 403);
    return this.unitOfWork.run(async (tx) => {
      const found = await lockAccount(tx, caller.grants, account);
      refuseSelf(found, caller);
      const scope = [campaign, cluster];
      // Whoever else rotates it waits here, and then finds the head that this made.
      await tx.query(`SELECT id FROM role_grant WHERE campaign = ? AND cluster = ?${tx.forUpdate}`, scope);
      const heads = await tx.query<KnownGrant & { login: string }>(
        `SELECT g.id, g.account_id AS account, g.role, g.campaign, g.cluster, g.unit, g.from_day AS "fromDay", a.login
           FROM role_grant g JOIN account a ON a.id = g.account_id
          WHERE g.role = 'clusterHead' AND g.campaign = ? AND g.cluster = ? AND g.ended_at IS NULL
            AND (g.from_day IS NULL OR g.from_day <= ?) AND (g.to_day IS NULL OR g.to_day >= ?) ORDER BY g.id`,
        [...scope, today, today],
      );
      if (heads.some((each) => each.account === account)) throw new Problem('grant.exists', 409);
      for (const each of heads) await this.close(tx, each, each.login, reason, caller);
      return this.insert(tx, found, grant, reason, caller);
    });
  }

  /** The grant with its whole scope: of a unit also the cluster. */
  private async located(grant: NewGrant): Promise<NewGrant> {
    const { role, campaign, cluster, unit, fromDay, toDay } = grant;
    const today = this.clock.today();
    if (toDay !== undefined && (toDay < today || (fromDay !== undefined && toDay < fromDay))) {
      throw new Problem('grant.term', 422, { errors: [{ code: 'grant.term', path: 'toDay' }] });
    }
    const wrongScope = () => new Problem('grant.scope', 422, { params: { role } });
    if (!campaign) {
      if (cluster || unit || !ROLE_SCOPES[role].includes('system')) throw wrongScope();
      return { ...grant, campaign: null, cluster: null, unit: null };
    }
    const codes = { campaign, ...(cluster && { cluster }), ...(unit && { unit }) };
    const scope = await this.directory.locate(codes);
    // A unit is where it is, whatever cluster is said beside it.
    if (!scope || (cluster && scope.cluster !== cluster)) throw new Problem('scope.unknown', 404);
    if (!ROLE_SCOPES[role].includes(kindOf(scope))) throw wrongScope();
    return { ...grant, campaign, cluster: scope.cluster ?? null, unit: scope.unit ?? null };
  }

  private async insert(
    tx: Transaction,
    account: KnownAccount,
    grant: NewGrant,
    reason: string | null,
    caller: Caller,
  ): Promise<number> {
    if (account.state !== 'active') throw new Problem('account.disabled', 409);
    const today = this.clock.today();
    if (account.grants.some((each) => !isOver(each, today) && isSame(each, grant) && meet(each, grant))) {
      throw new Problem('grant.exists', 409);
    }
    const id = await insertGrant(tx, account.id, grant, caller, this.clock.now().toISOString());
    this.audit.record(tx, {
      actor: caller.login,
      action: 'grant.give',
      ...(grant.campaign && { campaign: grant.campaign }),
      subject: account.login,
      detail: { account: account.id, grant: { id, ...grant }, reason },
    });
    return id;
  }

  private async close(
    tx: Transaction,
    grant: Pick<KnownGrant, 'id' | 'account' | 'role' | 'campaign' | 'cluster' | 'unit'>,
    login: string,
    reason: string,
    caller: Caller,
  ): Promise<void> {
    await tx.query('UPDATE role_grant SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ?', [
      this.clock.now().toISOString(),
      caller.account,
      reason,
      grant.id,
    ]);
    const { id, account, role, campaign, cluster, unit } = grant;
    this.audit.record(tx, {
      actor: caller.login,
      action: 'grant.end',
      ...(campaign && { campaign }),
      subject: login,
      detail: { account, grant: { id, role, campaign, cluster, unit }, reason },
    });
  }
}

function isSame(a: KnownGrant, b: NewGrant): boolean {
  return a.role === b.role && a.campaign === b.campaign && a.cluster === b.cluster && a.unit === b.unit;
}

/** Whether there is a day on which both count. */
function meet(a: KnownGrant, b: NewGrant): boolean {
  return (a.fromDay ?? '') <= (b.toDay ?? '9') && (b.fromDay ?? '') <= (a.toDay ?? '9');
}
