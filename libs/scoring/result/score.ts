import type { Competition } from '../file/competition.js';
import { openStanding } from '../live/open-standing.js';
import type { ResultDocument } from './result.js';

/**
 * Computes a whole checked competition, through the same functions a service calls one by one. `input` is the
 * file's hash (spec, "The result").
 */
export function score(competition: Competition, input: string): ResultDocument {
  return openStanding(competition).result(input);
}
