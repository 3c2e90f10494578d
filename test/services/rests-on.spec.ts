import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import type { Client, ProblemBody } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface Group {
  revision: number;
  requestedRevision: number;
  current: boolean;
  review: { id: number; current: boolean } | null;
}

interface Board {
  clusters: (Group & { code: string; settled: boolean })[];
  campaignRewards: Group;
}

interface Proposal {
  id: number;
  reward: string;
  unit: string;
  revision: number;
  current: boolean;
}

let campaigns = 0;

/** `xa` and `khoi` hold collectives, `truong` the heads of those of `xa`, who alone may have the campaign's reward. */
function heads(code: string): string {
  const scores = { x1: 90, x2: 80, k1: 70, n1: 60, n2: 50 };
  const file = smallCompetition({
    code,
    clusters: { xa: ['x1', 'x2'], khoi: ['k1'], truong: ['n1', 'n2'] },
    entries: Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points))),
    rewards: [
      { code: 'co', name: 'Cờ', scope: 'cluster', for: 'collective', quota: { count: 1 } },
      { code: 'bang', name: 'Bằng khen', scope: 'campaign', for: 'individual', quota: { count: 1 }, classes: ['tot'] },
    ],
    more: {
      classes: [
        { code: 'tot', name: 'Tốt', minTotal: 100 },
        { code: 'khac', name: 'Khác' },
      ],
    } as unknown as JsonObject,
  }) as unknown as { clusters: { code: string; units: Record<string, unknown>[] }[] };
  file.clusters[2]!.units = [
    { code: 'n1', name: 'Người đứng đầu 1', kind: 'individual', headOf: 'x1' },
    { code: 'n2', name: 'Người đứng đầu 2', kind: 'individual', headOf: 'x2' },
  ];
  return JSON.stringify(file);
}

describe.each(DATABASES)('what a review and an award rest on, on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let campaign: string;
  let officer: Client;
  let committee: Client;
  let council: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  beforeEach(async () => {
    campaign = `dua${campaigns++}`;
    expect((await office.import(heads(campaign), 'json')).body).toMatchObject({ campaign });
    officer = await api.signIn(
      [
        ['xa', 'x1'],
        ['khoi', 'k1'],
        ['truong', 'n1'],
      ].map(([cluster, unit]) => ({ role: 'unitOfficer' as const, campaign, cluster, unit })),
    );
    committee = await api.signIn([{ role: 'committee', campaign }]);
    council = await api.signIn([{ role: 'councilMember', campaign }]);
    await api.settled();
    const before = await board();
    for (const [path, { revision }] of [
      ...before.clusters.map((each) => [`/clusters/${each.code}/reviews`, each] as const),
      ['/reviews', before.campaignRewards] as const,
    ]) {
      const answer = await committee.post(`/api/campaigns/${campaign}${path}`, {
        revision,
        seen: null,
        outcome: 'endorse',
      });
      expect([path, answer.status]).toEqual([path, 201]);
    }
  });

  const board = () => committee.read<Board>(`/api/campaigns/${campaign}/board`);
  const standing = async () => {
    const { clusters, campaignRewards } = await board();
    return Object.fromEntries([
      ...clusters.map(({ code, review }) => [code, review?.current]),
      ['campaign', campaignRewards.review?.current],
    ]) as Record<string, boolean>;
  };
  const submit = async (unit: string, points: number) => {
    const answer = await officer.submit({ campaign, unit, stage: 'self' }, { version: 1, entries: selfScore(points) });
    expect(answer.status).toBe(201);
    await api.settled();
  };
  const proposals = () => council.read<Proposal[]>(`/api/campaigns/${campaign}/proposals`);
  const decide = async (reward: string) => {
    const { id, revision } = (await proposals()).find((each) => each.reward === reward)!;
    return council.post<ProblemBody>(`/api/campaigns/${campaign}/proposals/${id}/decision`, {
      revision,
      outcome: 'approve',
    });
  };

  it('is nothing of a cluster that neither leads nor is led', async () => {
    await submit('k1', 75);
    expect(await standing()).toEqual({ xa: true, khoi: false, truong: true, campaign: true });
    expect((await proposals()).map(({ reward, unit, current }) => [reward, unit, current])).toEqual([
      ['co', 'x1', true],
      ['co', 'k1', false],
      ['bang', 'n1', true],
    ]);
    expect((await decide('bang')).status).toBe(201);
  });

  it('is the cluster of the collectives where classes of their heads follow', async () => {
    await submit('x1', 85);
    expect(await standing()).toEqual({ xa: false, khoi: true, truong: false, campaign: false });
    const refused = await decide('bang');
    expect([refused.status, refused.body.code]).toEqual([409, 'ranking.behind']);
    // Seen anew and endorsed anew, it can be decided.
    const { campaignRewards } = await board();
    const again = await committee.post(`/api/campaigns/${campaign}/reviews`, {
      revision: campaignRewards.revision,
      seen: campaignRewards.review!.id,
      outcome: 'endorse',
    });
    expect(again.status).toBe(201);
    expect((await decide('bang')).status).toBe(201);
  });

  it('is the own cluster, and a ranking on its way there is waited for', async () => {
    await submit('n1', 65);
    expect(await standing()).toEqual({ xa: true, khoi: true, truong: false, campaign: false });
    await eventually('the board is current', async () => {
      const { clusters, campaignRewards } = await board();
      return clusters.every(({ current }) => current) && campaignRewards.current;
    });
  });
});
