import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Config, MayRefuse, Public, Takes, checkedBody } from '@thidua/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invitations } from '../invitations/invitations.service.js';
import { AcceptanceDto, FirstAdministratorDto, InvitedView, TokenDto } from './account.dto.js';
import { OpenedSessions, SETS_COOKIE, SETS_COOKIE_SAID, fromBrowser } from './opened-sessions.js';
import { SessionView } from './session.dto.js';

const PASSWORD = ['password.short', 'password.common'] as const;

/** For whoever holds the token, which nobody can guess. */
@ApiTags('session')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly opened: OpenedSessions,
    private readonly config: Config,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Whom an invitation is for', description: 'It is not used up by it.' })
  @MayRefuse({ 410: ['invitation.spent'] })
  @Takes('credentials')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitedView })
  async look(@Body(checkedBody) { token }: TokenDto): Promise<InvitedView> {
    return { ...(await this.invitations.look(token)), passwordLength: this.config.passwordLength };
  }

  @Post('acceptance')
  @ApiOperation({
    summary: 'Set the password by an invitation, and sign in',
    description: `The account's other sessions end. ${SETS_COOKIE_SAID}`,
  })
  @MayRefuse({ 410: ['invitation.spent'], 422: PASSWORD })
  @Takes('credentials')
  @Public()
  @ApiCreatedResponse({ type: SessionView, headers: SETS_COOKIE })
  async accept(
    @Body(checkedBody) { token, password }: AcceptanceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.opened.begin(await this.invitations.accept(token, password, fromBrowser(request)), request, reply);
  }

  @Post('administrator')
  @ApiOperation({
    summary: 'Become an administrator by the link that the start or `thidua admin create` has printed, and sign in',
    description: SETS_COOKIE_SAID,
  })
  @MayRefuse({ 409: ['account.loginTaken'], 410: ['invitation.spent'], 422: PASSWORD })
  @Takes('credentials')
  @Public()
  @ApiCreatedResponse({ type: SessionView, headers: SETS_COOKIE })
  async makeAdministrator(
    @Body(checkedBody) { token, ...person }: FirstAdministratorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.opened.begin(
      await this.invitations.acceptAsAdministrator(token, person, fromBrowser(request)),
      request,
      reply,
    );
  }
}
