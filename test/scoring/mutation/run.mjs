import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TOGETHER } from './together.mjs';

/*
 * The whole mutation test. What some folders find is kept for the report of the next, but nothing from before: a test
 * that was changed under its old name would not be run again.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const options = { cwd: ROOT, stdio: 'inherit' };

rmSync(`${ROOT}.setup/mutation`, { recursive: true, force: true });
for (const { folders, tests } of TOGETHER) {
  const files = folders.map((name) => `libs/scoring/${name.endsWith('.ts') ? name : `${name}/**/*.ts`}`);
  const env = { ...process.env, MUTATION_TESTS: [...new Set(tests)].join(',') };
  execFileSync('npx', ['stryker', 'run', '-m', files.join(',')], { ...options, env });
}
execFileSync(process.execPath, ['test/scoring/mutation/survivors.mjs'], options);
