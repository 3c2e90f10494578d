import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** The engine beside its limit and two other ways to compute the same: npm run bench:scoring [-- LARGEST N]. */
const here = import.meta.dirname;
const SIZES = [100, 1000, 10_000, 100_000];
const CONTENDERS = [
  { name: 'engine', label: 'engine', most: Infinity },
  { name: 'loop', label: 'typed-array loop', most: Infinity },
  { name: 'sheet', label: 'HyperFormula', most: 10_000 },
  { name: 'sqlite', label: 'SQLite', most: Infinity },
];
/** The engine and its limit on the workload with groups, rounds, a panel, facts and a share of the next class. */
const PLUS = ['engine-plus', 'loop-plus'];
const PLUS_UNITS = 10_000;
/** Turns that growth is the median of, after some for the machine code to settle. */
const ROUNDS = 9;
const WARM = 3;

function installSheet() {
  if (existsSync(`${here}/node_modules/hyperformula`)) return;
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here, stdio: 'inherit' });
}

/** Each contender has a process of its own, so that its memory is its own. */
function start(name, units) {
  const child = fork(`${here}/contender.mjs`, [name, String(units)], { execArgv: ['--max-old-space-size=16384'] });
  const ended = new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} of ${units} units ended with ${code}`)));
  });
  ended.catch(() => undefined);
  return {
    async ask(question) {
      child.send(question);
      const [answer] = await Promise.race([once(child, 'message'), ended]);
      return answer;
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}

async function measure(name, units) {
  const contender = start(name, units);
  const answer = await contender.ask('measure');
  await contender.stop();
  return answer;
}

/** How the time grows from one size to a larger one: both in turns, so that a noisy minute is in both. */
async function growth(name, small, large) {
  const pair = [start(name, small), start(name, large)];
  const ratios = [];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const times = [];
    for (const contender of pair) times.push(await contender.ask('full'));
    if (round >= WARM) ratios.push(times[1] / times[0]);
  }
  await Promise.all(pair.map((contender) => contender.stop()));
  return ratios.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2];
}

/** The engine's times as multiples of the loop's, both in turns, once the two are seen to give the same. */
async function measurePlus() {
  const [measured, limit] = [await measure(PLUS[0], PLUS_UNITS), await measure(PLUS[1], PLUS_UNITS)];
  checkSame([
    { label: PLUS[0], ...measured },
    { label: PLUS[1], ...limit },
  ]);
  const pair = PLUS.map((name) => start(name, PLUS_UNITS));
  const ratios = { full: [], update: [] };
  for (let round = 0; round < WARM + ROUNDS; round++) {
    for (const asked of Object.keys(ratios)) {
      const [own, loop] = [await pair[0].ask(asked), await pair[1].ask(asked)];
      if (round >= WARM) ratios[asked].push(own / loop);
    }
  }
  await Promise.all(pair.map((contender) => contender.stop()));
  const median = (values) => values.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2];
  return { ...measured, limit, fullRatio: median(ratios.full), updateRatio: median(ratios.update) };
}

function printPlus({ full, p50, memory, limit, fullRatio, updateRatio }) {
  process.stdout.write(
    `
${PLUS_UNITS.toLocaleString('en')} units × 60 criteria × 4 rounds, with groups, minus criteria, a panel, facts and a share of the next class
` +
      `engine: full ${time(full)}, one change p50 ${time(p50)}, peak memory ${mebibytes(memory)}
` +
      `loop:   full ${time(limit.full)}, one change p50 ${time(limit.p50)}, peak memory ${mebibytes(limit.memory)}
` +
      `in turns: full ${times(fullRatio, 1)}, one change ${times(updateRatio, 1)} the loop
`,
  );
}

/** No time is worth printing of a computation that gives something else. */
function checkSame(measured) {
  const [first, ...others] = measured;
  for (const other of others) {
    for (const part of ['full', 'updates']) {
      if (other.results[part] === first.results[part]) continue;
      throw new Error(`${other.label} and ${first.label} differ in the totals or ranks of ${part}`);
    }
  }
}

const three = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));
const time = (ms) => (ms < 1 ? `${three(ms * 1000)} µs` : ms < 10_000 ? `${three(ms)} ms` : `${three(ms / 1000)} s`);
const mebibytes = (bytes) => `${three(bytes / 2 ** 20)} MiB`;
const times = (value, by) => `${three(value / by)} ×`;

function table(units, measured) {
  const loop = measured.find(({ name }) => name === 'loop');
  const head = [
    '',
    'load',
    'full',
    'of loop',
    'one change p50',
    'p99',
    'of loop (p50)',
    'peak memory',
    'full, written',
  ];
  const rows = measured.map((each) => [
    each.label,
    time(each.load),
    time(each.full),
    times(each.full, loop.full),
    time(each.p50),
    time(each.p99),
    times(each.p50, loop.p50),
    mebibytes(each.memory),
    each.written === undefined ? '' : time(each.written),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (row) => row.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ');
  const count = units.toLocaleString('en');
  process.stdout.write(`\n${count} units × 60 criteria, all totals, ranks and proposals the same\n`);
  for (const row of [head, ...rows]) process.stdout.write(`${line(row)}\n`);
}

/** What is asked of the engine, at 10,000 units and from there to 100,000. */
function judge(bySize, grown, plus) {
  const of = (units, name) => bySize.get(units)?.find((each) => each.name === name);
  const [engine, loop, sheet] = ['engine', 'loop', 'sheet'].map((name) => of(10_000, name));
  if (engine === undefined) return true;
  const asked = [
    ['full: times the loop', engine.full / loop.full, 'at most', 3],
    ['full: times faster than HyperFormula', sheet.full / engine.full, 'at least', 100],
    ['one change p50: times the loop', engine.p50 / loop.p50, 'at most', 10],
    ['one change p50: times faster than HyperFormula', sheet.p50 / engine.p50, 'at least', 30],
    ['peak memory: share of HyperFormula', engine.memory / sheet.memory, 'at most', 0.1],
    ...(plus
      ? [
          ['with all features, full: times the loop', plus.fullRatio, 'at most', 3],
          ['with all features, one change p50: times the loop', plus.updateRatio, 'at most', 15],
        ]
      : []),
    ...(grown ? [['full: 100,000 units, times 10,000 units', grown.engine, 'at most', 12]] : []),
  ];
  process.stdout.write('\nAsked at 10,000 units\n');
  let holds = true;
  for (const [what, value, side, bound] of asked) {
    const good = side === 'at most' ? value <= bound : value >= bound;
    holds &&= good;
    process.stdout.write(`${good ? 'yes' : 'NO '}  ${what}: ${three(value)} (${side} ${bound})\n`);
  }
  return holds;
}

const largest = Number(process.argv[2] ?? SIZES.at(-1));
if (!(largest >= SIZES[0])) throw new TypeError(`the largest number of units is a number of at least ${SIZES[0]}`);
installSheet();
const bySize = new Map();
for (const units of SIZES.filter((size) => size <= largest)) {
  const measured = [];
  for (const contender of CONTENDERS.filter(({ most }) => units <= most)) {
    measured.push({ ...contender, ...(await measure(contender.name, units)) });
  }
  checkSame(measured);
  bySize.set(units, measured);
  table(units, measured);
}
let grown;
if (bySize.has(100_000)) {
  grown = { engine: await growth('engine', 10_000, 100_000), loop: await growth('loop', 10_000, 100_000) };
  const { engine, loop } = grown;
  process.stdout.write(
    `\nFrom 10,000 to 100,000 units: engine ${times(engine, 1)}, typed-array loop ${times(loop, 1)}\n`,
  );
}
let plus;
if (largest >= PLUS_UNITS) printPlus((plus = await measurePlus()));
process.exitCode = judge(bySize, grown, plus) ? 0 : 1;
