import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, startProgram } from './service.mjs';

const DEMO = join(import.meta.dirname, '..', '..', '..', 'config', 'demo', 'vinh-yen-2022.yaml');

const CONNECTIONS = 64;
const ROUNDS = 5;

/** Asks one route over 32 connections for `seconds`; gives the answers a second. */
async function reads(client, path, headers, seconds) {
  const ask = () => client.drain(path, headers);
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < start + seconds * 1000) {
        await ask();
        count += 1;
      }
    }),
  );
  return (count / (performance.now() - start)) * 1000;
}

/** Reads a second of the demo competition's whole board, beside a bare Nest-on-Fastify route that sends the same bytes. */
export async function boardReads(service, client) {
  const headers = { ...service.cookies[0], 'content-type': 'application/yaml' };
  await client.send('POST', '/api/campaigns/import', headers, await readFile(DEMO), 201);
  const path = '/api/campaigns/vinh-yen-2022/board';
  let text;
  let board;
  do {
    text = await client.send('GET', path, service.cookies[0], null, 200);
    board = JSON.parse(text);
  } while (!board.campaignRewards.current || board.clusters.some(({ current }) => !current));
  const folder = await mkdtemp(join(tmpdir(), 'thidua-board-'));
  const file = join(folder, 'board.json');
  await writeFile(file, text);
  const bare = startProgram('test/bench/submit/bare-nest.mjs', { BODY_FILE: file });
  const url = await bare.ready;
  const bareClient = new Client(url, CONNECTIONS);
  const boardClient = new Client(service.url, CONNECTIONS);
  const rates = { limit: 0, rate: 0 };
  // Turn and turn about, so that both meet the same machine.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const limit = await reads(bareClient, '/api/board', {}, 1);
    const rate = await reads(boardClient, path, service.cookies[0], 1);
    if (round === 0) continue; // warms both up
    rates.limit += limit / ROUNDS;
    rates.rate += rate / ROUNDS;
  }
  await bareClient.close();
  await boardClient.close();
  await bare.stop();
  await rm(folder, { recursive: true });
  return { ...rates, bytes: Buffer.byteLength(text) };
}
