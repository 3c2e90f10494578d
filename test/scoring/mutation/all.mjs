import './pick-by-title.mjs';
import { TOGETHER } from './together.mjs';

/*
 * The tests of the engine that a mutant runs, as one file of tests: those the environment names, or all. A mutant with
 * which a file cannot even be loaded fails a test instead of the run.
 */
const SCORING = new URL('../', import.meta.url);
const names = process.env.MUTATION_TESTS?.split(',') ?? TOGETHER.flatMap(({ tests }) => tests);
/** A tenth of the random competitions that the laws try by themselves. */
process.env.LAW_TIMES = '0.1';

for (const name of new Set(names)) {
  try {
    await import(new URL(`${name}.spec.js`, SCORING).href);
  } catch (error) {
    globalThis.it(`${name} is loaded`, () => {
      throw error;
    });
  }
}
