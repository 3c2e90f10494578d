import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The whole mutation test, a few folders at a time: code with all of its mutants in it runs several times slower than
 * with some of them. What one run finds is kept for the report of the next.
 */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const TOGETHER = [
  ['number', 'votes', 'check', 'diff', 'verify', 'explain', 'warnings'],
  ['rules', 'result'],
  ['schema', 'index.ts'],
  ['file'],
];

const named = new Set(TOGETHER.flat());
const others = readdirSync(`${ROOT}libs/scoring`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name) && !named.has(entry.name))
  .map(({ name }) => name);

const options = { cwd: ROOT, stdio: 'inherit' };
const withoutLimits = { ...process.env, MUTATION_WITHOUT_LIMITS: '1' };
for (const folders of [...TOGETHER, others]) {
  const files = folders.map((name) => `libs/scoring/${name.includes('.') ? name : `${name}/**/*.ts`}`);
  const env = folders.includes('file') ? process.env : withoutLimits;
  execFileSync('npx', ['stryker', 'run', '-m', files.join(',')], { ...options, env });
}
execFileSync(process.execPath, ['test/scoring/mutation/harness/survivors.mjs'], options);
