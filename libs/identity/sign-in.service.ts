import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Config, Problem, Reader, UnitOfWork, randomToken } from '@thidua/platform';
import type { Transaction } from '@thidua/platform';
import type { Author } from './caller.js';
import { Account } from './entities/account.entity.js';
import { SignInLink } from './entities/sign-in-link.entity.js';
import type { FromBrowser } from './from-browser.js';
import { Passwords } from './passwords/passwords.service.js';
import { hashOf } from './session-token.js';
import { Sessions } from './sessions.service.js';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Proves who somebody is: by a one-time link, or by login and password (argon2id). */
@Injectable()
export class SignIn {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly passwords: Passwords,
  ) {}

  /** Makes a link's token. It signs `login` in once, while it lives. */
  async issueLink(login: string): Promise<string> {
    const token = randomToken(32);
    const expiresAt = new Date(this.clock.now().getTime() + this.config.linkMinutes * 60_000).toISOString();
    const { id: account } = await this.reader.manager.findOneByOrFail(Account, { login });
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.insert(SignInLink, { tokenHash: hashOf(token), account, expiresAt, usedAt: null });
      // Whoever runs the service makes links; the log never holds what would sign somebody in.
      this.audit.record(tx, { actor: null, action: 'session.link', subject: login, detail: { expiresAt } });
    });
    return token;
  }

  /**
   * @throws Problem `session.link.spent` when the token is unknown, used or too old.
   */
  async byLink(token: string, from: FromBrowser = {}): Promise<OpenedSession> {
    const spent = new Problem('session.link.spent', 410);
    // Whoever tries what is no token of ours keeps no writer waiting.
    if (!(await this.reader.manager.existsBy(SignInLink, { tokenHash: hashOf(token) }))) throw spent;
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now().toISOString();
      const [link] = await tx.query<{ account: number }>(
        `UPDATE sign_in_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
           AND account_id IN (SELECT id FROM account WHERE state = 'active') RETURNING account_id AS account`,
        [now, hashOf(token), now],
      );
      if (!link) throw spent;
      const { login } = await tx.manager.findOneByOrFail(Account, { id: link.account });
      return this.open(tx, { ...link, login }, 'link', from);
    });
  }

  /**
   * @throws Problem `session.credentials`, whatever was wrong; `request.tooMany` when too many try at this moment.
   */
  async byPassword(login: string, password: string, from: FromBrowser = {}): Promise<OpenedSession> {
    const account = await this.reader.manager.findOneBy(Account, { login });
    const matches = await this.passwords.verify(account?.passwordHash, password);
    if (!matches || account?.state !== 'active') throw new Problem('session.credentials', 401);
    return this.unitOfWork.run((tx) => this.open(tx, { account: account.id, login }, 'password', from));
  }

  /** Opens a session for somebody who has just been proved to be the author, and records by what. */
  async open(
    tx: Transaction,
    author: Author,
    by: 'link' | 'password' | 'invitation',
    from: FromBrowser,
  ): Promise<OpenedSession> {
    const { account, login } = author;
    const opened = await this.sessions.open(tx, author, from);
    this.audit.record(tx, { actor: login, action: 'session.open', subject: login, detail: { by, account } });
    return opened;
  }
}
