import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { CORRELATION_HEADER, runWithCorrelation } from './correlation.js';

/**
 * Gives every answer its correlation id and every line logged on the way the same. The id itself is made by
 * Fastify's `genReqId` (see `fastifyOptions`), so `request.id` is it.
 */
export function installCorrelation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  // Not earlier: the body's stream has its own asynchronous context, and what follows its last byte would lose ours.
  fastify.addHook('preHandler', (request, _reply, done) => runWithCorrelation(request.id, done));
}

/** Writes one line at `info` for each answered request. Costs nothing when that level is off. */
export function installRequestLog(fastify: FastifyInstance, logger: Logger): void {
  if (!logger.isLevelEnabled('info')) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.info({
      correlationId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      msg: 'request',
    });
    done();
  });
}
