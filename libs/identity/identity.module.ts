import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Accounts } from './accounts.service.js';
import { CallerWatch } from './caller-watch.service.js';
import { Account } from './entities/account.entity.js';
import { Person } from './entities/person.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { Session } from './entities/session.entity.js';
import { SignInLink } from './entities/sign-in-link.entity.js';
import { AccessGuard } from './http/access.guard.js';
import { RefusalRecord } from './http/refusal-record.js';
import { SessionsController } from './http/sessions.controller.js';
import { Passwords } from './passwords/passwords.service.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Accounts, sessions and roles. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Account, Session, SignInLink, RoleGrant])],
  providers: [Accounts, CallerWatch, Passwords, Sessions, SignIn],
  exports: [Accounts, CallerWatch, Sessions, SignIn],
})
export class IdentityModule {}

/** Its routes, and the guard that stands before every route of the application. */
@Module({
  imports: [IdentityModule],
  controllers: [SessionsController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, RefusalRecord],
})
export class IdentityHttpModule {}
