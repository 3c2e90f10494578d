import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { Problem } from '../problems/problem.js';
import { BODIES, bodyKindOf } from './body-bounds.js';
import type { BodyBounds } from './body-bounds.js';
import { measureJson } from './measure-json.js';

/** Up to here a body is read from anybody; what is larger, only from somebody who is signed in. */
const ANYBODY_BYTES = BODIES.form.bytes;

/**
 * Gives every route the limit of the bytes it takes, and reads no large body, nor one for an address that there is not,
 * for nobody knows whom. Call before any route is registered.
 */
export function boundBodies(
  fastify: FastifyInstance,
  { bodyLimitMb }: Pick<Config, 'bodyLimitMb'>,
  isSignedIn: (request: FastifyRequest) => Promise<boolean>,
): void {
  fastify.addHook('onRoute', (route) => {
    const { bytes }: BodyBounds = boundsOf(route.config);
    route.bodyLimit = bytes ?? bodyLimitMb * 1024 * 1024;
  });
  fastify.addHook('preParsing', async (request) => {
    if (!hasBody(request)) return;
    if (request.is404) throw new Problem('route.unknown', 404);
    if (isLarge(request) && !(await isSignedIn(request))) throw new Problem('session.missing', 401);
  });
}

/** Refuses a JSON text beyond the bounds of its route before `read` sees it. */
export function boundedJson<Body>(
  read: (request: FastifyRequest, text: string) => Body,
): (request: FastifyRequest, text: string) => Body {
  return (request, text) => {
    const bounds = boundsOf(request.routeOptions.config);
    const bound = measureJson(text, bounds);
    if (bound) throw new Problem('request.tooComplex', 413, { extra: { bound, most: bounds[bound] } });
    return read(request, text);
  };
}

const boundsOf = (config: unknown): BodyBounds => BODIES[bodyKindOf(config)];

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isLarge({ headers, routeOptions }: FastifyRequest): boolean {
  const { bytes = Infinity } = boundsOf(routeOptions.config);
  // What does not say its length may be as long as the route allows.
  return Math.min(Number(headers['content-length'] ?? Infinity), bytes) > ANYBODY_BYTES;
}
