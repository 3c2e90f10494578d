import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Reader, UnitOfWork } from '@thidua/platform';
import { In } from 'typeorm';
import { isSound } from './access.js';
import type { Grant } from './access.js';
import { Account } from './entities/account.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { Passwords } from './passwords/passwords.service.js';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password?: string;
  readonly grants: readonly Grant[];
}

/** Accounts and what they are granted. */
@Injectable()
export class Accounts {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  exists(login: string): Promise<boolean> {
    return this.reader.manager.existsBy(Account, { login });
  }

  /** The names of accounts by login, for records that name who acted. */
  async namesOf(logins: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(logins)];
    if (wanted.length === 0) return new Map();
    const found = await this.reader.manager.find(Account, {
      select: { login: true, name: true },
      where: { login: In(wanted) },
    });
    return new Map(found.map(({ login, name }) => [login, name]));
  }

  /** Creates an account with its grants, all or nothing. `actor` is null when the system itself does it. */
  async create(account: NewAccount, actor: string | null): Promise<void> {
    if (!account.grants.every(isSound))
      throw new TypeError('a grant that does not name all that lies around its scope');
    // Hashed before the transaction: it takes a tenth of a second, and writers wait for one another.
    const passwordHash = account.password === undefined ? null : await this.passwords.hash(account.password);
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.insert(Account, {
        login: account.login,
        name: account.name,
        passwordHash,
        createdAt: this.clock.now().toISOString(),
        disabledAt: null,
      });
      for (const { role, campaign = null, cluster = null, unit = null } of account.grants) {
        await tx.manager.insert(RoleGrant, { login: account.login, role, campaign, cluster, unit });
      }
      this.audit.record(tx, {
        actor,
        action: 'account.create',
        subject: account.login,
        detail: { grants: account.grants },
      });
    });
  }
}
