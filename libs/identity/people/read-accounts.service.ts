import { Injectable } from '@nestjs/common';
import { Clock, Problem, Reader } from '@thidua/platform';
import type { Caller } from '../caller.js';
import type { AccountState } from '../entities/account.entity.js';
import type { Role } from '../roles.js';
import { isOver, loadAccounts, maySee } from './known-account.js';
import type { KnownAccount } from './known-account.js';

export interface AccountQuery {
  /** Part of a name, login or address, with or without the marks of Vietnamese. */
  readonly search?: string | undefined;
  readonly state?: AccountState | undefined;
  /** Only who holds it, or will. */
  readonly role?: Role | undefined;
  readonly campaign?: string | undefined;
  /** How many to pass over. */
  readonly skip: number;
  readonly most: number;
}

export interface FoundAccounts {
  readonly total: number;
  readonly accounts: readonly KnownAccount[];
}

const byName = new Intl.Collator('vi');

/** Finds the accounts that somebody may see. An authority has some hundreds: they are looked through here. */
@Injectable()
export class ReadAccounts {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: AccountQuery): Promise<FoundAccounts> {
    const today = this.clock.today();
    const all = await loadAccounts(this.reader);
    const found = all
      .filter((account) => maySee(caller.grants, account) && fits(account, query, today))
      .toSorted((a, b) => byName.compare(a.name, b.name) || a.id - b.id);
    return { total: found.length, accounts: found.slice(query.skip, query.skip + query.most) };
  }

  /** @throws Problem `account.unknown`, also where the caller may not see it. */
  async show(caller: Caller, id: number): Promise<KnownAccount> {
    const [account] = await loadAccounts(this.reader, id);
    if (!account || !maySee(caller.grants, account)) throw new Problem('account.unknown', 404);
    return account;
  }
}

function fits(account: KnownAccount, { search = '', state, role, campaign }: AccountQuery, today: string): boolean {
  if (state !== undefined && account.state !== state) return false;
  const held = account.grants.filter((grant) => !isOver(grant, today));
  if (role !== undefined && !held.some((grant) => grant.role === role)) return false;
  if (campaign !== undefined && !held.some((grant) => grant.campaign === campaign)) return false;
  const wanted = plain(search);
  return [account.name, account.login, account.email ?? ''].some((text) => plain(text).includes(wanted));
}

/** Lower case without marks: `Nguyễn Đức` is found by `nguyen duc`. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();
}
