import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The whole mutation test, a few folders at a time: code with all of its mutants in it runs several times slower than
 * with some of them. What one group finds is kept for the report of the next, but nothing from before: a test that was
 * changed under its old name would not be run again.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RESULTS = './golden.spec.js,laws/reference.spec.js';
const SCHEMA = './schema.spec.js';
const TOGETHER = [
  { folders: ['number', 'votes', 'check', 'diff', 'verify', 'explain'] },
  { folders: ['warnings', 'words'] },
  { folders: ['standings', 'live'], first: RESULTS },
  { folders: ['entries', 'rewards'], first: RESULTS },
  { folders: ['plan'], first: RESULTS },
  { folders: ['rules'] },
  // Made while modules are loaded: such a mutant runs every test up to the first that fails.
  { folders: ['schema', 'index.ts'], first: SCHEMA },
  { folders: ['text/!(*yaml*).ts'] },
  { folders: ['text/*yaml*.ts'], hasLimits: true },
];

rmSync(`${ROOT}.setup/mutation`, { recursive: true, force: true });

const options = { cwd: ROOT, stdio: 'inherit' };
for (const { folders, first, hasLimits } of TOGETHER) {
  const files = folders.map((name) => `libs/scoring/${name.endsWith('.ts') ? name : `${name}/**/*.ts`}`);
  const env = { ...process.env };
  if (first) env.MUTATION_FIRST = first;
  if (!hasLimits) env.MUTATION_WITHOUT_LIMITS = '1';
  execFileSync('npx', ['stryker', 'run', '-m', files.join(',')], { ...options, env });
}
execFileSync(process.execPath, ['test/scoring/mutation/survivors.mjs'], options);
