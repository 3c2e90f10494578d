import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AuditTally, clientAddress } from '@thidua/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../accounts.service.js';
import { callerOf } from '../caller.js';

const SIGN_IN = /^\/api\/(sessions|invitations)(\/|$)/;
/** Wrong credentials, a spent link, too many attempts. */
const NOT_SIGNED_IN = new Set([401, 410, 429]);
const TOO_MANY = 429;
/** Accounts that were tried lately, at most. */
const REMEMBERED = 1000;

/**
 * Records every refusal and every failed sign-in, whatever in the service refused: by the answer, before it is sent.
 * Of what a stranger typed as a login only that of an account is kept; it may have been a password. Whoever is beyond a
 * limit costs the database nothing: an account is named then where an attempt within the limits was for it.
 */
@Injectable()
export class RefusalRecord implements OnModuleInit {
  private readonly tried = new Set<string>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly tally: AuditTally,
    private readonly accounts: Accounts,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onSend', (request, reply, payload, done) => {
      const noted = this.note(request, reply);
      if (noted === undefined) done(null, payload);
      else void noted.finally(() => done(null, payload));
    });
  }

  private note(request: FastifyRequest, { statusCode }: FastifyReply): Promise<void> | undefined {
    if (statusCode === 403) return this.refused(request);
    if (!NOT_SIGNED_IN.has(statusCode) || request.method !== 'POST') return undefined;
    return SIGN_IN.test(request.routeOptions.url ?? '') ? this.notSignedIn(request, statusCode) : undefined;
  }

  private refused(request: FastifyRequest): Promise<void> {
    const actor = callerOf(request)?.login ?? null;
    return this.tally.note({
      action: 'access.refused',
      actor,
      address: clientAddress(request),
      asked: routeOf(request),
    });
  }

  private async notSignedIn(request: FastifyRequest, statusCode: number): Promise<void> {
    const { login } = (request.body ?? {}) as { login?: unknown };
    const isAccount =
      typeof login === 'string' && (statusCode === TOO_MANY ? this.tried.has(login) : await this.isAccount(login));
    const refusal = { action: 'session.refused', actor: null, address: clientAddress(request) };
    await this.tally.note(
      isAccount ? { ...refusal, asked: login, tried: login } : { ...refusal, asked: routeOf(request) },
    );
  }

  private async isAccount(login: string): Promise<boolean> {
    const isAccount = await this.accounts.exists(login).catch(() => false);
    if (!isAccount) return false;
    if (this.tried.size >= REMEMBERED) this.tried.clear();
    this.tried.add(login);
    return true;
  }
}

function routeOf({ method, routeOptions: { url } }: FastifyRequest): string {
  return `${method} ${url ?? 'unknown'}`;
}
