import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { entryFor, rulesFor } from './contenders/engine.mjs';
import { open } from './contenders/loop.mjs';
import { CRITERIA, figures } from './workload.mjs';

/** `thidua score` on a large file, as an operator runs it: npm run bench:file [-- UNITS]. */
const ASKED = { units: 10_000, seconds: 6, mebibytes: 1536 };
const RUNS = 3;
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const CLI = pathOf('../../../apps/cli/bin/thidua.mjs');

function makeFile(path, units, values) {
  const entries = Array.from({ length: units * CRITERIA }, (_, i) =>
    entryFor(Math.floor(i / CRITERIA), i % CRITERIA, values[i]),
  );
  writeFileSync(path, JSON.stringify({ ...rulesFor(units), entries }));
}

/** Runs a program of Node; `told` is what it wrote to the fourth channel. Its output goes to a file, as a shell's `>`. */
async function run(args, output) {
  const start = performance.now();
  const printed = openSync(output, 'w');
  const child = spawn(process.execPath, args, { stdio: ['ignore', printed, 'inherit', 'pipe'] });
  closeSync(printed);
  const [told, [status]] = await Promise.all([text(child.stdio[3]), once(child, 'close')]);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, told: JSON.parse(told) };
}

/** The typed-array loop computes the same from the figures: the printed result has its totals, ranks and proposals. */
function checkResult(result, values, units) {
  const contender = open(values, units);
  contender.full();
  const expected = { totals: new Int32Array(units), ranks: new Int32Array(units), awards: new Int32Array(units) };
  contender.readFull(expected);
  const proposed = new Int32Array(units);
  for (const row of result.rewards) for (const unit of row.proposed) proposed[unit.slice(1)] |= 1 << row.code;
  const seen = new Set();
  for (const { unit, total, rank, criteria } of result.clusters.flatMap(({ standings }) => standings)) {
    const index = Number(unit.slice(1));
    const same =
      total === (expected.totals[index] / 100).toFixed(2) &&
      rank === expected.ranks[index] &&
      proposed[index] === expected.awards[index] &&
      Object.keys(criteria).length === CRITERIA;
    if (!same) throw new Error(`unit ${unit} has another result than the loop's`);
    seen.add(unit);
  }
  if (seen.size !== units) throw new Error(`${seen.size} units in the result, not ${units}`);
}

function checkReport(report, units) {
  const lines = report.split('\n').filter((line) => /^ *\d+  /.test(line)).length;
  if (lines !== units) throw new Error(`${lines} units in the report, not ${units}`);
}

const units = Number(process.argv[2] ?? ASKED.units);
const folder = mkdtempSync(join(tmpdir(), 'thidua-large-file-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'competition.json');
const output = join(folder, 'output');
const values = figures(units);
makeFile(file, units, values);
const size = Math.round(statSync(file).size / 2 ** 20);
process.stdout.write(`${units} units, ${units * CRITERIA} entries, ${size} MiB of JSON\n`);

let holds = true;
for (const options of [['--json'], []]) {
  for (let i = 0; i < RUNS; i++) {
    const args = ['--import', pathOf('large-file-peak.mjs'), CLI, 'score', file, ...options];
    const { seconds, told } = await run(args, output);
    const written = readFileSync(output, 'utf8');
    if (options.length > 0) checkResult(JSON.parse(written), values, units);
    else checkReport(written, units);
    const mebibytes = told.bytes / 2 ** 20;
    const good = seconds <= ASKED.seconds && mebibytes <= ASKED.mebibytes;
    if (units === ASKED.units) holds &&= good;
    const figure = `${seconds.toFixed(2)} s wall, ${told.seconds.toFixed(2)} s of processors, ${mebibytes.toFixed(0)} MiB`;
    process.stdout.write(`thidua score ${options.join(' ').padEnd(6)}  ${figure} at most\n`);
  }
}
const { told } = await run([pathOf('large-file-split.mjs'), file], output);
process.stdout.write(`${told.map(([step, ms]) => `${step} ${Math.round(ms)} ms`).join(', ')}\n`);
if (units === ASKED.units) {
  process.stdout.write(`${holds ? 'yes' : 'NO '}  at most ${ASKED.seconds} s and ${ASKED.mebibytes} MiB, every run\n`);
}
process.exitCode = holds ? 0 : 1;
