import { Problem } from '@thidua/platform';
import { placeErrors } from '@thidua/scoring';
import type { ScoringError, Syntax } from '@thidua/scoring';
import { faultsOf } from './faults-of.js';

/** A file may be wrong in a million places; to say where each stands would take minutes, and nobody would read it. */
const MOST_PLACED = 1_000;

/** What is told of a file that is wrong, each fault by line and column. */
export function fileInvalid(errors: readonly ScoringError[], text: string, syntax: Syntax): Problem {
  const placed = faultsOf(placeErrors(errors.slice(0, MOST_PLACED), text, syntax), 'file');
  return new Problem('file.invalid', 422, { errors: placed, moreErrors: Math.max(0, errors.length - MOST_PLACED) });
}
