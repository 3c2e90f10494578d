import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MayRefuse, Takes, checkedBody } from '@thidua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller } from '../caller.js';
import type { Caller } from '../caller.js';
import { OwnAccount } from '../own-account.service.js';
import { Sessions } from '../sessions.service.js';
import { SignedIn } from './access.decorators.js';
import { OpenedSessions, SETS_COOKIE, fromBrowser } from './opened-sessions.js';
import { LanguageDto, OwnSessionView, PasswordChangeDto } from './own-account.dto.js';
import { SessionView } from './session.dto.js';
import { LimitedSignIn, SignInLimits } from './sign-in-limits.guard.js';

@ApiTags('session')
@Controller('account')
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccount,
    private readonly sessions: Sessions,
    private readonly opened: OpenedSessions,
    private readonly limits: SignInLimits,
  ) {}

  @Put('password')
  @ApiOperation({
    summary: 'Change the own password',
    description: 'Every session of the account ends; the answer sets the cookie of a new one.',
  })
  @MayRefuse({ 422: ['password.wrong', 'password.short', 'password.common'], 429: ['request.tooMany'] })
  @UseGuards(LimitedSignIn)
  @Takes('credentials')
  @SignedIn()
  @ApiOkResponse({ type: SessionView, headers: SETS_COOKIE })
  async changePassword(
    @Body(checkedBody) { old, password }: PasswordChangeDto,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.limits.counting(request, () =>
      this.own.changePassword(caller, old, password, fromBrowser(request)),
    );
    return this.opened.begin(session, request, reply);
  }

  @Put('language')
  @ApiOperation({ summary: 'Choose the own language' })
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async chooseLanguage(@Body(checkedBody) { language }: LanguageDto, @CurrentCaller() caller: Caller): Promise<void> {
    await this.own.chooseLanguage(caller, language);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where the own account is signed in, the last used first' })
  @SignedIn()
  @ApiOkResponse({ type: [OwnSessionView] })
  list(@CurrentCaller() caller: Caller): Promise<OwnSessionView[]> {
    return this.sessions.list(caller);
  }

  @Delete('sessions')
  @ApiOperation({ summary: 'Sign out everywhere else' })
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async revokeOthers(@CurrentCaller() caller: Caller): Promise<void> {
    await this.sessions.revokeOthers(caller);
  }

  @Delete('sessions/:session')
  @ApiOperation({ summary: 'Sign out in one place' })
  @MayRefuse({ 404: ['session.unknown'] })
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('session') session: string, @CurrentCaller() caller: Caller): Promise<void> {
    await this.sessions.revoke(caller, session);
  }
}
