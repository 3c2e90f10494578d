import { writeFileSync } from 'node:fs';

/**
 * Ends this process as a power cut would, in the middle of the call that led here: no handler runs, no buffer is
 * written. Leaves a line in the file FAULT_DIED, so that the test knows that and where it happened.
 * @param {string} where
 */
export function die(where) {
  writeFileSync(/** @type {string} */ (process.env['FAULT_DIED']), where);
  process.kill(process.pid, 'SIGKILL');
}
