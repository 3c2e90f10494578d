import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Config, Problem, Reader, UnitOfWork, randomToken } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import { Accounts, refusingTaken } from '../accounts.service.js';
import type { NewAccount } from '../accounts.service.js';
import type { Author } from '../caller.js';
import { Invitation } from '../entities/invitation.entity.js';
import type { FromBrowser } from '../from-browser.js';
import { checkPassword } from '../passwords/password-policy.js';
import { Passwords } from '../passwords/passwords.service.js';
import { hashOf } from '../session-token.js';
import { Sessions } from '../sessions.service.js';
import { SignIn } from '../sign-in.service.js';
import type { OpenedSession } from '../sign-in.service.js';
import { GRANT_COUNTS } from '../terms.js';

const HOUR_MS = 3_600_000;
/** Who starts the service, or gives the command, sits before it. */
const ADMINISTRATOR_HOURS = 1;

export interface Issued {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What an invitation is for; null where it makes an administrator. */
export interface Invited {
  readonly account: { readonly login: string; readonly name: string } | null;
  readonly expiresAt: string;
}

export type NewAdministrator = Required<Pick<NewAccount, 'password'>> &
  Pick<NewAccount, 'login' | 'name' | 'email' | 'language'>;

/** Links by which people set their passwords, and the first administrator comes to be. Only their hashes are kept. */
@Injectable()
export class Invitations {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Makes one for an account; those before it are void. */
  async issueIn(tx: Transaction, { account, login }: Author, by: Author): Promise<Issued> {
    const issued = await this.replace(tx, account, this.config.invitationHours);
    const detail = { account, expiresAt: issued.expiresAt };
    this.audit.record(tx, { actor: by.login, action: 'account.invite', subject: login, detail });
    return issued;
  }

  /** Makes one that makes an administrator; those before it are void. */
  issueForAdministrator(): Promise<Issued> {
    return this.unitOfWork.run(async (tx) => {
      const issued = await this.replace(tx, null, ADMINISTRATOR_HOURS);
      const detail = { expiresAt: issued.expiresAt };
      this.audit.record(tx, { actor: null, action: 'administrator.invite', subject: 'administrator', detail });
      return issued;
    });
  }

  /** Whether anybody can sign in with a password who is an administrator today. */
  async hasAdministrator(): Promise<boolean> {
    const today = this.clock.today();
    const found = await this.reader.query(
      `SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id
        WHERE a.state = 'active' AND a.password_hash IS NOT NULL AND g.role = 'admin' AND g.campaign IS NULL
          AND ${GRANT_COUNTS} LIMIT 1`,
      [today, today],
    );
    return found.length > 0;
  }

  /** @throws Problem `invitation.spent` for whatever can be used no more. */
  async look(token: string): Promise<Invited> {
    const { account, expiresAt } = await this.find(token);
    return { account: account && { login: account.login, name: account.name }, expiresAt };
  }

  /**
   * Sets the password of the account invited, ends its sessions and opens one.
   * @throws Problem `invitation.spent`, `password.short`, `password.common`.
   */
  async accept(token: string, password: string, from: FromBrowser = {}): Promise<OpenedSession> {
    const { account } = await this.find(token);
    if (account === null) throw spent();
    checkPassword(password, account.login, this.config.passwordLength);
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.run(async (tx) => {
      await this.spend(tx, token);
      const [found] = await tx.query<{ login: string }>(
        "UPDATE account SET password_hash = ? WHERE id = ? AND state = 'active' RETURNING login",
        [passwordHash, account.id],
      );
      if (!found) throw spent();
      const author = { account: account.id, login: found.login };
      const detail = { account: account.id, by: 'invitation' };
      this.audit.record(tx, { actor: author.login, action: 'account.password', subject: author.login, detail });
      await this.sessions.closeAll(tx, author, author);
      return this.signIn.open(tx, author, 'invitation', from);
    });
  }

  /**
   * Makes the administrator that somebody at the machine has asked for, and signs them in.
   * @throws Problem `invitation.spent`, `account.loginTaken`, `password.short`, `password.common`.
   */
  async acceptAsAdministrator(
    token: string,
    { password, ...person }: NewAdministrator,
    from: FromBrowser = {},
  ): Promise<OpenedSession> {
    const { account } = await this.find(token);
    if (account !== null) throw spent();
    checkPassword(password, person.login, this.config.passwordLength);
    const passwordHash = await this.passwords.hash(password);
    const make = async (tx: Transaction) => {
      await this.spend(tx, token);
      const made = await this.accounts.createIn(tx, { ...person, grants: [{ role: 'admin' }] }, passwordHash, null);
      return this.signIn.open(tx, { account: made, login: person.login }, 'invitation', from);
    };
    return refusingTaken(() => this.unitOfWork.run(make));
  }

  private async replace(tx: Transaction, account: number | null, hours: number): Promise<Issued> {
    await voidInvitations(tx, account);
    const token = randomToken(32);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + hours * HOUR_MS).toISOString();
    await tx.manager.insert(Invitation, {
      ...{ tokenHash: hashOf(token), account, expiresAt },
      createdAt: now.toISOString(),
    });
    return { token, expiresAt };
  }

  private async find(token: string): Promise<{
    readonly account: { readonly id: number; readonly login: string; readonly name: string } | null;
    readonly expiresAt: string;
  }> {
    const [found] = await this.reader.query<{
      id: number | null;
      login: string;
      name: string;
      expires_at: string;
    }>(
      `SELECT i.account_id AS id, a.login, p.name, i.expires_at FROM invitation i
         LEFT JOIN account a ON a.id = i.account_id LEFT JOIN person p ON p.id = a.person_id
        WHERE i.token_hash = ? AND i.expires_at > ? AND (a.id IS NULL OR a.state = 'active')`,
      [hashOf(token), this.clock.now().toISOString()],
    );
    if (!found) throw spent();
    const { id, login, name, expires_at: expiresAt } = found;
    return { account: id === null ? null : { id, login, name }, expiresAt };
  }

  /** It works once: whoever comes second finds it gone. */
  private async spend(tx: Transaction, token: string): Promise<void> {
    const gone = await tx.query('DELETE FROM invitation WHERE token_hash = ? AND expires_at > ? RETURNING token_hash', [
      hashOf(token),
      this.clock.now().toISOString(),
    ]);
    if (gone.length === 0) throw spent();
  }
}

/** Voids the invitations of an account; null: those that make an administrator. */
export async function voidInvitations(tx: Transaction, account: number | null): Promise<void> {
  if (account === null) await tx.query('DELETE FROM invitation WHERE account_id IS NULL');
  else await tx.query('DELETE FROM invitation WHERE account_id = ?', [account]);
}

function spent(): Problem {
  return new Problem('invitation.spent', 410);
}
