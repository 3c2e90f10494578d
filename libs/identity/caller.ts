import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from './entities/account.entity.js';
import type { Grant } from './access.js';

/** Whose act it is: the account, and what it is called at that time. */
export interface Author {
  readonly account: number;
  readonly login: string;
}

/** Who is asking. */
export interface Caller extends Author {
  readonly name: string;
  /** Chosen by the person; null: not yet. */
  readonly language: Language | null;
  readonly grants: readonly Grant[];
  /** What a state-changing request of this session must carry in `x-csrf-token`. */
  readonly csrfToken: string;
  /** The database's version (`Reader.version`) when the caller was recognised: what this request reads is no older. */
  readonly databaseVersion: string | undefined;
}

const CALLER = Symbol('caller');
type Carrying = FastifyRequest & { [CALLER]?: Caller };

export function setCaller(request: FastifyRequest, caller: Caller): void {
  (request as Carrying)[CALLER] = caller;
}

/** Who was recognised, also where the request was refused later. */
export function callerOf(request: FastifyRequest): Caller | undefined {
  return (request as Carrying)[CALLER];
}

/** The signed-in caller of a route that is not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new Error('a route that wants the caller must not be public');
  return caller;
});
