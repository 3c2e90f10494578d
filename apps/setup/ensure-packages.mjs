import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStamp, writeStamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { SetupError, step } from './progress.mjs';
import { run } from './run-command.mjs';

/** What the installed tree must answer to. Native packages here keep to Node's stable interface: any Node may use them. */
function wantedStamp(tree) {
  return createHash('sha256')
    .update(readFileSync(join(tree, 'package-lock.json')))
    .digest('hex');
}

function stampPath(tree) {
  return join(tree, 'node_modules', '.thidua-stamp');
}

/** Whether npm has to run. A tree that somebody installed with npm itself, from the same lock file, is accepted. */
export function packagesAreStale(tree = root) {
  const locked = Object.entries(JSON.parse(readFileSync(join(tree, 'package-lock.json'), 'utf8')).packages).filter(
    ([path]) => path.includes('node_modules/'),
  );
  if (locked.some(([path, entry]) => !mayBeAbsent(entry) && !existsSync(join(tree, path)))) return true;
  const stamp = readStamp(stampPath(tree));
  if (stamp !== undefined) return stamp !== wantedStamp(tree);
  if (!installedFromLock(tree, locked)) return true;
  writeStamp(stampPath(tree), wantedStamp(tree));
  return false;
}

/** Packages for other operating systems are in the lock file, and not on the disk. */
function mayBeAbsent(entry) {
  return entry.optional === true || entry.devOptional === true;
}

/** Compares the record that npm keeps of what it installed with the lock file. */
function installedFromLock(tree, locked) {
  const record = join(tree, 'node_modules', '.package-lock.json');
  const driver = join(tree, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
  if (!existsSync(record) || !existsSync(driver)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return locked.every(([path, entry]) => {
    const found = installed[path];
    return found === undefined ? mayBeAbsent(entry) : found.version === entry.version;
  });
}

/**
 * Installs what package-lock.json names, and leaves that file alone. Throws a SetupError when npm fails.
 * Not `npm ci`: that also wants the lock file to name the binaries for every other operating system, which a registry
 * need not carry. That the lock file answers to every package.json is checked among the tests instead.
 */
export async function installPackages() {
  await step('npm packages (the first time takes some minutes: SQLite is compiled)', async () => {
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    const code = await run('npm', args, { output: 'on-failure' });
    if (code !== 0) throw new SetupError(`npm install failed with exit code ${code}; its last lines are above.`);
    writeStamp(stampPath(root), wantedStamp(root));
  });
}
