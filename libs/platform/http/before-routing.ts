import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CORRELATION_HEADER, correlationIdFrom } from '../logging/correlation.js';
import { answerProblem, PROBLEM_TYPE } from '../problems/answer-problem.js';
import { asProblem, problemOfStatus } from '../problems/as-problem.js';
import { problemDocument } from '../problems/problem-document.js';
import { HEADERS_OF_API, securityHeadersOf } from './security-headers.js';

/** What Node's parser of HTTP says of a request, by the status it is answered with; anything else is malformed. */
const STATUS_OF_PARSER: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers a request whose address the router cannot take: no hook and no filter ever sees it. */
export function answerUnroutable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...securityHeadersOf(request), [CORRELATION_HEADER]: request.id });
  answerProblem(asProblem(error) ?? problemOfStatus(400), request, reply);
}

/**
 * Answers what is no HTTP request: an unknown method, a wrong `Content-Length`, headers that are too large. There is a
 * connection, but no request to answer, so neither is its language known; the connection ends.
 */
export function answerUnreadable(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = problemOfStatus(STATUS_OF_PARSER[error.code ?? ''] ?? 400);
  const id = correlationIdFrom(undefined);
  const body = JSON.stringify(problemDocument(problem, 'vi', id));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    'content-language: vi',
    `content-length: ${Buffer.byteLength(body)}`,
    `${CORRELATION_HEADER}: ${id}`,
    'connection: close',
    ...Object.entries(HEADERS_OF_API).map(([name, value]) => `${name}: ${value}`),
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
