// `npm test`: everything that must hold before a change may land. `npm test -- ARGS` runs only jest, with ARGS.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { runScript, say, secondsSince, SetupError, step } from './progress.mjs';
import { run } from './run-command.mjs';
import { runJest } from './run-jest.mjs';

/** Scripts of package.json, in the order in which they run; each can be run by itself. */
const checks = ['lint', 'typecheck', 'imports', 'drift'];

await runScript(async () => {
  const startedAt = performance.now();
  const args = process.argv.slice(2);
  mkdirSync(join(root, '.setup'), { recursive: true });
  await prepare({ browser: true });
  const failures = args.length > 0 ? await buildForSomeTests() : await runChecks();
  let line = '';
  await collect(failures, 'tests', async () => {
    const result = await runJest(args);
    line = result.line;
    if (result.code !== 0) throw new SetupError('tests failed');
  });
  say(`${failures.length === 0 ? 'All is well' : `FAILED: ${failures.join(', ')}`} (${secondsSince(startedAt)})`);
  process.stdout.write(`${line}\n`);
  return failures.length === 0 ? 0 : 1;
});

/** One may try a test while another corner does not compile yet: that is said, and does not stop the test. */
async function buildForSomeTests() {
  await buildIfStale().catch((error) => {
    if (!(error instanceof SetupError)) throw error;
    say(`${error.message} The tests run all the same.`);
  });
  return [];
}

/** Builds, which must succeed, then runs every check to its end so that one run tells all that is wrong. */
async function runChecks() {
  await buildIfStale();
  const failures = [];
  for (const check of checks) {
    await collect(failures, check, async () => {
      if ((await run('npm', ['run', '--silent', check])) !== 0) throw new SetupError(`${check} failed`);
    });
  }
  return failures;
}

async function collect(failures, name, work) {
  try {
    await step(name, work);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    failures.push(name);
  }
}
