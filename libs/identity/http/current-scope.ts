import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { StageAuthor } from '../roles.js';
import type { Located } from '../scope-directory.js';

/** What a route below `:cluster` is about, as the guard has found it. */
export interface ClusterScope {
  readonly campaign: string;
  readonly cluster: string;
}

/** The same of a route below `:unit` and `:stage`: with the unit's cluster, and who scores there. */
export interface StageScope extends ClusterScope {
  readonly unit: string;
  readonly stage: string;
  readonly scoredBy: StageAuthor;
}

const SCOPE = Symbol('scope');
type Carrying = FastifyRequest & { [SCOPE]?: Located };

export function setScope(request: FastifyRequest, scope: Located): void {
  (request as Carrying)[SCOPE] = scope;
}

/** @param names the parameters of the address, @param found what else there must be of the scope. */
function scopeOf<S extends ClusterScope>(names: readonly (keyof S & string)[], found: readonly (keyof S & string)[]) {
  const told = (target: object, key: string | symbol | undefined): void => {
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || method === undefined) throw new Error('a scope is handed to the handler of a route');
    for (const name of names) ApiParam({ name, type: String })(target, key, method);
  };
  return createParamDecorator(
    (_: unknown, context: ExecutionContext): S => {
      const scope = (context.switchToHttp().getRequest<Carrying>()[SCOPE] ?? {}) as Partial<Record<keyof S, unknown>>;
      const missing = [...names, ...found].find((name) => typeof scope[name] !== 'string');
      if (missing !== undefined) throw new Error(`a route without ${missing} has no such scope`);
      return scope as S;
    },
    [told],
  )();
}

/** The cluster of a route whose address names one. */
export const AtCluster = (): ParameterDecorator => scopeOf<ClusterScope>(['campaign', 'cluster'], []);
/** The sheet's place of a route whose address names a unit and a stage. */
export const AtStage = (): ParameterDecorator =>
  scopeOf<StageScope>(['campaign', 'unit', 'stage'], ['cluster', 'scoredBy']);
