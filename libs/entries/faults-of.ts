import type { Fault } from '@thidua/platform';
import { ERROR_CODES, sentenceOf } from '@thidua/scoring';
import type { Located, Reader, ScoringError } from '@thidua/scoring';

const OF_ENGINE: ReadonlySet<string> = new Set(ERROR_CODES);

/** The engine's errors as the service tells them to a reader: with their sentence in each language, and their place in a text. */
export function faultsOf(errors: readonly (ScoringError | Located<ScoringError>)[], reader: Reader = 'sheet'): Fault[] {
  return errors.map((error) => {
    if (!OF_ENGINE.has(error.code)) return error;
    return {
      ...error,
      // Made when it is told, as most of many are not.
      get sentences() {
        return { vi: sentenceOf(error, 'vi', reader), en: sentenceOf(error, 'en', reader) };
      },
    };
  });
}
