import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

/** Codes that every object has as members; a code may be any of them. */
const [A, B, C, D, E] = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

/** Two clusters of two units, with stages, rounds, facts, classes and rewards, all called so. */
const FILE = {
  format: 'thidua/1',
  campaign: { code: A, name: 'Phong trào', from: '2022-01-01', to: '2022-12-31' },
  asOf: '2022-12-31',
  stages: [
    { code: A, name: 'Tự chấm', by: 'unit' },
    { code: B, name: 'Cụm chấm', by: 'cluster' },
  ],
  rounds: [
    { code: A, name: 'Kỳ 1', from: '2022-01-01', to: '2022-06-30' },
    { code: B, name: 'Kỳ 2', from: '2022-07-01', to: '2022-12-31' },
  ],
  combine: { how: 'mean' },
  scales: [
    {
      code: A,
      version: 1,
      name: 'Thang điểm',
      parts: [
        {
          code: A,
          name: 'Phần',
          max: 100,
          criteria: [
            { code: B, name: 'Điểm', max: 90, rule: { kind: 'direct' } },
            {
              code: C,
              name: 'Công thức',
              max: 10,
              rule: { kind: 'formula', inputs: [D], params: [E], expr: `min(full, ${D} + ${E})` },
            },
          ],
        },
      ],
    },
  ],
  facts: [],
  clusters: [
    {
      code: A,
      name: 'Cụm A',
      scale: A,
      units: [
        { code: A, name: 'Đơn vị A', params: { [E!]: 1 } },
        { code: B, name: 'Đơn vị B', params: { [E!]: 2 } },
      ],
    },
    {
      code: B,
      name: 'Cụm B',
      scale: A,
      units: [
        { code: C, name: 'Đơn vị C', params: { [E!]: 3 } },
        { code: D, name: 'Đơn vị D', params: { [E!]: 4 } },
      ],
    },
  ],
  classes: [
    { code: A, name: 'Tốt', minTotal: 80, maxShare: { percent: 50, scope: 'campaign' } },
    { code: B, name: 'Khác' },
  ],
  rewards: [
    { code: A, name: 'Cờ', scope: 'cluster', quota: { count: 1 } },
    { code: B, name: 'Bằng khen', scope: 'campaign', quota: { count: 2 }, excludes: [A] },
    {
      code: C,
      name: 'Giấy khen',
      scope: 'campaign',
      quota: { percent: 50, of: 'ranked' },
      when: { inputs: { [D!]: 'total' }, expr: `${D} > 10` },
    },
  ],
  entries: [A, B, C, D].flatMap((unit, index) =>
    [A, B].flatMap((round) => [
      { unit, round, criterion: B, points: 60 + 5 * index },
      { unit, round, criterion: C, inputs: { [D!]: index } },
    ]),
  ),
};

describe.each(DATABASES)('codes that are members of every object, on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database });
  });
  afterAll(() => api?.stop());

  it('name what they name, from the file to the decision', async () => {
    const office = await api.signIn([{ role: 'office' }]);
    const { facts: _, ...file } = FILE;
    expect(await office.import(JSON.stringify(file), 'json')).toMatchObject({ status: 201 });
    await api.settled();
    const url = (rest: string) => `/api/campaigns/${A}/${rest}`;
    expect(await office.read<ResultDocument>(url('result'))).toEqual(
      scoreOf(await office.read<JsonObject>(url('file'))),
    );

    const officer = await api.signIn([{ role: 'unitOfficer', campaign: A, cluster: A, unit: A }]);
    const sheet = { campaign: A!, unit: A!, stage: A!, round: A! };
    const shown = await officer.read<{ version: number; parts: { criteria: { code: string; points: string }[] }[] }>(
      `${sheetPath(sheet)}?round=${A}`,
    );
    expect(JSON.stringify(shown)).not.toContain('[native code]');
    const entries = [
      { criterion: B, points: 89 },
      { criterion: C, inputs: { [D!]: 5 } },
    ];
    expect((await officer.submit(sheet, { version: shown.version, entries })).status).toBe(201);
    await api.settled();
    expect(await office.read<ResultDocument>(url('result'))).toEqual(
      scoreOf(await office.read<JsonObject>(url('file'))),
    );

    const committee = await api.signIn([{ role: 'committee', campaign: A }]);
    const board = await committee.read<{
      clusters: { code: string; revision: number; current: boolean; standings: { class: string }[] }[];
    }>(url('board'));
    expect(
      board.clusters.map(({ code, current, standings }) => [
        code,
        current,
        standings.every((each) => [A, B].includes(each.class)),
      ]),
    ).toEqual([
      [A, true, true],
      [B, true, true],
    ]);
    const { revision } = board.clusters[0]!;
    const reviewed = await committee.post(url(`clusters/${A}/reviews`), { revision, seen: null, outcome: 'endorse' });
    expect(reviewed.status).toBe(201);
    const council = await api.signIn([{ role: 'councilMember', campaign: A }]);
    const proposals = await council.read<{ id: number; revision: number; rewardName: string }[]>(url('proposals'));
    expect(proposals.map(({ rewardName }) => rewardName)).toEqual(['Cờ']);
    const { id, revision: of } = proposals[0]!;
    expect((await council.post(url(`proposals/${id}/decision`), { revision: of, outcome: 'approve' })).status).toBe(
      201,
    );
  });
});
