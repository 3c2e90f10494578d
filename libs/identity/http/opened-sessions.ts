// Only for its types, which add `setCookie` to a reply: the HTTP process registers the plugin.
import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { kindOf } from '../access.js';
import type { Grant } from '../access.js';
import type { Caller } from '../caller.js';
import { SESSION_COOKIE } from '../session-token.js';
import { Sessions } from '../sessions.service.js';
import type { OpenedSession } from '../sign-in.service.js';
import { browserName } from '../from-browser.js';
import type { FromBrowser } from '../from-browser.js';
import type { GrantView, SessionView } from './session.dto.js';

export const SETS_COOKIE_SAID =
  'The answer sets the cookie of the session. A session whose cookie the request brings ends at the same moment.';
export const SETS_COOKIE = {
  'set-cookie': { description: `The session, as \`${SESSION_COOKIE}\`.`, schema: { type: 'string' as const } },
};

export function fromBrowser({ cookies, headers }: FastifyRequest): FromBrowser {
  return { former: cookies[SESSION_COOKIE], browser: browserName(headers['user-agent']) };
}

/** Gives a session that was just opened to the browser. */
@Injectable()
export class OpenedSessions {
  constructor(private readonly sessions: Sessions) {}

  async begin(opened: OpenedSession, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    reply.setCookie(SESSION_COOKIE, opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      expires: opened.expiresAt,
    });
    const caller = await this.sessions.recognise(opened.token);
    return viewOf(caller!);
  }
}

export function viewOf(caller: Caller): SessionView {
  return {
    account: { login: caller.login, name: caller.name, language: caller.language },
    grants: caller.grants.map(grantView),
    csrfToken: caller.csrfToken,
  };
}

function grantView({ role, campaign, cluster, unit }: Grant): GrantView {
  const scope = { campaign: campaign ?? undefined, cluster: cluster ?? undefined, unit: unit ?? undefined };
  return { role, scope: { kind: kindOf(scope), ...scope } };
}
