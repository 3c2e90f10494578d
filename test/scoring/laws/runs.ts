const TIMES = Number(process.env['LAW_TIMES'] ?? 1);
const SEED = Number(process.env['LAW_SEED'] ?? 45);

interface Runs {
  numRuns: number;
  seed: number;
  endOnFailure: boolean;
}

/**
 * How a law is run: the same files each time, unless the environment asks for more of them (`LAW_TIMES=20`) or for
 * fewer of them (`LAW_TIMES=0.1`), or for others (`LAW_SEED=7`). What fails is told as it was made: to make a whole file smaller takes minutes.
 */
export const runs = (numRuns: number): Runs => ({
  numRuns: Math.ceil(numRuns * TIMES),
  seed: SEED,
  endOnFailure: true,
});

/** How often at least a law must have met what it is about; fewer runs than its own promise nothing. */
export const often = (least: number): number => (TIMES < 1 ? 0 : least);
