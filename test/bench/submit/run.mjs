import { boardReads } from './board.mjs';
import { insertRate } from './inserts.mjs';
import { burst, latency, throughput } from './scenarios.mjs';
import { Client, startService } from './service.mjs';

const per = (rate) => `${Math.round(rate).toLocaleString('en')}/s`;
const ms = (value) => `${value.toFixed(1)} ms`;
const rows = [];
function row(what, figure, limit, ratio, holds) {
  rows.push({ what, figure, limit, ratio, holds: holds ? 'yes' : 'NO' });
  process.stdout.write(`  ${what}: ${figure} (limit: ${limit}; ${ratio})\n`);
}

/** Each scenario is measured beside its limit: inserts are timed right before and right after it. */
async function besideInserts(scenario) {
  const before = await insertRate();
  const result = await scenario();
  const after = await insertRate();
  return { result, inserts: (before + after) / 2 };
}

const only = process.argv[2];
const wants = (name) => only === undefined || only === name;
const service = await startService(64);
const client = new Client(service.url, 64);
try {
  if (wants('throughput')) {
    const { result, inserts } = await besideInserts(() => throughput(service, client));
    const ratio = result / inserts;
    row(
      'sheet submissions, 40 entries each',
      per(result),
      `bare inserts ${per(inserts)}`,
      `${ratio.toFixed(2)} ≥ 0.25`,
      ratio >= 0.25,
    );
  }
  if (wants('latency')) {
    const { p50, p95, p99, behind, count } = await latency(service, client);
    row(
      `answer to visible ranking, 200/s over 20 clusters, ${count} submissions`,
      `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, ${behind} clusters behind at the end`,
      'p95 50 ms, none behind',
      `${(p95 / 50).toFixed(2)} ≤ 1`,
      p95 <= 50 && behind === 0,
    );
  }
  if (wants('burst')) {
    const { result, inserts } = await besideInserts(() => burst(service, client));
    const ratio = result.rate / inserts;
    row(
      '1,500 single-entry submissions over 200 clusters of 50, until all are ranked',
      `${per(result.rate)} (answered after ${ms(result.answered)}, ranked after ${ms(result.current)}, ${result.behind} behind)`,
      `bare inserts ${per(inserts)}`,
      `${ratio.toFixed(2)} ≥ 0.25`,
      ratio >= 0.25 && result.behind === 0,
    );
  }
  if (wants('board')) {
    const { rate, limit, bytes } = await boardReads(service, client);
    const ratio = rate / limit;
    row(
      `reads of the demo board, ${bytes} bytes, signed in`,
      per(rate),
      `bare Nest route ${per(limit)}`,
      `${ratio.toFixed(2)} ≥ 0.5`,
      ratio >= 0.5,
    );
  }
} finally {
  await client.close();
  await service.stop();
}
process.stdout.write(`\n| what | figure | limit in the same run | ratio | holds |\n|---|---|---|---|---|\n`);
for (const { what, figure, limit, ratio, holds } of rows)
  process.stdout.write(`| ${what} | ${figure} | ${limit} | ${ratio} | ${holds} |\n`);
if (rows.some(({ holds }) => holds === 'NO')) process.exitCode = 1;
