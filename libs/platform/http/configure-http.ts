import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CORRELATION_HEADER, correlationIdFrom } from '../logging/correlation.js';
import { ROOT_LOGGER } from '../logging/logger.module.js';
import { Recurring } from '../logging/recurring.js';
import { installCorrelation, installRequestLog } from '../logging/request-log.js';
import { Metrics } from '../metrics/metrics.service.js';
import { Problem } from '../problems/problem.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { cleanText, isText } from '../text/clean-texts.js';
import { BODIES } from './body-bounds.js';
import { answerUnreadable, answerUnroutable } from './before-routing.js';
import { installSecurityHeaders } from './security-headers.js';

/**
 * How long a connection may keep us waiting. Node looks at the first two every few seconds, whatever stage the request is
 * in; bodies have shorter times by route (`BODIES`).
 */
const TIMEOUTS = {
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, requireHostHeader: false },
  requestTimeout: 150_000,
  /** Between two requests. */
  keepAliveTimeout: 60_000,
  /** With nothing going either way, such as an answer that nobody takes. Event streams have a beat every 20 s. */
  connectionTimeout: 120_000,
};

/** Options for the `FastifyAdapter` of a process that serves HTTP. */
export function fastifyOptions({ trustedProxies }: Pick<Config, 'trustedProxies'>) {
  return {
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...TIMEOUTS,
    // What `boundBodies` does not set for a route.
    bodyLimit: BODIES.form.bytes,
    genReqId: (request: IncomingMessage | { headers: IncomingMessage['headers'] }) =>
      correlationIdFrom(request.headers[CORRELATION_HEADER]),
    // A stopping server closes idle connections at once and lets the busy ones finish.
    forceCloseConnections: 'idle' as const,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
    // Codes have up to 64 letters, of which a rare one takes two of the units counted here.
    routerOptions: { maxParamLength: 2 * 64 },
  };
}

/** What every route has: the prefix, problem details, correlation, log and metrics. */
export function configureHttp(app: NestFastifyApplication): NestFastifyApplication {
  app.setGlobalPrefix('api');
  const problems = new ProblemFilter(app.get(Recurring));
  app.useGlobalFilters(problems);
  const fastify = app.getHttpAdapter().getInstance();
  // Also for what fails before Nest is asked, and at routes that are none of its.
  fastify.addHook('onRoute', (route) => {
    route.errorHandler ??= (error, request, reply) => problems.answer(error, request, reply);
  });
  installCorrelation(fastify);
  installSecurityHeaders(fastify);
  demandHost(fastify);
  cleanAddresses(fastify);
  installRequestLog(fastify, app.get(ROOT_LOGGER));
  app.get(Metrics).watchRequests(fastify);
  return app;
}

/** Asked here instead of by Node, which answers without any of our headers. */
function demandHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    const isMissing = raw.headers.host === undefined && raw.httpVersionMinor > 0;
    done(isMissing ? new Problem('request.malformed', 400) : undefined);
  });
}

/** Codes in addresses are texts like all others; what is none, or is named twice, names nothing there is. */
function cleanAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    for (const named of [request.params, request.query] as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(named)) {
        if (typeof value !== 'string' || !isText(value)) return done(new Problem('route.unknown', 404));
        named[name] = cleanText(value);
      }
    }
    done();
  });
}
