import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock, UnitOfWork } from '@thidua/platform';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface Group extends JsonObject {
  revision: number;
  requestedRevision: number;
  current: boolean;
  review: { id: number; current: boolean } & JsonObject;
}

interface BoardBody extends JsonObject {
  clusters: (Group & { rewards: ({ proposed: string[]; held: string[] } & JsonObject)[] })[];
  campaignRewards: Group & { rewards: ({ proposed: string[]; held: string[] } & JsonObject)[] };
}

const FLAG = { code: 'co', name: 'Cờ thi đua', quota: { count: 1 } };
const LETTER = { code: 'khen', name: 'Bằng khen', scope: 'campaign', quota: { count: 1 } };
/** Held from the second of March on: midnight in Vietnam is 17:00 in UTC. */
const HOLD = { unit: 'u1', kind: 'inspection', from: '2022-03-02', reason: 'Đang xác minh' };
const BEFORE = '2022-03-01T16:59:59Z';
const AFTER = '2022-03-01T17:00:00Z';
let campaigns = 0;

describe.each(DATABASES)('results on %s', (database) => {
  let api: RunningApi;
  let campaign: string;

  beforeAll(async () => {
    api = await startApi({ database, settings: { sweepMs: 200 } });
  });
  afterAll(() => api?.stop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const timeIs = (moment: string) => {
    jest.restoreAllMocks();
    jest.spyOn(api.get<Clock>(Clock), 'now').mockImplementation(() => new Date(moment));
  };
  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const committee = (): Promise<Client> => api.signIn([{ role: 'committee', campaign }]);
  const board = async () => (await committee()).read<BoardBody>(url('board'));

  /** u1 (90 points) and u2 (80), endorsed, as of the first of March. */
  async function open(more: JsonObject, rewards: readonly object[] = [FLAG]): Promise<void> {
    campaign = `d${campaigns++}`;
    timeIs(BEFORE);
    const office = await api.signIn([{ role: 'office' }]);
    const entries = [...ofUnit('u1', selfScore(90)), ...ofUnit('u2', selfScore(80))];
    const file = smallCompetition({ code: campaign, clusters: { c: ['u1', 'u2'] }, entries, rewards, more });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    await api.settled();
  }

  async function endorse(at: string, { revision }: Group): Promise<void> {
    expect((await (await committee()).post(url(at), { revision, seen: null, outcome: 'endorse' })).status).toBe(201);
  }

  const computedAnew = () =>
    eventually('every result is current', async () => {
      const { clusters, campaignRewards } = await board();
      return clusters.every(({ current }) => current) && campaignRewards?.current !== false;
    });

  const daysOfResults = () =>
    api
      .get<UnitOfWork>(UnitOfWork)
      .run((tx) => tx.query('SELECT as_of FROM cluster_result WHERE campaign = ?', [campaign]));

  it('follow the calendar: a hold that begins at midnight takes the flag, and what was endorsed falls', async () => {
    await open({ holds: [HOLD] });
    const [before] = (await board()).clusters;
    expect(before).toMatchObject({ current: true, rewards: [{ proposed: ['u1'], held: [] }] });
    await endorse('clusters/c/reviews', before!);
    const council = await api.signIn([{ role: 'councilMember', campaign }]);
    const [proposal] = await council.read<{ id: number; revision: number }[]>(url('proposals'));

    timeIs(AFTER);
    const decided = await (
      await api.signIn([{ role: 'councilMember', campaign }])
    ).post<ProblemBody>(url(`proposals/${proposal!.id}/decision`), {
      revision: proposal!.revision,
      outcome: 'approve',
    });
    expect([decided.status, decided.body.code]).toEqual([409, 'ranking.behind']);
    await computedAnew();
    const [now] = (await board()).clusters;
    expect(now).toMatchObject({
      revision: before!.revision + 1,
      review: { current: false },
      rewards: [{ proposed: ['u2'], held: ['u1'] }],
    });
    const office = await api.signIn([{ role: 'office' }]);
    const file = await office.read<JsonObject>(url('file'));
    expect(file['asOf']).toBe('2022-03-02');
    expect(await office.read<ResultDocument>(url('result'))).toEqual(scoreOf(file));
  });

  it('that say the same on the next day stay endorsed', async () => {
    await open({ holds: [{ ...HOLD, from: '2022-05-01' }] });
    const [before] = (await board()).clusters;
    await endorse('clusters/c/reviews', before!);
    timeIs(AFTER);
    await computedAnew();
    expect((await board()).clusters[0]).toMatchObject({ revision: before!.revision, review: { current: true } });
    expect(await daysOfResults()).toEqual([{ as_of: '2022-03-02' }]);
  });

  it('of a campaign that names its day stay as they are', async () => {
    await open({ asOf: '2022-03-01', holds: [HOLD] });
    timeIs(AFTER);
    expect((await board()).clusters[0]).toMatchObject({ current: true, rewards: [{ proposed: ['u1'], held: [] }] });
  });

  it('of all clusters together follow the calendar too', async () => {
    await open({ holds: [HOLD] }, [LETTER]);
    const before = (await board()).campaignRewards;
    await endorse('reviews', before);
    timeIs(AFTER);
    await computedAnew();
    expect((await board()).campaignRewards).toMatchObject({
      revision: before.revision + 1,
      review: { current: false },
      rewards: [{ proposed: ['u2'], held: ['u1'] }],
    });
  });

  it.each([false, true])(
    'of an older engine are not shown as this one’s (it said something else: %s)',
    async (other) => {
      await open({}, [FLAG, LETTER]);
      const [before] = (await board()).clusters;
      await endorse('clusters/c/reviews', before!);
      await endorse('reviews', (await board()).campaignRewards);
      const said = other ? `REPLACE(rewards, '["u1"]', '["u2"]')` : 'rewards';
      await api.get<UnitOfWork>(UnitOfWork).run(async (tx) => {
        for (const table of ['cluster_result', 'campaign_result']) {
          await tx.query(`UPDATE ${table} SET engine = 'thidua@0.0.1', rewards = ${said} WHERE campaign = ?`, [
            campaign,
          ]);
        }
      });
      const decided = await (
        await committee()
      ).post<ProblemBody>(url('clusters/c/reviews'), {
        revision: before!.revision,
        seen: (await board()).clusters[0]!.review!.id,
        outcome: 'return',
        reason: 'Xem lại',
      });
      // Refused, unless the new one is stored by then.
      if (decided.status !== 201) expect(decided.body.code).toBe('ranking.behind');
      else expect(other).toBe(false);
      await computedAnew();
      const now = await board();
      expect(now.clusters[0]).toMatchObject({ engine: expect.not.stringContaining('0.0.1') });
      expect(now.clusters[0]!.review.current).toBe(!other);
      expect(now.clusters[0]!.rewards).toMatchObject([{ proposed: ['u1'] }]);
      expect(now.campaignRewards.review.current).toBe(!other);
    },
  );
});
