import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import type { Problem } from './problem.js';
import { problemDocument } from './problem-document.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers a request with problem details in the reader's language. */
export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(problem.status)
    .headers({ ...problem.details.headers, 'content-language': language })
    .type(PROBLEM_TYPE)
    .send(problemDocument(problem, language, String(request.id)));
}
