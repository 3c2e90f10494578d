import type { Language } from './language.js';
import type { MessageParams } from './translate.js';

/** One fault in what was sent. `path` as in the competition file: `entries[3].actual`. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  /** English; shown where there are no sentences and the catalogue of the reader's language does not know the code. */
  readonly message?: string;
  readonly params?: MessageParams;
  /** What is told of it, where whoever found it knows better than the catalogue. */
  readonly sentences?: Readonly<Record<Language, string>>;
  /** Where it stands in the text sent, from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface ProblemDetails {
  /** Values for the placeholders of the message. */
  readonly params?: MessageParams;
  readonly errors?: readonly Fault[];
  /** How many there are besides those. */
  readonly moreErrors?: number;
  /** Further members of the answer, such as `current` and `yours` of a stale sheet. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** English text for a code that the catalogues do not know. */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An expected failure, told to the caller as RFC 9457 problem details by `ProblemFilter`. Services throw it;
 * `code` is stable and keys the message catalogues.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly details: ProblemDetails = {},
  ) {
    super(details.message ?? code);
  }
}

/** What was sent lacks the reason that it needs; `code` says of what. */
export const missingReason = (code: string): Problem => new Problem(code, 422, { errors: [{ code, path: 'reason' }] });
