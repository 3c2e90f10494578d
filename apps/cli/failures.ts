import type { Told } from './output/told-lines.js';
import type { Words } from './output/languages.js';

/** An expected failure: one line that says what to put right, in one language or each. Exit status 1. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(readonly words: string | Words) {
    super(typeof words === 'string' ? words : words.en);
  }
}

/** The competition file is wrong; nothing was computed or changed. Exit status 2 (competition file, "Errors"). */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';

  constructor(readonly errors: readonly Told[]) {
    super(`the file is wrong in ${errors.length} place(s)`);
  }
}
