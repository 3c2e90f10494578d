import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MayRefuse, checkedBody, rowNumber } from '@thidua/platform';
import { CurrentCaller } from '../caller.js';
import type { Caller } from '../caller.js';
import { INVITATION_PATH } from '../invitations/invitation-address.js';
import { AccountViews } from '../people/account-views.service.js';
import { ManageAccounts } from '../people/manage-accounts.service.js';
import { ReadAccounts } from '../people/read-accounts.service.js';
import { AccessAnywhere } from './access.decorators.js';
import {
  AccountQueryDto,
  AccountStateDto,
  FoundAccountsView,
  InvitationView,
  KnownAccountView,
  PersonDto,
} from './account.dto.js';

@ApiTags('people')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly readAccounts: ReadAccounts,
    private readonly manage: ManageAccounts,
    private readonly views: AccountViews,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The accounts that the caller may see, by name',
    description: 'Those with a role on what the caller may read, and those without any.',
  })
  @AccessAnywhere('account.read')
  @ApiOkResponse({ type: FoundAccountsView })
  async list(@Query(checkedBody) query: AccountQueryDto, @CurrentCaller() caller: Caller): Promise<FoundAccountsView> {
    const { total, accounts } = await this.readAccounts.list(caller, query);
    return { total, accounts: await this.views.of(accounts, caller) };
  }

  @Post()
  @ApiOperation({ summary: 'Make an account', description: 'It has no right until it is given one, and no password.' })
  @MayRefuse({ 409: ['account.loginTaken'] })
  @AccessAnywhere('account.manage')
  @ApiCreatedResponse({ type: KnownAccountView })
  async make(@Body(checkedBody) body: PersonDto, @CurrentCaller() caller: Caller): Promise<KnownAccountView> {
    return this.show(await this.manage.make(body, caller), caller);
  }

  @Get(':account')
  @ApiOperation({ summary: 'An account with its roles, also those that are over' })
  @MayRefuse({ 404: ['account.unknown'] })
  @AccessAnywhere('account.read')
  @ApiOkResponse({ type: KnownAccountView })
  async show(@Param('account', rowNumber) account: number, @CurrentCaller() caller: Caller): Promise<KnownAccountView> {
    const [view] = await this.views.of([await this.readAccounts.show(caller, account)], caller);
    return view!;
  }

  @Put(':account')
  @ApiOperation({ summary: 'Change what an account is called', description: 'What is left out is taken away.' })
  @MayRefuse({ 404: ['account.unknown'], 409: ['account.loginTaken'] })
  @AccessAnywhere('account.manage')
  @ApiOkResponse({ type: KnownAccountView })
  async change(
    @Param('account', rowNumber) account: number,
    @Body(checkedBody) { name, login, email, language }: PersonDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KnownAccountView> {
    await this.manage.change(account, { name, login, email: email ?? null, language: language ?? null }, caller);
    return this.show(account, caller);
  }

  @Put(':account/state')
  @ApiOperation({
    summary: 'Disable an account, or make it active again',
    description: 'Disabled, it is signed out everywhere and its invitation is void.',
  })
  @MayRefuse({ 404: ['account.unknown'], 409: ['account.self', 'account.lastAdministrator'] })
  @AccessAnywhere('account.manage')
  @ApiOkResponse({ type: KnownAccountView })
  async setState(
    @Param('account', rowNumber) account: number,
    @Body(checkedBody) { state, reason }: AccountStateDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KnownAccountView> {
    await this.manage.setState(account, state, reason, caller);
    return this.show(account, caller);
  }

  @Post(':account/invitation')
  @ApiOperation({
    summary: 'A one-time link by which the person sets the password',
    description: 'For the first one and for one that was forgotten. A new one voids the one before.',
  })
  @MayRefuse({ 404: ['account.unknown'], 409: ['account.self', 'account.disabled'] })
  @AccessAnywhere('account.manage')
  @ApiCreatedResponse({ type: InvitationView })
  async invite(@Param('account', rowNumber) account: number, @CurrentCaller() caller: Caller): Promise<InvitationView> {
    const issued = await this.manage.invite(account, caller);
    return { ...issued, path: `${INVITATION_PATH}#${issued.token}` };
  }
}
