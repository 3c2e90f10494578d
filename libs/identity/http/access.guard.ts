// Only for its types, which add `cookies` to a request: the HTTP process registers the plugin.
import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_KEY, PUBLIC_ACCESS, Problem } from '@thidua/platform';
import type { FastifyRequest } from 'fastify';
import { isAllowed, isAllowedAnywhere, isAllowedSomewhere } from '../access.js';
import { setCaller } from '../caller.js';
import type { Caller } from '../caller.js';
import { ScopeDirectory } from '../scope-directory.js';
import type { Located } from '../scope-directory.js';
import { CSRF_HEADER, SESSION_COOKIE, sameText } from '../session-token.js';
import { Sessions } from '../sessions.service.js';
import type { AccessRule } from './access.decorators.js';
import { setScope } from './current-scope.js';

interface Params {
  campaign?: string;
  cluster?: string;
  unit?: string;
  stage?: string;
}

/** Said by a page that asks by itself, while nobody sits before it: that is no use of the session. */
const UNATTENDED = 'x-unattended';

type ScopedRule = Exclude<AccessRule, typeof PUBLIC_ACCESS | { kind: 'signedIn' }>;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: who is asking, from our own page, and may they. A route that states no rule is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly directory: ScopeDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === PUBLIC_ACCESS) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[SESSION_COOKIE];
    const caller = token ? await this.sessions.recognise(token) : null;
    if (!caller) throw new Problem('session.missing', 401);
    // Before anything is refused: a refusal is recorded with who it was.
    setCaller(request, caller);
    if (!SAFE.has(request.method)) demandCsrfToken(request, caller);
    if (!rule) throw new Problem('access.denied', 403);
    if (rule.kind !== 'signedIn') {
      const { campaign, cluster, unit, stage } = request.params as Params;
      const located = campaign === undefined ? {} : this.directory.locate({ campaign, cluster, unit, stage });
      const scope = located instanceof Promise ? await located : located;
      if (!scope) throw new Problem('scope.unknown', 404);
      if (!holds(rule, caller.grants, scope)) throw new Problem('access.denied', 403);
      setScope(request, scope);
    }
    if (request.headers[UNATTENDED] === undefined) this.sessions.use(caller);
    return true;
  }
}

function demandCsrfToken(request: FastifyRequest, caller: Caller): void {
  const given = request.headers[CSRF_HEADER];
  if (typeof given !== 'string' || !sameText(given, caller.csrfToken)) throw new Problem('session.csrf', 403);
}

/** A rule that asks for what the route's address does not name gives nothing. */
function holds(rule: ScopedRule, grants: Caller['grants'], scope: Located): boolean {
  const { campaign, scoredBy } = scope;
  switch (rule.kind) {
    case 'permission':
      return isAllowed(grants, rule.permission, scope);
    case 'staged':
      return scoredBy !== undefined && isAllowed(grants, `${rule.permission}.${scoredBy}`, scope);
    case 'anywhere':
      return isAllowedAnywhere(grants, rule.permission);
    case 'somewhere':
      return typeof campaign === 'string' && isAllowedSomewhere(grants, rule.permission, campaign);
  }
}
