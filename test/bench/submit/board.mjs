import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, startProgram } from './service.mjs';

const DEMO = join(import.meta.dirname, '..', '..', '..', 'config', 'demo', 'vinh-yen-2022.yaml');

const CONNECTIONS = 64;
const ROUNDS = 5;

/** Asks one route over 32 connections for `seconds`; gives the answers a second. */
async function reads(client, path, headers, seconds) {
  const ask = () => client.send('GET', path, headers, null, 200);
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
  do text = await client.send('GET', path, service.cookies[0], null, 200);
  while (JSON.parse(text).clusters.some(({ current }) => !current));
  const bare = startProgram('test/bench/submit/bare-nest.mjs', { BODY_BYTES: String(Buffer.byteLength(text)) });
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
  return { ...rates, bytes: Buffer.byteLength(text) };
}
