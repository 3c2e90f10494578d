import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { competition, entries } from '../submit/competition.mjs';
import { Client, importCompetition, startService, submit } from '../submit/service.mjs';

/**
 * What officers feel while strangers attack: npm run bench:attack. One process, SQLite, private Redis. Officers submit and
 * read boards at rest and again while 256 clients send wrong passwords, 64 send bodies of 200,000 keys and 60 drip theirs,
 * from a process of their own.
 */
const CRITERIA = 40;
const SECONDS = 20;
const UNITS = 50;
const CLUSTERS = 20;
const OFFICERS = 8;
/** What an officer waits between two acts. */
const PAUSE_MS = 40;

const service = await startService(OFFICERS);
const client = new Client(service.url, OFFICERS);
const units = Array.from({ length: CLUSTERS * UNITS }, (_, i) => `C${i % CLUSTERS}-U${Math.floor(i / CLUSTERS)}`);
const versions = units.map(() => 0);
let acknowledged = 0;
let seed = 0;

const quantile = (times, q) => times[Math.floor((times.length - 1) * q)];
const residentMib = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))[1]) / 1024;

/** Each officer submits a sheet, reads the board, waits a moment, and again. Times of both in milliseconds, ascending. */
async function work(seconds) {
  const times = { submit: [], read: [] };
  let memory = 0;
  const until = performance.now() + seconds * 1000;
  const timed = async (list, act) => {
    const start = performance.now();
    await act();
    list.push(performance.now() - start);
  };
  const officer = async (number) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const unit = (turn * OFFICERS + number) % units.length;
      seed += 1;
      const own = seed;
      await timed(times.submit, async () => {
        const answer = await submit(
          service,
          client,
          'attack',
          units[unit],
          versions[unit],
          entries(CRITERIA, own),
          number,
          own,
        );
        versions[unit] = answer.version;
        acknowledged += 1;
      });
      await timed(times.read, () => client.drain('/api/campaigns/attack/board', service.cookies[number]));
      memory = Math.max(memory, residentMib());
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: OFFICERS }, (_, number) => officer(number)));
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return { ...times, memory };
}

/** How many submissions of the campaign the service knows, by the versions of its sheets. */
async function stored() {
  let sum = 0;
  for (const unit of units) {
    const path = `/api/campaigns/attack/units/${unit}/sheets/self`;
    const sheet = JSON.parse(await client.send('GET', path, service.cookies[0], null, 200));
    sum += sheet.version;
  }
  return sum;
}

let holds = true;
function judge(what, value, bound) {
  const good = value <= bound;
  holds &&= good;
  process.stdout.write(`${good ? 'yes' : 'NO '}  ${what}: ${value.toFixed(2)} (at most ${bound})\n`);
}

try {
  await importCompetition(service, client, competition('attack', CLUSTERS, UNITS, CRITERIA));
  await work(SECONDS / 2);
  const rest = await work(SECONDS);
  const attackers = fork(new URL('attackers.mjs', import.meta.url), [service.url]);
  await once(attackers, 'message');
  const attacked = await work(SECONDS);
  attackers.send('stop');
  const [answers] = await once(attackers, 'message');
  attackers.disconnect();
  await work(SECONDS / 2);
  const after = residentMib();
  process.stdout.write(`answers to the attackers: ${JSON.stringify(answers)}\n`);
  for (const act of ['submit', 'read']) {
    const of = (times) => `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
    process.stdout.write(`${act}: at rest ${of(rest[act])}; attacked ${of(attacked[act])}\n`);
    judge(`${act} p95, times that at rest`, quantile(attacked[act], 0.95) / quantile(rest[act], 0.95), 5);
  }
  process.stdout.write(
    `memory: at rest ${rest.memory.toFixed(0)} MiB, attacked ${attacked.memory.toFixed(0)}, after ${after.toFixed(0)}\n`,
  );
  judge('memory, times that at rest', attacked.memory / rest.memory, 2);
  judge('memory afterwards, times that at rest', after / rest.memory, 1.5);
  const kept = await stored();
  process.stdout.write(`${acknowledged} submissions acknowledged, ${kept} stored\n`);
  judge('submissions lost', Math.abs(acknowledged - kept), 0);
} finally {
  await client.close();
  await service.stop();
}
process.exitCode = holds ? 0 : 1;
