import { competition, entries } from './competition.mjs';
import { importCompetition, submit } from './service.mjs';
import { watchRankings } from './rankings.mjs';

const CRITERIA = 40;

/** Units of a campaign, those of different clusters next to each other. */
function unitsOf(clusters, unitsEach) {
  return Array.from({ length: clusters * unitsEach }, (_, i) => `C${i % clusters}-U${Math.floor(i / clusters)}`);
}

/** Runs `work(index)` for 0…count-1, at most `width` at a time. */
async function inParallel(count, width, work) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Sheets of 40 entries submitted a second, by 64 clients that each wait for their answers. */
export async function throughput(service, client, count = 6000) {
  const file = competition('throughput', 20, 50, CRITERIA);
  await importCompetition(service, client, file);
  const units = unitsOf(20, 50);
  const versions = units.map(() => 0);
  const once = async (index, seed) => {
    const unit = index % units.length;
    const answer = await submit(
      service,
      client,
      'throughput',
      units[unit],
      versions[unit],
      entries(CRITERIA, seed),
      index,
      seed,
    );
    versions[unit] = answer.version;
  };
  await inParallel(units.length, 64, (index) => once(index, index));
  const start = performance.now();
  await inParallel(count, 64, (index) => once(index, units.length + index));
  return (count / (performance.now() - start)) * 1000;
}

/** Milliseconds from each answer to the ranking that counts it, at 200 submissions a second over 20 clusters. */
export async function latency(service, client, seconds = 15, rate = 200) {
  const file = competition('latency', 20, 50, CRITERIA);
  await importCompetition(service, client, file);
  const rankings = await watchRankings(service, 'latency');
  const units = unitsOf(20, 50);
  const versions = units.map(() => 0);
  const waits = [];
  const pending = [];
  const start = performance.now();
  for (let index = 0; index < seconds * rate; index += 1) {
    const due = start + (index * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
    const unit = index % units.length;
    pending.push(
      submit(service, client, 'latency', units[unit], versions[unit], entries(CRITERIA, index), index, index).then(
        async (answer) => {
          const answered = performance.now();
          versions[unit] = answer.version;
          const visible = await rankings.reached(units[unit].split('-')[0], answer.revision);
          waits.push(Math.max(0, visible - answered));
        },
      ),
    );
  }
  await Promise.all(pending);
  const behind = await rankings.behind(service, client);
  rankings.close();
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), behind, count: waits.length };
}

/** 1,500 submissions of one entry over 200 clusters of 50 at once, until the last ranking is current. */
export async function burst(service, client, count = 1500) {
  const file = competition('burst', 200, 50, CRITERIA);
  await importCompetition(service, client, file);
  const rankings = await watchRankings(service, 'burst');
  const units = unitsOf(200, 50);
  const wanted = new Map();
  const start = performance.now();
  await inParallel(count, 64, async (index) => {
    const answer = await submit(service, client, 'burst', units[index], 0, entries(1, index), index, index);
    const cluster = units[index].split('-')[0];
    wanted.set(cluster, Math.max(wanted.get(cluster) ?? 0, answer.revision));
  });
  const answered = performance.now() - start;
  const seen = await Promise.all([...wanted].map(([cluster, revision]) => rankings.reached(cluster, revision)));
  const current = Math.max(...seen) - start;
  const behind = await rankings.behind(service, client);
  rankings.close();
  return { rate: (count / current) * 1000, answered, current, behind };
}
