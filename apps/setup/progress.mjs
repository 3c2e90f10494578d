import { endWithParent } from './end-with-parent.mjs';

/** A condition the person at the keyboard can mend: printed as one line, without a stack. */
export class SetupError extends Error {}

const heartbeatMs = 15_000;

/** Prints one line of progress on standard error, which keeps standard output for results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Seconds since `startedAt` (a `performance.now()` reading), as text with one decimal. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs `work` under a title, tells when it is done and how long it took, and says every 15 seconds that it still runs:
 * a silent minute looks like a hang. The result of `work`, or its rejection, is passed on.
 */
export async function step(title, work) {
  const startedAt = performance.now();
  say(`▸ ${title}`);
  const heartbeat = setInterval(() => say(`  … ${title}: ${secondsSince(startedAt)}`), heartbeatMs);
  try {
    const result = await work();
    say(`  ${title}: done in ${secondsSince(startedAt)}`);
    return result;
  } catch (error) {
    say(`  ${title}: FAILED after ${secondsSince(startedAt)}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a whole script: its number becomes the exit code; a SetupError becomes one line and exit code 1. It ends when what
 * started it has ended.
 */
export async function runScript(main) {
  endWithParent();
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
