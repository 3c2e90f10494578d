import type { Competition } from '../plan/competition.js';
import { openStanding } from './open-standing.js';
import type { ResultDocument } from './result.js';

/**
 * Computes a whole checked competition: a standing that is opened and read. `input` is the file's hash (spec, "The
 * result"). Throws a TypeError or RangeError on what was never checked.
 */
export function score(competition: Competition, input: string): ResultDocument {
  return openStanding(competition).result(input);
}
