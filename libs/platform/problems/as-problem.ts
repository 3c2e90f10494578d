import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';

/** Codes of failures that Nest Fastify or Node find before our code runs, by HTTP status. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'session.missing',
  403: 'access.denied',
  404: 'route.unknown',
  408: 'request.timeout',
  413: 'request.tooLarge',
  // Longer than any code: there is nothing of that name.
  414: 'route.unknown',
  415: 'request.mediaType',
  422: 'request.invalid',
  428: 'precondition.required',
  429: 'request.tooMany',
  431: 'request.tooLarge',
  503: 'service.unavailable',
};

/** The problem that an exception stands for; undefined for what nobody expected. */
export function asProblem(exception: unknown): Problem | undefined {
  if (exception instanceof Problem) return exception;
  const status = expectedStatus(exception);
  return status === undefined ? undefined : problemOfStatus(status);
}

/** What is told where nothing but the status is known. */
export function problemOfStatus(status: number): Problem {
  return new Problem(CODE_OF_STATUS[status] ?? 'request.malformed', status);
}

function expectedStatus(exception: unknown): number | undefined {
  if (exception instanceof HttpException) {
    const status = exception.getStatus();
    return status === 503 || status < 500 ? status : undefined;
  }
  // Fastify's own errors: an unreadable body, one too large, a media type it has no parser for.
  const { statusCode, code } = (exception ?? {}) as { statusCode?: unknown; code?: unknown };
  const isFastifys = typeof code === 'string' && code.startsWith('FST_');
  return isFastifys && typeof statusCode === 'number' && statusCode < 500 ? statusCode : undefined;
}
