import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { Problem } from '../problems/problem.js';
import { BodiesUnderWay } from './bodies-under-way.js';
import { BODIES, bodyKindOf } from './body-bounds.js';
import type { BodyBounds } from './body-bounds.js';
import { measureJson } from './measure-json.js';

/** Up to here a body is read from anybody; what is larger, only from somebody who is signed in. */
const SMALL_BYTES = BODIES.form.bytes;

/**
 * Gives every route the limit of the bytes it takes and of the time they may take, and reads no large body, nor one for
 * an address that there is not, for nobody knows whom. Call before any route is registered.
 * @param sessionOf names the session of a request, if it has one.
 */
export function boundBodies(
  fastify: FastifyInstance,
  { bodyLimitMb }: Pick<Config, 'bodyLimitMb'>,
  sessionOf: (request: FastifyRequest) => Promise<string | undefined>,
): void {
  const largest = bodyLimitMb * 1024 * 1024;
  const underWay = new BodiesUnderWay(largest, sessionOf);
  const limitOf = (config: unknown) => boundsOf(config).bytes ?? largest;
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = limitOf(route.config);
  });
  fastify.addHook('preParsing', async (request, reply) => {
    if (!hasBody(request)) return;
    if (request.is404) throw new Problem('route.unknown', 404);
    const { config } = request.routeOptions;
    // What does not say its length may be as long as the route allows; what says too much is refused for it.
    const bytes = Math.min(Number(request.headers['content-length'] ?? Infinity), limitOf(config));
    await underWay.admit(request, reply, bytes, bytes <= SMALL_BYTES);
    endInTime(request, reply, boundsOf(config).seconds);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(deadlines.get(request));
    done();
  });
}

/** Refuses a JSON text beyond the bounds of its route before `read` sees it, with how many values there are in it. */
export function boundedJson<Body>(
  read: (request: FastifyRequest, text: string, values: number) => Body,
): (request: FastifyRequest, text: string) => Body {
  return (request, text) => {
    const bounds = boundsOf(request.routeOptions.config);
    const measured = measureJson(text, bounds);
    if (typeof measured === 'number') return read(request, text, measured);
    throw new Problem('request.tooComplex', 413, { extra: { bound: measured, most: bounds[measured] } });
  };
}

const deadlines = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/** Gives up on a body that is not there in time, and on its connection: what still came would be taken for a request. */
function endInTime(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
  const late = () => {
    const problem = new Problem('request.timeout', 408, { headers: { connection: 'close' } });
    // Whoever reads the body hears it from the body, and answers.
    if (request.raw.listenerCount('error') > 0) request.raw.emit('error', problem);
  };
  const deadline = setTimeout(late, seconds * 1000).unref();
  deadlines.set(request, deadline);
  reply.raw.once('close', () => clearTimeout(deadline));
}

const boundsOf = (config: unknown): BodyBounds => BODIES[bodyKindOf(config)];

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
