import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Problem, Reader, UnitOfWork, isUniqueViolation, placeholders } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Grant } from './access.js';
import type { Author } from './caller.js';
import { Account } from './entities/account.entity.js';
import type { Language } from './entities/account.entity.js';
import { Person } from './entities/person.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { Passwords } from './passwords/passwords.service.js';

/** A role with its term; a day that is left out is open. */
export interface NewGrant extends Grant {
  /** YYYY-MM-DD in Vietnam, as is `toDay`, the last day. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** The document that gives it. */
  readonly document?: string;
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly language?: Language | undefined;
  readonly password?: string | undefined;
  readonly grants: readonly NewGrant[];
}

/** Of an act that is recorded: whose it was, and the login at that time. */
export interface RecordedAct {
  readonly account: number | null;
  readonly by: string;
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

  /** What those who have acted are called now; whose account is not known keeps the login of that time. */
  async namesOf(acts: readonly Pick<RecordedAct, 'account'>[]): Promise<(act: RecordedAct) => string> {
    const wanted = [...new Set(acts.flatMap(({ account }) => account ?? []))];
    const { list, pad } = placeholders(wanted.length);
    const found =
      wanted.length === 0
        ? []
        : await this.reader.query<{ id: number; name: string }>(
            `SELECT a.id, p.name FROM account a JOIN person p ON p.id = a.person_id WHERE a.id IN (${list})`,
            pad(wanted),
          );
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return ({ account, by }) => (account === null ? by : (names.get(account) ?? by));
  }

  /** Creates an account of a new person with its grants, all or nothing. `by` is null when the system itself does it. */
  async create(account: NewAccount, by: Author | null): Promise<number> {
    // Hashed before the transaction: it takes a tenth of a second, and writers wait for one another.
    const passwordHash = account.password === undefined ? null : await this.passwords.hash(account.password);
    return refusingTaken(() => this.unitOfWork.run((tx) => this.createIn(tx, account, passwordHash, by)));
  }

  /** The same in a transaction, with the password hashed before: see `refusingTaken`. */
  async createIn(
    tx: Transaction,
    { login, name, email, language, grants }: Omit<NewAccount, 'password'>,
    passwordHash: string | null,
    by: Author | null,
  ): Promise<number> {
    const person = tx.manager.create(Person, { name });
    await tx.manager.insert(Person, person);
    const now = this.clock.now().toISOString();
    const made = tx.manager.create(Account, {
      person: person.id,
      login,
      email: email ?? null,
      passwordHash,
      language: language ?? null,
      state: 'active',
      createdAt: now,
      createdBy: by?.account ?? null,
    });
    await tx.manager.insert(Account, made);
    for (const grant of grants) await insertGrant(tx, made.id, grant, by, now);
    this.audit.record(tx, {
      actor: by?.login ?? null,
      action: 'account.create',
      subject: login,
      detail: { account: made.id, name, email, grants },
    });
    return made.id;
  }
}

/** Runs what writes a login; one that another account has is refused with Problem `account.loginTaken`. */
export async function refusingTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const code = 'account.loginTaken';
    throw new Problem(code, 409, { errors: [{ code, path: 'login' }] });
  }
}

export async function insertGrant(
  tx: Transaction,
  account: number,
  { role, campaign, cluster, unit, fromDay, toDay, document }: NewGrant,
  by: Author | null,
  grantedAt: string,
): Promise<number> {
  const grant = tx.manager.create(RoleGrant, {
    ...{ account, role, grantedAt },
    campaign: campaign ?? null,
    cluster: cluster ?? null,
    unit: unit ?? null,
    fromDay: fromDay ?? null,
    toDay: toDay ?? null,
    document: document ?? null,
    grantedBy: by?.account ?? null,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
  await tx.manager.insert(RoleGrant, grant);
  return grant.id;
}
