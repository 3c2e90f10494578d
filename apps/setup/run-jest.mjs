import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './ensure-system-packages.mjs';
import { root } from './paths.mjs';
import { findCommand, run } from './run-command.mjs';

const resultFile = join(root, '.setup', 'jest.json');

/**
 * Runs jest with `args` and gives `{ code, line }`: its exit code and the counts as `N passed, N failed[, N skipped]`.
 * Packages here are ES modules only, which jest loads behind a flag of Node. Browser tests find Chromium in CHROMIUM_PATH.
 */
export async function runJest(args) {
  rmSync(resultFile, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const browser = process.env.CHROMIUM_PATH ?? findCommand(...chromium.commands) ?? '';
  const code = await run(process.execPath, [...flags, jest, '--json', `--outputFile=${resultFile}`, ...args], {
    env: { CHROMIUM_PATH: browser },
  });
  const results = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined;
  return { code, line: countLine(results) };
}

/** The counts of a jest result. A file that could not even be loaded, or a run without a result, is a failure. */
export function countLine(results) {
  if (results === undefined) return '0 passed, 1 failed';
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
