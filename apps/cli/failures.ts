import type { FileError } from './files/file-error.js';

/** An expected failure: `message` is one line that says what to put right. Exit status 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The competition file is wrong; nothing was computed or changed. Exit status 2 (competition file, "Errors"). */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';

  constructor(readonly errors: readonly FileError[]) {
    super(`the file is wrong in ${errors.length} place(s)`);
  }
}
