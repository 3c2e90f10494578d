/* fast-check with few runs, the same each time: a mutant must be killed by what it breaks, not by luck. */
import * as fc from 'fast-check';

const RUNS = 40;

export * from 'fast-check';
export const assert = (property, { numRuns = RUNS, ...parameters } = {}) =>
  fc.assert(property, { seed: 2022, ...parameters, numRuns: Math.min(numRuns, RUNS), endOnFailure: true });
