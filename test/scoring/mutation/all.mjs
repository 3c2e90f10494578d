import { readdir } from 'node:fs/promises';
import './pick-by-title.mjs';

/*
 * Every test of the engine that a mutant runs, as one file of tests. A mutant with which a file cannot even be loaded
 * fails a test instead of the run.
 */
const SCORING = new URL('../', import.meta.url);
/** What needs another process or the documentation. */
const SLOW = ['hostile.spec.js', 'coverage.spec.js', 'docs.spec.js'];
const FOLDERS = ['edges/', 'explain/', 'warnings/', './'];
/** Of the laws over random competitions those that tell most in a few runs; the others count what they met. */
const LAWS = ['laws/reference.spec.js', 'laws/stored.spec.js'];
/** Texts of megabytes tell something of the readers alone; they are there unless the run is of other folders. */
if (process.env.MUTATION_WITHOUT_LIMITS) SLOW.push('yaml-limits.spec.js');
/** What is to run before all others, because it kills most mutants of the folders under test (`run.mjs` says so). */
const FIRST = process.env.MUTATION_FIRST?.split(',') ?? [];
/** Whole results, whatever they are of: each of these tests reaches nearly every mutant and takes long. */
const LAST = ['explain/agreement.spec.js', './schema.spec.js', './verify.spec.js'];

const specsIn = async (folder) =>
  (await readdir(new URL(folder, SCORING)))
    .filter((name) => name.endsWith('.spec.js') && !SLOW.includes(name))
    .map((name) => `${folder}${name}`)
    .filter((spec) => !LAST.includes(spec));

for (const spec of new Set([...FIRST, ...(await Promise.all(FOLDERS.map(specsIn))).flat(), ...LAWS, ...LAST])) {
  try {
    await import(new URL(spec, SCORING).href);
  } catch (error) {
    globalThis.it(`${spec} is loaded`, () => {
      throw error;
    });
  }
}
