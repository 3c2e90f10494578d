import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Tries what survived once more, against new tests alone: `node again.mjs edges/changes …`, paths within
 * test/scoring. What they kill is noted in the report of the whole run; the engine must be the same as then.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const REPORT = `${ROOT}.setup/mutation/report.json`;
const LIVING = ['Survived', 'NoCoverage'];

const read = () => JSON.parse(readFileSync(REPORT, 'utf8'));
const keyOf = ({ mutatorName, replacement, location: { start, end } }) =>
  [start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');

const whole = read();
const living = Object.entries(whole.files).flatMap(([file, { source, mutants }]) => {
  if (readFileSync(`${ROOT}${file}`, 'utf8') !== source) throw new Error(`${file} is not what was tried before`);
  return mutants.filter(({ status }) => LIVING.includes(status)).map((mutant) => ({ file, mutant }));
});
const ranges = living.map(({ file, mutant: { location } }) => {
  const { start, end } = location;
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
});
const env = { ...process.env, MUTATION_TESTS: process.argv.slice(2).join(',') };
execFileSync('npx', ['stryker', 'run', '--force', '-m', [...new Set(ranges)].join(',')], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
});

const killed = new Map();
for (const [file, { mutants }] of Object.entries(read().files)) {
  for (const mutant of mutants) if (!LIVING.includes(mutant.status)) killed.set(`${file} ${keyOf(mutant)}`, mutant);
}
let count = 0;
for (const { file, mutant } of living) {
  const now = killed.get(`${file} ${keyOf(mutant)}`);
  if (now === undefined) continue;
  mutant.status = now.status;
  count++;
}
writeFileSync(REPORT, JSON.stringify(whole));
console.log(`${count} of ${living.length} are killed now`);
