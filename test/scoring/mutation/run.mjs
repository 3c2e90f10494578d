import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The whole mutation test, a few folders at a time: code with all of its mutants in it runs several times slower than
 * with some of them. What one group finds is kept for the report of the next, but nothing from before: a test that was
 * changed under its old name would not be run again.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TOGETHER = [
  ['number', 'votes', 'check', 'diff', 'verify', 'explain'],
  ['warnings', 'words'],
  ['entries', 'plan', 'standings', 'rewards', 'live'],
  ['rules'],
  ['schema', 'index.ts'],
  ['text/!(*yaml*).ts'],
  ['text/*yaml*.ts'],
];

rmSync(`${ROOT}.setup/mutation`, { recursive: true, force: true });

const options = { cwd: ROOT, stdio: 'inherit' };
for (const folders of TOGETHER) {
  const files = folders.map((name) => `libs/scoring/${name.endsWith('.ts') ? name : `${name}/**/*.ts`}`);
  const without = folders.some((name) => name.includes('/*yaml')) ? {} : { MUTATION_WITHOUT_LIMITS: '1' };
  const env = { ...process.env, ...without };
  execFileSync('npx', ['stryker', 'run', '-m', files.join(',')], { ...options, env });
}
execFileSync(process.execPath, ['test/scoring/mutation/survivors.mjs'], options);
