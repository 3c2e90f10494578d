import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MayRefuse, checkedBody, rowNumber } from '@thidua/platform';
import { CurrentCaller } from '../caller.js';
import type { Caller } from '../caller.js';
import { AccountViews } from '../people/account-views.service.js';
import { ManageGrants } from '../people/manage-grants.service.js';
import { ReadAccounts } from '../people/read-accounts.service.js';
import { Access, AccessAnywhere } from './access.decorators.js';
import { EndOfGrantDto, GrantDto, KnownAccountView, NewHeadDto } from './account.dto.js';
import { AtCluster } from './current-scope.js';
import type { ClusterScope } from './current-scope.js';

@ApiTags('people')
@Controller()
export class GrantsController {
  constructor(
    private readonly grants: ManageGrants,
    private readonly readAccounts: ReadAccounts,
    private readonly views: AccountViews,
  ) {}

  @Post('accounts/:account/grants')
  @ApiOperation({ summary: 'Give an account a role', description: 'On the system, a campaign, a cluster or a unit.' })
  @MayRefuse({
    404: ['account.unknown', 'scope.unknown'],
    409: ['account.self', 'account.disabled', 'grant.exists'],
    422: ['grant.scope', 'grant.term'],
  })
  @AccessAnywhere('grant.manage')
  @ApiCreatedResponse({ type: KnownAccountView })
  async give(
    @Param('account', rowNumber) account: number,
    @Body(checkedBody) { reason, ...grant }: GrantDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KnownAccountView> {
    await this.grants.give(account, grant, reason ?? null, caller);
    return this.shown(account, caller);
  }

  @Post('accounts/:account/grants/:grant/end')
  @ApiOperation({ summary: 'End a role of an account, from this moment on' })
  @MayRefuse({
    404: ['account.unknown', 'grant.unknown'],
    409: ['account.self', 'account.lastAdministrator', 'grant.ended'],
  })
  @AccessAnywhere('grant.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: KnownAccountView })
  async end(
    @Param('account', rowNumber) account: number,
    @Param('grant', rowNumber) grant: number,
    @Body(checkedBody) { reason }: EndOfGrantDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KnownAccountView> {
    await this.grants.end(account, grant, reason, caller);
    return this.shown(account, caller);
  }

  @Post('campaigns/:campaign/clusters/:cluster/head')
  @ApiOperation({
    summary: 'Make an account the head of a cluster, from today, in place of whoever heads it',
    description: 'The former head’s role ends at the same moment.',
  })
  @MayRefuse({
    404: ['account.unknown'],
    409: ['account.self', 'account.disabled', 'grant.exists'],
    422: ['grant.term'],
  })
  @Access('grant.manage')
  @ApiCreatedResponse({ type: KnownAccountView })
  async rotate(
    @AtCluster() scope: ClusterScope,
    @Body(checkedBody) body: NewHeadDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KnownAccountView> {
    await this.grants.rotateHead(scope, body, caller);
    return this.shown(body.account, caller);
  }

  private async shown(account: number, caller: Caller): Promise<KnownAccountView> {
    const [view] = await this.views.of([await this.readAccounts.show(caller, account)], caller);
    return view!;
  }
}
