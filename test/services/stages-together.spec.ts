import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import type { Client } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

const UNITS = Array.from({ length: 12 }, (_, index) => `u${index}`);

describe.each(DATABASES)('two stages of a unit submitted at the same moment, on %s', (database) => {
  let api: RunningApi;
  let office: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  it('are judged by each other: a correction never stands beside a figure it was not made for', async () => {
    const file = smallCompetition({
      code: 'cung-luc',
      clusters: { c1: UNITS },
      entries: UNITS.flatMap((unit) => ofUnit(unit, selfScore(10))),
    });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    const everybody = await api.signIn([
      { role: 'clusterHead', campaign: 'cung-luc', cluster: 'c1' },
      ...UNITS.map((unit) => ({ role: 'unitOfficer' as const, campaign: 'cung-luc', cluster: 'c1', unit })),
    ]);
    const answers = await Promise.all(
      UNITS.map((unit) =>
        Promise.all([
          // The unit changes its figure while the cluster agrees with the old one and so gives no reason.
          everybody.submit({ campaign: 'cung-luc', unit, stage: 'self' }, { version: 1, entries: selfScore(11) }),
          everybody.submit(
            { campaign: 'cung-luc', unit, stage: 'cluster' },
            { version: 0, entries: [{ criterion: 'A', points: 10 }] },
          ),
        ]),
      ),
    );
    expect(answers.map((pair) => pair.map(({ status }) => status).toSorted())).toEqual(UNITS.map(() => [201, 422]));
    await api.settled();
    const document = await office.read<JsonObject>('/api/campaigns/cung-luc/file');
    expect(await office.read('/api/campaigns/cung-luc/result')).toEqual(scoreOf(document));
  });
});
