// Only for its types, which add `cookies` to a request: the HTTP process registers the plugin.
import '@fastify/cookie';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkedBody, MayRefuse, Public, Takes } from '@thidua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller } from '../caller.js';
import type { Caller } from '../caller.js';
import { SESSION_COOKIE } from '../session-token.js';
import { Sessions } from '../sessions.service.js';
import { SignIn } from '../sign-in.service.js';
import { SignedIn } from './access.decorators.js';
import { LinkSignInDto, PasswordSignInDto, SessionView } from './session.dto.js';
import { OpenedSessions, SETS_COOKIE, SETS_COOKIE_SAID, fromBrowser, viewOf } from './opened-sessions.js';
import { LimitedSignIn, SignInLimits } from './sign-in-limits.guard.js';

@ApiTags('session')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly opened: OpenedSessions,
    private readonly limits: SignInLimits,
  ) {}

  @Post('sessions/link')
  @ApiOperation({ summary: 'Sign in by a one-time link', description: SETS_COOKIE_SAID })
  @MayRefuse({ 410: ['session.link.spent'] })
  @Takes('credentials')
  @Public()
  @ApiCreatedResponse({ type: SessionView, headers: SETS_COOKIE })
  async byLink(
    @Body(checkedBody) body: LinkSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.opened.begin(await this.signIn.byLink(body.token, fromBrowser(request)), request, reply);
  }

  @Post('sessions')
  @ApiOperation({ summary: 'Sign in by login and password', description: SETS_COOKIE_SAID })
  @MayRefuse({ 401: ['session.credentials'], 429: ['request.tooMany'] })
  @UseGuards(LimitedSignIn)
  @Takes('credentials')
  @Public()
  @ApiCreatedResponse({ type: SessionView, headers: SETS_COOKIE })
  async byPassword(
    @Body(checkedBody) body: PasswordSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { login, password } = body;
    const opened = await this.limits.counting(request, () =>
      this.signIn.byPassword(login, password, fromBrowser(request)),
    );
    return this.opened.begin(opened, request, reply);
  }

  @Get('session')
  @ApiOperation({ summary: 'Who is signed in, and what is granted' })
  @SignedIn()
  @ApiOkResponse({ type: SessionView })
  show(@CurrentCaller() caller: Caller): SessionView {
    return viewOf(caller);
  }

  @Delete('session')
  @ApiOperation({ summary: 'Sign out' })
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(caller);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
