import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Problem, UnitOfWork } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { Accounts, refusingTaken } from '../accounts.service.js';
import type { NewAccount } from '../accounts.service.js';
import type { Caller } from '../caller.js';
import type { AccountState, Language } from '../entities/account.entity.js';
import { Invitations, voidInvitations } from '../invitations/invitations.service.js';
import type { Issued } from '../invitations/invitations.service.js';
import { Sessions } from '../sessions.service.js';
import { keepAdministrator, lockAccount, mayManage } from './known-account.js';
import type { KnownAccount } from './known-account.js';

/** What is left out stays; an address or a language of null is taken away. */
export interface AccountChange {
  readonly name?: string | undefined;
  readonly login?: string | undefined;
  readonly email?: string | null | undefined;
  readonly language?: Language | null | undefined;
}

/** Makes, changes, disables and invites accounts, for whoever may manage all that they have been given. */
@Injectable()
export class ManageAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly invitations: Invitations,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** An account without rights; gives its number. @throws Problem `account.loginTaken`. */
  make(person: Omit<NewAccount, 'grants' | 'password'>, caller: Caller): Promise<number> {
    return this.accounts.create({ ...person, grants: [] }, caller);
  }

  /** @throws Problem `account.unknown`, `access.denied`, `account.loginTaken`. */
  async change(id: number, change: AccountChange, caller: Caller): Promise<void> {
    await refusingTaken(() => this.managed(id, caller, (tx, account) => this.write(tx, account, change, caller)));
  }

  /**
   * Disabled, it is signed out everywhere and its invitations are void; its grants stay, and count again once it is active.
   * @throws Problem `account.unknown`, `access.denied`, `account.self`, `account.lastAdministrator`.
   */
  async setState(id: number, state: AccountState, reason: string, caller: Caller): Promise<void> {
    await this.managed(id, caller, async (tx, account) => {
      refuseSelf(account, caller);
      if (account.state === state) return;
      if (state === 'disabled') {
        await keepAdministrator(tx, account, this.clock.today());
        await this.sessions.closeAll(tx, { account: id, login: account.login }, caller);
        await voidInvitations(tx, id);
      }
      await tx.query('UPDATE account SET state = ? WHERE id = ?', [state, id]);
      const action = state === 'disabled' ? 'account.disable' : 'account.enable';
      this.audit.record(tx, { actor: caller.login, action, subject: account.login, detail: { account: id, reason } });
    });
  }

  /**
   * A link by which the person sets the password, the first as well as one that was forgotten.
   * @throws Problem `account.unknown`, `access.denied`, `account.self`, `account.disabled`.
   */
  invite(id: number, caller: Caller): Promise<Issued> {
    return this.managed(id, caller, (tx, account) => {
      refuseSelf(account, caller);
      if (account.state !== 'active') throw new Problem('account.disabled', 409);
      return this.invitations.issueIn(tx, { account: id, login: account.login }, caller);
    });
  }

  private managed<T>(
    id: number,
    caller: Caller,
    work: (tx: Transaction, account: KnownAccount) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const account = await lockAccount(tx, caller.grants, id);
      if (!mayManage(caller.grants, account, this.clock.today())) throw new Problem('access.denied', 403);
      return work(tx, account);
    });
  }

  private async write(tx: Transaction, account: KnownAccount, change: AccountChange, caller: Caller): Promise<void> {
    const { id, person, name, login, email, language } = account;
    const before = { name, login, email, language };
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    if (after.name !== name) {
      await tx.query('UPDATE person SET name = ?, renamed = renamed + 1 WHERE id = ?', [after.name, person]);
    }
    await tx.query('UPDATE account SET login = ?, email = ?, language = ? WHERE id = ?', [
      ...[after.login, after.email, after.language],
      id,
    ]);
    const detail = { account: id, before, after };
    this.audit.record(tx, { actor: caller.login, action: 'account.change', subject: login, detail });
  }
}

export function refuseSelf({ id }: Pick<KnownAccount, 'id'>, caller: Caller): void {
  if (id === caller.account) throw new Problem('account.self', 409);
}
