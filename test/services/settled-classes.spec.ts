import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface Cluster {
  code: string;
  settled: boolean;
  rewards: { code: string; fits: boolean }[];
  settledRewards: { code: string; cluster: string }[];
  missing: { code: string; name: string }[];
  current: boolean;
  revision: number;
  requestedRevision: number;
  review: { id: number; current: boolean } | null;
  standings: { unit: string; rank: number; class: string | null; proposals: { reward: string; status: string }[] }[];
}

interface ProposalBody {
  id: number;
  reward: string;
  unit: string;
  revision: number;
  current: boolean;
}

const GOOD = { code: 'tot', name: 'Tốt', minTotal: 150 };
const REST = { code: 'dat', name: 'Đạt' };
/** Given within each cluster, and to those who have the best class alone: it waits for the settlement. */
const REWARDS = [
  { code: 'dau', name: 'Dẫn đầu', scope: 'cluster', quota: { count: 1 } },
  { code: 'khen', name: 'Giấy khen', scope: 'cluster', quota: { count: 2 }, classes: ['tot'] },
];

let campaigns = 0;

describe.each(DATABASES)('classes that follow from other clusters, on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let committee: Client;
  let council: Client;
  let officer: Client;
  let campaign: string;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  beforeEach(() => {
    campaign = `xl${campaigns++}`;
  });

  /** c1: the collectives t1 (60) and t2 (40); c2: the people n1 (90) and n2 (30); 100 more each. */
  async function start(more: JsonObject, people: (file: JsonObject) => void = () => undefined): Promise<void> {
    const scores = { t1: 60, t2: 40, n1: 90, n2: 30 };
    const file = smallCompetition({
      code: campaign,
      clusters: { c1: ['t1', 't2'], c2: ['n1', 'n2'] },
      entries: Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points))),
      rewards: REWARDS,
      more,
    });
    people(file);
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    committee = await api.signIn([{ role: 'committee', campaign }]);
    council = await api.signIn([{ role: 'councilMember', campaign }]);
    officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c1', unit: 't1' }]);
    await api.settled();
  }

  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const clusterOf = async (code: string): Promise<Cluster> =>
    (await committee.read<{ clusters: Cluster[] } & JsonObject>(url('board'))).clusters.find(
      (each) => each.code === code,
    )!;
  const classesOf = async (code: string) =>
    Object.fromEntries((await clusterOf(code)).standings.map((each) => [each.unit, each.class]));
  const proposals = () => council.read<ProposalBody[]>(url('proposals'));
  const review = (path: string, revision: number, seen: number | null = null) =>
    committee.post<ProblemBody>(url(`${path}reviews`), { revision, seen, outcome: 'endorse' });
  const submit = async (version: number, points: number) => {
    const answer = await officer.submit(
      { campaign, unit: 't1', stage: 'self' },
      { version, entries: selfScore(points) },
    );
    expect(answer.status).toBe(201);
    await api.settled();
  };
  const isOneOfTheFile = async () => {
    const result = await office.read<ResultDocument>(url('result'));
    expect(result).toEqual(scoreOf(await office.read<JsonObject>(url('file'))));
    return result;
  };

  const lead = (file: JsonObject): void => {
    const [, c2] = file['clusters'] as { units: JsonObject[] }[];
    c2!.units.forEach((unit, index) => Object.assign(unit, { kind: 'individual', headOf: `t${index + 1}` }));
  };

  it('a reward tells whether a unit of the cluster is of its kind, and every reward has a name', async () => {
    await start({ classes: [GOOD, REST] }, (file) => {
      lead(file);
      (file['rewards'] as JsonObject[]).push({
        ...{ code: 'nguoi', name: 'Người tốt', for: 'individual', scope: 'cluster', quota: { count: 1 } },
      });
    });
    const fits = async (code: string) =>
      (await clusterOf(code)).rewards.map((reward) => [reward.code, reward.fits] as const);
    expect([await fits('c1'), await fits('c2')]).toEqual([
      [
        ['dau', true],
        ['nguoi', false],
      ],
      [
        ['dau', true],
        ['nguoi', true],
      ],
    ]);
    const { rewards } = await committee.read<{ rewards: { name: string }[] } & JsonObject>(url('board'));
    expect(rewards.map(({ name }) => name)).toEqual(['Dẫn đầu', 'Giấy khen', 'Người tốt']);
  });

  it('the class of a head, and the reward with it, fall with the collective although nobody touched the head', async () => {
    await start({ classes: [GOOD, REST] }, lead);
    expect([await classesOf('c1'), await classesOf('c2')]).toEqual([
      { t1: 'tot', t2: 'dat' },
      { n1: 'tot', n2: 'dat' },
    ]);
    const before = await clusterOf('c2');
    expect(before).toMatchObject({ settled: true, current: true });
    expect(before.settledRewards).toMatchObject([{ code: 'khen', name: 'Giấy khen', cluster: 'c2', proposed: ['n1'] }]);
    expect((await clusterOf('c1')).settled).toBe(false);
    const { rewards } = await isOneOfTheFile();
    expect(rewards.find(({ code, cluster }) => code === 'khen' && cluster === 'c2')!.proposed).toEqual(['n1']);

    await submit(1, 20);
    expect([await classesOf('c1'), await classesOf('c2')]).toEqual([
      { t2: 'dat', t1: 'dat' },
      { n1: 'dat', n2: 'dat' },
    ]);
    const fallen = await isOneOfTheFile();
    expect(fallen.rewards.find(({ code, cluster }) => code === 'khen' && cluster === 'c2')!.proposed).toEqual([]);
    // The head's own total and rank are as they were.
    expect((await clusterOf('c2')).standings.map(({ unit, rank }) => [unit, rank])).toEqual(
      before.standings.map(({ unit, rank }) => [unit, rank]),
    );
  });

  it('a share of the whole campaign is taken by whoever stands higher, in whichever cluster', async () => {
    const best = { code: 'tot', name: 'Tốt', maxShare: { percent: 50, scope: 'campaign' } };
    await start({ classes: [best, REST] });
    expect([await classesOf('c1'), await classesOf('c2')]).toEqual([
      { t1: 'tot', t2: 'dat' },
      { n1: 'tot', n2: 'dat' },
    ]);
    await submit(1, 25);
    expect([await classesOf('c1'), await classesOf('c2')]).toEqual([
      { t2: 'tot', t1: 'dat' },
      { n1: 'tot', n2: 'dat' },
    ]);
    await isOneOfTheFile();
  });

  it('an endorsement of a settled cluster rests on every cluster, and so does what it puts forward', async () => {
    await start({ classes: [GOOD, REST] }, lead);
    const seen = await clusterOf('c2');
    // The settlement's revision is the sum of both clusters'; the cluster's own names nothing that can be endorsed.
    expect(seen.revision).toBe(6);
    expect([(await review('clusters/c2/', 3)).status, (await review('clusters/c2/', 6)).status]).toEqual([409, 201]);
    const [snapshot] = await api
      .get<{ query(sql: string): Promise<{ snapshot: string }[]> }>((await import('typeorm')).DataSource)
      .query(`SELECT snapshot FROM review ORDER BY id DESC LIMIT 1`);
    const { ranking } = JSON.parse(snapshot!.snapshot) as { ranking: { standings: { unit: string; class: string }[] } };
    expect(ranking.standings.map((each) => [each.unit, each.class])).toEqual([
      ['n1', 'tot'],
      ['n2', 'dat'],
    ]);
    expect((await clusterOf('c2')).review).toMatchObject({ current: true });
    const [own] = await proposals();
    expect(own).toMatchObject({ reward: 'dau', unit: 'n1', revision: 6, current: true });

    await submit(1, 20);
    expect((await clusterOf('c2')).review).toMatchObject({ current: false });
    expect((await proposals())[0]).toMatchObject({ id: own!.id, current: false });
    const late = await council.post<ProblemBody>(url(`proposals/${own!.id}/decision`), {
      revision: 6,
      outcome: 'approve',
    });
    expect([late.status, late.body.code]).toEqual([409, 'ranking.behind']);

    const { revision, review: before } = await clusterOf('c2');
    expect((await review('clusters/c2/', revision, before!.id)).status).toBe(201);
    const again = (await proposals()).find(({ current }) => current)!;
    expect((await council.post(url(`proposals/${again.id}/decision`), { revision, outcome: 'approve' })).status).toBe(
      201,
    );
  });

  it('who sees the head alone is told when its class moves', async () => {
    await start({ classes: [GOOD, REST] }, lead);
    const head = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c2', unit: 'n1' }]);
    const abort = new AbortController();
    const stream = await fetch(`${head.url}${url('events')}`, {
      headers: head.sessionHeaders('GET'),
      signal: abort.signal,
    });
    let told = '';
    const reading = (async () => {
      for await (const chunk of stream.body!) told += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await submit(1, 20);
    await eventually('the event of the settlement', () => told.includes('"cluster":"c2"'));
    abort.abort();
    await reading;
    expect(told).not.toContain('"cluster":"c1"');
  });
});

describe('a settlement that is not there yet', () => {
  it('is said on the board, and nothing of it is given as a result', async () => {
    const api = await startApi({ database: 'sqlite', processors: 'none' });
    try {
      const office = await api.signIn([{ role: 'office' }, { role: 'committee' }]);
      const best = { code: 'tot', name: 'Tốt', maxShare: { percent: 50, scope: 'campaign' } };
      const file = smallCompetition({ code: 'cho', clusters: { c1: ['u1'], c2: ['v1'] }, more: { classes: [best] } });
      expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
      const { RecomputeCluster, RecomputeCampaign } = await import('@thidua/rankings');
      for (const cluster of ['c1', 'c2']) {
        await api.get<InstanceType<typeof RecomputeCluster>>(RecomputeCluster).recompute('cho', cluster);
      }
      const clusters = async () =>
        (await office.read<{ clusters: Cluster[] } & JsonObject>('/api/campaigns/cho/board')).clusters.map(
          ({ settled, current, standings }) => [settled, current, standings.map((each) => [each.rank, each.class])],
        );
      expect(await clusters()).toEqual([
        [true, false, [[1, null]]],
        [true, false, [[1, null]]],
      ]);
      expect((await office.get('/api/campaigns/cho/result')).status).toBe(409);
      expect(
        (await office.post('/api/campaigns/cho/clusters/c1/reviews', { revision: 1, seen: null, outcome: 'endorse' }))
          .status,
      ).toBe(409);
      await api.get<InstanceType<typeof RecomputeCampaign>>(RecomputeCampaign).recompute('cho');
      expect((await clusters()).map(([, current]) => current)).toEqual([true, true]);
      expect((await office.get('/api/campaigns/cho/result')).status).toBe(200);
    } finally {
      await api.stop();
    }
  });
});
