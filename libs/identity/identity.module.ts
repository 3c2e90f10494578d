import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Accounts } from './accounts.service.js';
import { CallerWatch } from './caller-watch.service.js';
import { Account } from './entities/account.entity.js';
import { Invitation } from './entities/invitation.entity.js';
import { Person } from './entities/person.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { Session } from './entities/session.entity.js';
import { SignInLink } from './entities/sign-in-link.entity.js';
import { AccessGuard } from './http/access.guard.js';
import { AccountsController } from './http/accounts.controller.js';
import { GrantsController } from './http/grants.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { OpenedSessions } from './http/opened-sessions.js';
import { OwnAccountController } from './http/own-account.controller.js';
import { RefusalRecord } from './http/refusal-record.js';
import { SessionsController } from './http/sessions.controller.js';
import { SignInLimits } from './http/sign-in-limits.guard.js';
import { Invitations } from './invitations/invitations.service.js';
import { OwnAccount } from './own-account.service.js';
import { Passwords } from './passwords/passwords.service.js';
import { AccountViews } from './people/account-views.service.js';
import { ManageAccounts } from './people/manage-accounts.service.js';
import { ManageGrants } from './people/manage-grants.service.js';
import { ReadAccounts } from './people/read-accounts.service.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Accounts, sessions and roles. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Account, Session, SignInLink, Invitation, RoleGrant])],
  providers: [Accounts, CallerWatch, Invitations, OwnAccount, Passwords, Sessions, SignIn],
  exports: [Accounts, CallerWatch, Invitations, OwnAccount, Sessions, SignIn],
})
export class IdentityModule {}

/** Its routes, and the guard that stands before every route of the application. */
@Module({
  imports: [IdentityModule],
  controllers: [SessionsController, OwnAccountController, InvitationsController, AccountsController, GrantsController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    ...[RefusalRecord, OpenedSessions, SignInLimits],
    ...[ReadAccounts, ManageAccounts, ManageGrants, AccountViews],
  ],
})
export class IdentityHttpModule {}
