import { Injectable } from '@nestjs/common';
import { AuditLog, Config, Problem, Reader, UnitOfWork } from '@thidua/platform';
import type { Caller } from './caller.js';
import { Account } from './entities/account.entity.js';
import type { Language } from './entities/account.entity.js';
import type { FromBrowser } from './from-browser.js';
import { voidInvitations } from './invitations/invitations.service.js';
import { checkPassword } from './passwords/password-policy.js';
import { Passwords } from './passwords/passwords.service.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import type { OpenedSession } from './sign-in.service.js';

/** What people do with their own accounts. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * Ends every session of the account, voids its invitation, and opens a new session for who has changed it.
   * @throws Problem `password.wrong` where the old one is not right; `password.short`, `password.common`.
   */
  async changePassword(caller: Caller, old: string, password: string, from: FromBrowser): Promise<OpenedSession> {
    const { passwordHash: before } = await this.reader.manager.findOneByOrFail(Account, { id: caller.account });
    if (!(await this.passwords.verify(before, old))) throw wrong();
    checkPassword(password, caller.login, this.config.passwordLength);
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.run(async (tx) => {
      // The one that was looked at: somebody may have set another meanwhile.
      const changed = await tx.query(
        "UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ? AND state = 'active' RETURNING id",
        [passwordHash, caller.account, before],
      );
      if (changed.length === 0) throw wrong();
      const { account, login } = caller;
      this.audit.record(tx, {
        actor: login,
        action: 'account.password',
        subject: login,
        detail: { account, by: 'self' },
      });
      await voidInvitations(tx, account);
      await this.sessions.closeAll(tx, caller, caller);
      return this.signIn.open(tx, caller, 'password', { browser: from.browser });
    });
  }

  /** The language that the person is addressed in, wherever they sign in. */
  async chooseLanguage({ account, login }: Caller, language: Language): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const changed = await tx.query(
        'UPDATE account SET language = ? WHERE id = ? AND (language IS NULL OR language <> ?) RETURNING id',
        [language, account, language],
      );
      if (changed.length === 0) return;
      this.audit.record(tx, {
        actor: login,
        action: 'account.language',
        subject: login,
        detail: { account, language },
      });
    });
  }
}

function wrong(): Problem {
  return new Problem('password.wrong', 422, { errors: [{ code: 'password.wrong', path: 'old' }] });
}
