import { join } from 'node:path';
import { hashContents, hashTimes, listFiles, readStamp, writeStamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { SetupError, step } from './progress.mjs';
import { run } from './run-command.mjs';

const compiledFolders = ['libs', 'apps/api', 'apps/worker', 'apps/cli'];
const compileStamp = join(root, '.setup', 'compiled');
const webStamp = join(root, 'apps', 'web', 'dist', '.stamp');

/** Builds the server, then the page, each only when what it is made of has changed. Throws a SetupError on failure. */
export async function buildIfStale() {
  await compileIfStale();
  await buildWebIfStale();
}

async function compileIfStale() {
  if (readStamp(compileStamp) === compiledState()) return;
  await step('compile the server', async () => {
    const code = await run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b']);
    if (code !== 0) throw new SetupError('The server does not compile; the errors are above.');
  });
  writeStamp(compileStamp, compiledState());
}

/**
 * Sources and compiler settings by time and size, which takes milliseconds where asking the compiler takes seconds.
 * The compiler's own records are part of it, so that removing a `dist` folder asks for a build as well.
 */
function compiledState() {
  const folders = compiledFolders.map((folder) => join(root, folder));
  const sources = listFiles(folders, (path) => /\.(ts|mjs|json)$/.test(path));
  const records = sources
    .filter((path) => path.endsWith('/tsconfig.json'))
    .map((path) => join(path, '..', 'dist', '.tsbuildinfo'));
  return hashTimes([...sources, ...records, join(root, 'tsconfig.json'), join(root, 'package-lock.json')]);
}

async function buildWebIfStale() {
  const wanted = webState();
  if (readStamp(webStamp) === wanted) return;
  await step('build the page', async () => {
    const code = await run('npm', ['run', '--silent', 'build', '-w', '@thidua/web'], { output: 'on-failure' });
    if (code !== 0) throw new SetupError('The page does not build; the errors are above.');
  });
  writeStamp(webStamp, wanted);
}

/** The page's sources by content, with the one library the page may use. The stamp lies in what the build wrote. */
function webState() {
  const sources = listFiles([join(root, 'apps', 'web'), join(root, 'libs', 'scoring')]);
  return hashContents([...sources, join(root, 'package-lock.json')]);
}
