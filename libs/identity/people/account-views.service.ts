import { Injectable } from '@nestjs/common';
import { Clock } from '@thidua/platform';
import { isAllowed, kindOf, mayGive } from '../access.js';
import { Accounts } from '../accounts.service.js';
import type { Caller } from '../caller.js';
import type { AccountGrantView, KnownAccountView } from '../http/account.dto.js';
import { isOver, mayManage } from './known-account.js';
import type { KnownAccount, KnownGrant } from './known-account.js';

type NameOf = (account: number | null) => string | null;

/** Shows accounts as a caller may see them. */
@Injectable()
export class AccountViews {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async of(found: readonly KnownAccount[], caller: Caller): Promise<KnownAccountView[]> {
    const today = this.clock.today();
    const actors = found.flatMap(({ grants }) => grants.flatMap(({ grantedBy, endedBy }) => [grantedBy, endedBy]));
    const names = await this.accounts.namesOf(actors.map((account) => ({ account })));
    const nameOf: NameOf = (account) => (account === null ? null : names({ account, by: '' }));
    return found.map((account) => {
      const { person: _, grants, ...shown } = account;
      return {
        ...shown,
        grants: grants
          .filter((grant) => isAllowed(caller.grants, 'account.read', grant))
          .map((grant) => grantView(grant, caller, today, nameOf)),
        may: mayManage(caller.grants, account, today) ? ['account.manage'] : [],
      };
    });
  }
}

function grantView(grant: KnownGrant, caller: Caller, today: string, nameOf: NameOf): AccountGrantView {
  const { id, role, campaign, cluster, unit, account, grantedBy, endedBy, ...kept } = grant;
  const over = isOver(grant, today);
  const mayEnd = !over && account !== caller.account && mayGive(caller.grants, role, grant);
  return {
    id,
    role,
    scope: {
      kind: kindOf(grant),
      campaign: campaign ?? undefined,
      cluster: cluster ?? undefined,
      unit: unit ?? undefined,
    },
    ...kept,
    grantedBy: nameOf(grantedBy),
    endedBy: nameOf(endedBy),
    state: over ? 'over' : kept.fromDay !== null && kept.fromDay > today ? 'future' : 'counts',
    may: mayEnd ? ['grant.end'] : [],
  };
}
