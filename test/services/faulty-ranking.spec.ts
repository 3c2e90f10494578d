import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface Cluster {
  code: string;
  revision: number;
  faults: { rule: string; unit: string }[];
}

const campaign = 'chia-0';

/** Whether a condition divides by zero hangs on what everybody enters: a sheet by itself cannot be refused for it. */
describe.each(DATABASES)('a condition that divides by zero once somebody has submitted, on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let committee: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
    const when = { inputs: { a: 'criterion:A' }, expr: '100 / a >= 1' };
    const file = smallCompetition({
      code: campaign,
      clusters: { c1: ['t1', 't2'], c2: ['n1'] },
      entries: ['t1', 't2', 'n1'].flatMap((unit) => ofUnit(unit, selfScore(50))),
      rewards: [{ code: 'khen', name: 'Giấy khen', quota: { count: 1 } }],
      more: {
        classes: [
          { code: 'tot', name: 'Tốt', when },
          { code: 'dat', name: 'Đạt' },
        ],
      } as unknown as JsonObject,
    });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    committee = await api.signIn([{ role: 'committee', campaign }]);
    officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c1', unit: 't1' }]);
    await api.settled();
  });
  afterAll(() => api?.stop());

  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const clusters = async () => (await committee.read<{ clusters: Cluster[] } & JsonObject>(url('board'))).clusters;
  const endorse = async (code: string) => {
    const { revision } = (await clusters()).find((each) => each.code === code)!;
    return committee.post<ProblemBody>(url(`clusters/${code}/reviews`), { revision, seen: null, outcome: 'endorse' });
  };
  const submit = async (version: number, points: number) => {
    const place = { campaign, unit: 't1', stage: 'self' };
    expect((await officer.submit(place, { version, entries: selfScore(points) })).status).toBe(201);
    await api.settled();
  };

  it('is told on the board, and nothing is decided by it until the figures are mended', async () => {
    await submit(1, 0);
    expect((await clusters()).map(({ code, faults }) => [code, faults])).toEqual([
      ['c1', [{ rule: 'Tốt', unit: 'Đơn vị t1' }]],
      ['c2', []],
    ]);
    const refused = await endorse('c1');
    expect(refused).toMatchObject({ status: 409, body: { code: 'ranking.faulty' } });
    expect(refused.body.errors).toMatchObject([{ code: 'condition.divisionByZero', path: 'classes[0].when' }]);
    const result = await office.get<ProblemBody>(url('result'));
    expect(result).toMatchObject({ status: 409, body: { code: 'ranking.faulty' } });
    // Another cluster does not rest on it.
    expect((await endorse('c2')).status).toBe(201);

    await submit(2, 80);
    expect((await clusters()).map(({ faults }) => faults)).toEqual([[], []]);
    expect((await endorse('c1')).status).toBe(201);
    expect(await office.read<ResultDocument>(url('result'))).toEqual(
      scoreOf(await office.read<JsonObject>(url('file'))),
    );
  });
});
