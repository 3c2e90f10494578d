import { createHash } from 'node:crypto';
import * as plain from './workload.mjs';

const UPDATES = 1000;
/** Changes of one turn. */
const TURN = 500;
/** Full computations a figure is the median of: enough for the machine code to settle, few where they are long. */
const REPEATS = { least: 3, most: 40, milliseconds: 6000 };
const MORE = { least: 1, most: Infinity, milliseconds: 500 };

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)];
const digest = (...arrays) => arrays.reduce((sum, each) => sum.update(each), createHash('sha256')).digest('hex');

/** Waits only for those that answer later: a wait has a cost of its own. */
async function timed(work) {
  const start = performance.now();
  const answer = work();
  const value = answer instanceof Promise ? await answer : answer;
  return { time: performance.now() - start, value };
}

/** The median of the same work over and again. */
async function repeat(work, before, { least, most, milliseconds } = REPEATS) {
  const times = [];
  const until = performance.now() + milliseconds;
  while (times.length < least || (times.length < most && performance.now() < until)) {
    before?.();
    times.push((await timed(work)).time);
  }
  return quantile(times, 0.5);
}

const [name, units] = [process.argv[2], Number(process.argv[3])];
const { open, workload = plain } = await import(`./contenders/${name}.mjs`);
const { changes, CLUSTER, figures } = workload;
const { time: load, value: contender } = await timed(() => open(figures(units), units));

const fullTime = (repeats) => repeat(() => contender.full(), contender.beforeFull, repeats);

async function measure() {
  const median = await fullTime();
  const out = { totals: new Int32Array(units), ranks: new Int32Array(units), awards: new Int32Array(units) };
  contender.readFull(out);
  const full = digest(out.totals, out.ranks, out.awards);

  contender.startUpdates();
  const totals = new Int32Array(CLUSTER);
  const ranks = new Int32Array(CLUSTER);
  const followed = createHash('sha256');
  const updates = [];
  for (const change of changes(units, UPDATES)) {
    const { time, value } = await timed(() => contender.update(change));
    updates.push(time);
    contender.readUpdate(value, totals, ranks);
    followed.update(totals).update(ranks);
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  return {
    load,
    full: median,
    p50: quantile(updates, 0.5),
    p99: quantile(updates, 0.99),
    memory,
    // Last, so that a document of texts does not count as memory that the others do without.
    written: contender.write && (await repeat(() => contender.write())),
    results: { full, updates: followed.digest('hex') },
  };
}

/** One change to a current ranking, the median of so many: asked again and again, in turns with others. */
let turns;
function update() {
  contender.startUpdates();
  turns ??= changes(units, TURN * 40);
  const times = turns.splice(0, TURN).map((change) => {
    const start = performance.now();
    contender.update(change);
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}

const answers = { measure, full: () => fullTime(MORE), update };
process.on('message', async (asked) => process.send(await answers[asked]()));
