import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, startProgram } from './service.mjs';

const DEMO = join(import.meta.dirname, '..', '..', '..', 'config', 'demo', 'vinh-yen-2022.yaml');

/** Answers a second to one route asked over 32 connections. */
async function reads(url, path, headers, seconds = 5) {
  const client = new Client(url, 32);
  const ask = () => client.send('GET', path, headers, null, 200);
  for (let index = 0; index < 300; index += 1) await ask();
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() < end) {
        await ask();
        count += 1;
      }
    }),
  );
  const rate = (count / (performance.now() - start)) * 1000;
  await client.close();
  return rate;
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
  const limit = await reads(url, '/api/board', {});
  const rate = await reads(service.url, path, service.cookies[0]);
  await bare.stop();
  return { rate, limit, bytes: Buffer.byteLength(text) };
}
