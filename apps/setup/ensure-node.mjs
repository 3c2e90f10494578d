import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { SetupError } from './progress.mjs';

/**
 * Checks the running Node against `engines.node` of package.json, which has the form `>=MAJOR.MINOR`.
 * Throws a SetupError that names both versions when it is too old.
 */
export function ensureNode(running = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = /^>=(\d+)\.(\d+)$/.exec(engines.node);
  if (wanted === null)
    throw new SetupError(`package.json: engines.node must read ">=MAJOR.MINOR", not "${engines.node}"`);
  const [major, minor] = running.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.slice(1).map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupError(
    `Node ${wantedMajor}.${wantedMinor} or newer is needed; this is ${running}. Install it and try again.`,
  );
}
