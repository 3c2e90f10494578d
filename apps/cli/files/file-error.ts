import { complain } from '../output/write.js';

/** One error of a competition file, as the command line tells it. */
export interface FileError {
  readonly code: string;
  /** `entries[4].choice`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Tells every error on standard error, a line each: `CODE path: message` (competition file, "Errors"). */
export function tellFileErrors(errors: readonly FileError[]): void {
  for (const { code, path, message } of errors) complain(`${code} ${path}: ${message}`);
}

/** The same as JSON; only the members that the format names. */
export function fileErrorsJson(errors: readonly FileError[]): string {
  return JSON.stringify({ errors: errors.map(({ code, path, message }) => ({ code, path, message })) }, null, 2);
}
