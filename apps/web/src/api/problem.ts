import type { FieldError, Problem } from './types.js';

/**
 * A failed request. `code` is the server's stable code, or `network` where no answer came and `unexpected` where
 * the answer was not a problem document (a proxy's page, for one).
 */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly problem: Problem | null;

  constructor(code: string, status: number, problem: Problem | null) {
    super(problem?.detail ?? problem?.title ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.problem = problem;
  }

  get errors(): FieldError[] {
    return this.problem?.errors ?? [];
  }

  /** How many faults there are besides those named. */
  get moreErrors(): number {
    return this.problem?.moreErrors ?? 0;
  }

  /** True where the request may or may not have been carried out, so that repeating it needs the same key. */
  get unanswered(): boolean {
    return this.code === 'network' || this.status >= 500;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string';
}

export function toProblem(body: unknown, status: number): ProblemError {
  return isProblem(body) ? new ProblemError(body.code, status, body) : new ProblemError('unexpected', status, null);
}

/** The code of a failure, whatever was thrown. */
export function codeOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.code : null;
}

/** Whether a request failed only because nobody is signed in any more. */
export function isOfSession(error: unknown): boolean {
  return codeOf(error) === 'session.missing';
}
