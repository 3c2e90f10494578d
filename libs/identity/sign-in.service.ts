import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Config, Problem, Reader, UnitOfWork, randomToken } from '@thidua/platform';
import { Account } from './entities/account.entity.js';
import { SignInLink } from './entities/sign-in-link.entity.js';
import { hashOf } from './session-token.js';
import { Sessions } from './sessions.service.js';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Proves who somebody is: by a one-time link, or by login and password (argon2id). */
@Injectable()
export class SignIn {
  /** Verified in place of a missing password, so that the answer's time does not tell which logins exist. */
  private readonly decoy = hash(randomToken(16));

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Makes a link's token. It signs `login` in once, while it lives. */
  async issueLink(login: string): Promise<string> {
    const token = randomToken(32);
    const expiresAt = new Date(this.clock.now().getTime() + this.config.linkMinutes * 60_000).toISOString();
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.insert(SignInLink, { tokenHash: hashOf(token), login, expiresAt, usedAt: null });
      // Whoever runs the service makes links; the log never holds what would sign somebody in.
      this.audit.record(tx, { actor: null, action: 'session.link', subject: login, detail: { expiresAt } });
    });
    return token;
  }

  /** @throws Problem `session.link.spent` when the token is unknown, used or too old. */
  async byLink(token: string): Promise<OpenedSession> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now().toISOString();
      const [link] = await tx.query<{ login: string }>(
        `UPDATE sign_in_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
           AND login IN (SELECT login FROM account WHERE disabled_at IS NULL) RETURNING login`,
        [now, hashOf(token), now],
      );
      if (!link) throw new Problem('session.link.spent', 410);
      this.audit.record(tx, {
        actor: link.login,
        action: 'session.open',
        subject: link.login,
        detail: { by: 'link' },
      });
      return this.sessions.open(tx, link.login);
    });
  }

  /** @throws Problem `session.credentials`, whatever was wrong. */
  async byPassword(login: string, password: string): Promise<OpenedSession> {
    const account = await this.reader.manager.findOneBy(Account, { login });
    const matches = await verify(account?.passwordHash ?? (await this.decoy), password);
    if (!matches || !account?.passwordHash || account.disabledAt !== null)
      throw new Problem('session.credentials', 401);
    return this.unitOfWork.run(async (tx) => {
      this.audit.record(tx, { actor: login, action: 'session.open', subject: login, detail: { by: 'password' } });
      return this.sessions.open(tx, login);
    });
  }
}
