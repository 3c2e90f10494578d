import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseTrouble } from '../database/database-trouble.js';
import type { DatabaseTrouble } from '../database/database-trouble.js';
import type { Recurring } from '../logging/recurring.js';
import { answerProblem } from './answer-problem.js';
import { asProblem } from './as-problem.js';
import { Problem } from './problem.js';

/** For each trouble of the database its own code and words; seconds after which the same may be sent again. */
const OF_DATABASE: Readonly<Record<DatabaseTrouble, Problem>> = {
  away: new Problem('service.unavailable', 503, { headers: { 'retry-after': '5' } }),
  unwritable: new Problem('storage.unwritable', 503, { headers: { 'retry-after': '60' } }),
  busy: new Problem('service.busy', 503, { headers: { 'retry-after': '5' } }),
};

/**
 * Answers every failure with problem details. What nobody expected is logged whole and told to nobody, but for this:
 * whether it may go better later.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly recurring: Recurring) {}

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
    const where = { correlationId: request.id, method: request.method, route: request.routeOptions?.url };
    const trouble = databaseTrouble(exception);
    if (trouble !== undefined) {
      this.recurring.outage(exception, where);
      return OF_DATABASE[trouble];
    }
    const err = exception instanceof Error ? exception : new Error(String(exception));
    this.logger.error({ msg: 'request failed', ...where, err });
    return new Problem('internal', 500);
  }
}
