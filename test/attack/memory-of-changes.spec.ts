import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeptMemory } from '@thidua/platform';
import type { Client } from '../support/client.js';
import { selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, METRICS_TOKEN, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { memoryInUse } from './support/memory-in-use.js';

const MIB = 1024 * 1024;
const KEPT_MB = 2;
const CHANGES = 40;
const UNITS = 1_000;

describe.each(DATABASES)('memory on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi({ database, settings: { keptMemoryMb: KEPT_MB } });
    office = await api.signIn([{ role: 'office' }]);
    const units = (cluster: number) => Array.from({ length: UNITS / 10 }, (_, n) => `c${cluster}-u${n}`);
    const clusters = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`c${n}`, units(n)]));
    expect((await office.import(JSON.stringify(smallCompetition({ code: 'm', clusters })), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign: 'm', cluster: 'c0', unit: 'c0-u0' }]);
    await api.settled();
  });
  afterAll(() => api?.stop());

  async function changeAndRead(from: number, count: number): Promise<number> {
    let bytes = 0;
    for (let version = from; version < from + count; version += 1) {
      const entries = selfScore(version % 100);
      expect((await officer.submit({ campaign: 'm', unit: 'c0-u0', stage: 'self' }, { version, entries })).status).toBe(
        201,
      );
      const answer = await office.get<object>('/api/campaigns/m/board');
      expect(answer.status).toBe(200);
      bytes += JSON.stringify(answer.body).length;
    }
    return bytes;
  }

  it('does not grow with the number of changes that were looked at', async () => {
    await changeAndRead(0, 10);
    const before = memoryInUse();
    const shown = await changeAndRead(10, CHANGES);
    const grown = memoryInUse() - before;
    // All of it kept would be many times as much.
    expect(shown).toBeGreaterThan(5 * KEPT_MB * MIB);
    expect(grown).toBeLessThan((KEPT_MB + 4) * MIB);
  });

  it('that is kept stays within its bounds, and is told by the metrics', async () => {
    const usage = api.get<KeptMemory>(KeptMemory).usage();
    expect(usage.map(({ name }) => name).toSorted()).toEqual(
      ['boardPieces', 'boards', 'clusters', 'freshness', 'rules', 'sessions'].toSorted(),
    );
    expect(usage.filter(({ bytes, limit }) => bytes > limit)).toEqual([]);
    expect(usage.reduce((sum, { limit }) => sum + limit, 0)).toBe(KEPT_MB * MIB);
    const { body } = await api.anonymous().get<string>('/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    for (const { name, limit } of usage) {
      expect(body).toMatch(new RegExp(`^thidua_kept_bytes\\{cache="${name}"\\} \\d+$`, 'm'));
      expect(body).toContain(`thidua_kept_bytes_limit{cache="${name}"} ${limit}`);
    }
    expect(usage.find(({ name }) => name === 'clusters')!.bytes).toBeGreaterThan(0);
  });
});
