import type { ErrorCode } from './error-codes.js';
import { formatPath, type Path } from './path.js';

export type ErrorParams = Record<string, string | number>;

/** One error of a file: a stable code, the place, an English message and what a translation needs to say it. */
export interface ScoringError {
  code: string;
  path: string;
  message: string;
  params?: ErrorParams;
}

/** Expected failures are returned: either the value, or every error found. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; errors: ScoringError[] };

/** Nobody reads so many; a file of a hundred megabytes could have millions, which no memory holds. */
const MOST_ERRORS = 100_000;

/** The errors found so far. Checks go on after an error, so that all of them are listed, up to so many. */
export class Problems {
  readonly errors: ScoringError[] = [];

  add(code: ErrorCode, path: Path | null, message: string, params?: ErrorParams): void {
    if (this.errors.length >= MOST_ERRORS) return;
    const error: ScoringError = { code, path: formatPath(path), message };
    if (params !== undefined) error.params = params;
    this.errors.push(error);
  }

  /** `value` when nothing was found wrong. */
  outcome<T>(value: T): Outcome<T> {
    return this.errors.length === 0 ? { ok: true, value } : { ok: false, errors: this.errors };
  }
}
