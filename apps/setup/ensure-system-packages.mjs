import { SetupError, step } from './progress.mjs';
import { findCommand, run } from './run-command.mjs';

/** A program that npm cannot bring: any of `commands` will do; `apt` is the Debian package that has it. */
export const redis = { commands: ['redis-server', 'valkey-server'], apt: 'redis-server' };
export const chromium = {
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  apt: 'chromium',
};
export const compilers = [
  { commands: ['python3'], apt: 'python3' },
  { commands: ['make'], apt: 'make' },
  { commands: ['g++', 'c++', 'clang++'], apt: 'g++' },
];

/** The one line for a person whose machine lacks `needs` and on which this script may not install them. */
export function installLine(needs) {
  const names = needs.map((need) => need.apt).join(' ');
  return `Missing: ${names}. Install with: sudo apt-get install -y ${names} (or your system's equivalent), then try again.`;
}

/**
 * Makes sure that every program of `needs` is on PATH, installing with apt-get where this account may.
 * Throws a SetupError of one line that says what to install where it may not, or when apt-get fails.
 */
export async function ensureSystemPackages(needs) {
  const missing = needs.filter((need) => findCommand(...need.commands) === undefined);
  if (missing.length === 0) return;
  const asRoot = await howToBecomeRoot();
  if (asRoot === undefined) throw new SetupError(installLine(missing));
  const names = missing.map((need) => need.apt);
  await step(`system packages: ${names.join(' ')}`, async () => {
    if (!(await listsKnow(names))) await aptGet(asRoot, ['update']);
    // Package lists grow old: the versions they name may be gone from the mirror. One refresh mends that.
    if ((await installWith(asRoot, names)) !== 0) {
      await aptGet(asRoot, ['update']);
      if ((await installWith(asRoot, names)) !== 0) throw new SetupError(installLine(missing));
    }
  });
  const still = missing.filter((need) => findCommand(...need.commands) === undefined);
  if (still.length > 0) throw new SetupError(installLine(still));
}

/** The words to put before a command that needs root: none, `sudo -n env`, or undefined where there is no way. */
async function howToBecomeRoot() {
  if (findCommand('apt-get') === undefined) return undefined;
  if (process.getuid?.() === 0) return ['env'];
  if (findCommand('sudo') === undefined) return undefined;
  return (await run('sudo', ['-n', 'true'], { output: 'dropped' })) === 0 ? ['sudo', '-n', 'env'] : undefined;
}

async function listsKnow(names) {
  return (await run('apt-cache', ['show', '--no-all-versions', ...names], { output: 'dropped' })) === 0;
}

function installWith(asRoot, names) {
  return aptGet(asRoot, ['install', '-y', '--no-install-recommends', ...names]);
}

function aptGet(asRoot, args) {
  const [first, ...rest] = [
    ...asRoot,
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=120',
  ];
  return run(first, [...rest, ...args], { output: 'on-failure' });
}
