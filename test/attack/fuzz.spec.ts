import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { registeredRoutes } from '../support/routes.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { Chance } from './fuzz/chance.js';
import { makeRequest } from './fuzz/make-request.js';
import type { MadeRequest } from './fuzz/make-request.js';
import { memoryInUse } from './support/memory-in-use.js';

/** `FUZZ_REQUESTS=20000` runs long; `FUZZ_SEED` repeats what was found. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const AT_ONCE = 4;
const LONGEST_MS = 5_000;
const KEPT_MB = 8;
/** Of what is in use, from the first half of the requests to the end. */
const MOST_GROWTH = 24 * 1024 * 1024;

interface Finding {
  readonly request: MadeRequest;
  readonly told: string;
}

describe.each(DATABASES)(`requests of all kinds, by seed ${SEED}, on %s`, (database) => {
  let api: RunningApi;
  let routes: string[];
  let clients: Client[];

  beforeAll(async () => {
    const most = {
      signInsPerAddress: 1_000_000,
      signInsPerAccount: 1_000_000,
      signInsInAll: 1_000_000,
      keptMemoryMb: KEPT_MB,
    };
    api = await startApi({ database, settings: most });
    const at = { campaign: 'f' };
    const all = await api.signIn([
      { role: 'office' },
      { role: 'admin' },
      { role: 'committee' },
      { role: 'councilMember' },
    ]);
    clients = [
      all,
      await api.signIn([
        { role: 'clusterHead', ...at, cluster: 'c1' },
        { role: 'unitOfficer', ...at, cluster: 'c1', unit: 'u1' },
      ]),
      api.anonymous(),
    ];
    const entries = [...ofUnit('u1', selfScore(50)), ...ofUnit('u2', selfScore(40)), ...ofUnit('v1', selfScore(30))];
    const file = smallCompetition({
      code: 'f',
      clusters: { c1: ['u1', 'u2'], c2: ['v1'] },
      entries,
      rewards: TWO_REWARDS,
    });
    expect((await all.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
    // Reading is tried as often as all that changes something together.
    const each = registeredRoutes(api.app.getHttpAdapter()).filter((route) => !route.endsWith('*'));
    const changing = each.filter((route) => !route.startsWith('GET'));
    routes = [...each, ...changing, ...changing, 'GET /api/none', 'POST /api/none', 'GET /', 'GET /assets/x'];
  });
  afterAll(() => api?.stop());

  const send = async (client: Client, request: MadeRequest): Promise<string | undefined> => {
    const { method, path, body, headers } = request;
    const own = client.sessionHeaders(method);
    // An ended session would leave the rest of the run without its caller.
    if (method === 'DELETE') delete own['x-csrf-token'];
    const began = performance.now();
    const answer = await fetch(client.url + path, {
      method,
      body,
      headers: { ...own, ...headers },
      signal: AbortSignal.timeout(4 * LONGEST_MS),
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await answer.text();
    if (isStream) await answer.body!.cancel();
    const ms = performance.now() - began;
    if (answer.status >= 500) return `${answer.status} ${text}`;
    if (ms > LONGEST_MS) return `${answer.status} after ${Math.round(ms)} ms`;
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
    if (answer.status >= 400 && !isProblem) return `${answer.status} without problem details: ${text.slice(0, 200)}`;
    return undefined;
  };

  it('are answered without a failure, and in time', async () => {
    const findings: Finding[] = [];
    let number = 0;
    const run = async (upTo: number) => {
      while (number < upTo) {
        const own = (number += 1);
        const chance = new Chance(SEED * 1_000_003 + own);
        const request = makeRequest(chance, chance.of(routes), own);
        const told = await send(chance.of(clients), request).catch((error: Error) => {
          // What fetch itself does not send is no request.
          return error instanceof TypeError && /ByteString|header/i.test(String(error.cause ?? error))
            ? undefined
            : String(error.cause ?? error);
        });
        if (told !== undefined) findings.push({ request: { ...request, body: request.body?.slice(0, 500) }, told });
      }
    };
    const runs = (upTo: number) => Promise.all(Array.from({ length: AT_ONCE }, () => run(upTo)));
    // What is kept is filled, and all code loaded, by the first half.
    await runs(REQUESTS / 2);
    const before = memoryInUse();
    await runs(REQUESTS);
    expect(findings.slice(0, 5)).toEqual([]);
    const growth = memoryInUse() - before;
    if (process.env['FUZZ_REQUESTS'])
      console.info(
        `${REQUESTS} requests on ${database}: ${Math.round(growth / 1024)} KiB more in use after the second half`,
      );
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect((await clients[0]!.get('/api/session')).status).toBe(200);
    await api.settled();
  });
});
