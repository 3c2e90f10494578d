import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/database-away.js';
import { answerProblem } from './answer-problem.js';
import { asProblem } from './as-problem.js';
import { Problem } from './problem.js';

/**
 * Answers every failure with problem details. What nobody expected is logged whole and told to nobody, but for this:
 * whether it may go better later.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = asProblem(exception) ?? this.unexpected(exception, request);
    // An event stream that fails half-way has sent its head already: all that is left is to end it.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    answerProblem(problem, request, reply);
  }

  private unexpected(exception: unknown, request: FastifyRequest): Problem {
    const err = exception instanceof Error ? exception : new Error(String(exception));
    const isAway = isDatabaseAway(err);
    this.logger[isAway ? 'warn' : 'error']({
      msg: 'request failed',
      correlationId: request.id,
      method: request.method,
      route: request.routeOptions?.url,
      err,
    });
    return isAway ? new Problem('service.unavailable', 503) : new Problem('internal', 500);
  }
}
