import { ensureNode } from './ensure-node.mjs';
import { installPackages, packagesAreStale } from './ensure-packages.mjs';
import { chromium, compilers, ensureSystemPackages, redis } from './ensure-system-packages.mjs';

/**
 * Brings the machine and `node_modules` to what this work tree needs; does nothing where they are there already.
 * `browser` asks for Chromium too. A Redis of one's own (REDIS_URL) makes the private one unnecessary.
 */
export async function prepare({ browser }) {
  ensureNode();
  const stale = packagesAreStale();
  await ensureSystemPackages([
    ...(process.env.REDIS_URL ? [] : [redis]),
    ...(stale ? compilers : []),
    ...(browser && !process.env.CHROMIUM_PATH ? [chromium] : []),
  ]);
  if (stale) await installPackages();
}
