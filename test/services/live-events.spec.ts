import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import type { Client } from '../support/client.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { EventStream } from '../support/event-stream.js';
import { runningTime } from '../support/running-time.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';

interface BoardBody extends JsonObject {
  clusters: (JsonObject & {
    code: string;
    revision: number;
    current: boolean;
    standings: (JsonObject & { unit: string; movement: number | null })[];
  })[];
}

describe.each(DATABASES)('live events on %s', (database) => {
  let api: RunningApi;
  let committee: Client;
  let ofC1: Client;
  let ofC2: Client;
  const streams: EventStream[] = [];

  beforeAll(async () => {
    api = await startApi({ database });
    const office = await api.signIn([{ role: 'office' }]);
    const entries = [...ofUnit('u1', selfScore(50)), ...ofUnit('u2', selfScore(40)), ...ofUnit('v1', selfScore(30))];
    for (const code of ['s', 'other']) {
      const file = smallCompetition({
        code,
        clusters: { c1: ['u1', 'u2'], c2: ['v1'] },
        entries,
        rewards: TWO_REWARDS,
      });
      expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    }
    committee = await api.signIn([{ role: 'committee' }]);
    ofC1 = await api.signIn([
      { role: 'unitOfficer', campaign: 's', cluster: 'c1', unit: 'u2' },
      { role: 'unitOfficer', campaign: 'other', cluster: 'c1', unit: 'u2' },
    ]);
    ofC2 = await api.signIn([{ role: 'unitOfficer', campaign: 's', cluster: 'c2', unit: 'v1' }]);
    await api.settled();
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) await stream.close();
  });
  afterAll(() => api?.stop());

  const open = async (client: Client, campaign = 's') => {
    const stream = await EventStream.open(client, campaign);
    streams.push(stream);
    return stream;
  };
  const ranked =
    (cluster: string | null, revision: number) =>
    ({ type, data }: EventStream['events'][number]) =>
      type === 'ranking' && data['cluster'] === cluster && data['revision'] === revision;
  const boardOf = async (client: Client) => (await client.read<BoardBody>('/api/campaigns/s/board')).clusters;

  it('tell who moved once the ranking that an officer may see has changed, and nobody else', async () => {
    const [everything, own, foreign, elsewhere] = [
      await open(committee),
      await open(ofC1),
      await open(ofC2),
      await open(committee, 'other'),
    ];
    const submitted = await ofC1.submit<{ revision: number }>(
      { campaign: 's', unit: 'u2', stage: 'self' },
      { version: 1, entries: selfScore(60) },
    );
    const { revision } = submitted.body;
    const event = await own.until('the ranking of c1', ranked('c1', revision));
    expect(event.data).toMatchObject({
      campaign: 's',
      cluster: 'c1',
      revision,
      moved: expect.arrayContaining([
        { unit: 'u2', from: 2, to: 1 },
        { unit: 'u1', from: 1, to: 2 },
      ]),
    });
    // Who reads the board on an event finds it there already.
    const [board] = await boardOf(ofC1);
    expect(board).toMatchObject({ code: 'c1', revision, current: true });
    expect(board!.standings.map(({ unit, movement }) => [unit, movement])).toEqual([
      ['u2', 1],
      ['u1', -1],
    ]);

    const moved = await ofC2.submit<{ revision: number }>(
      { campaign: 's', unit: 'v1', stage: 'self' },
      { version: 1, entries: selfScore(99) },
    );
    await foreign.until('the ranking of c2', ranked('c2', moved.body.revision));
    const sum = (await boardOf(committee)).reduce((total, cluster) => total + cluster.revision, 0);
    await everything.until('the rewards of the campaign', ranked(null, sum));
    await everything.until('the ranking of c2', ranked('c2', moved.body.revision));
    expect([...new Set(own.events.map(({ data }) => data['cluster']))]).toEqual(['c1']);
    expect([...new Set(foreign.events.map(({ data }) => data['cluster']))]).toEqual(['c2']);
    const other = await ofC1.submit<{ revision: number }>(
      { campaign: 'other', unit: 'u2', stage: 'self' },
      { version: 1, entries: selfScore(60) },
    );
    await elsewhere.until('the ranking of c1', ranked('c1', other.body.revision));
    expect([...new Set(elsewhere.events.map(({ data }) => data['campaign']))]).toEqual(['other']);
    expect([...new Set(everything.events.map(({ data }) => data['cluster']))].toSorted()).toEqual(
      ['c1', 'c2', null].toSorted(),
    );
  });

  it('tell of reviews and decisions', async () => {
    const stream = await open(ofC1);
    const hidden = await open(ofC2);
    const council = await api.signIn([{ role: 'councilMember', campaign: 's' }]);
    await api.settled();
    const cluster = (await boardOf(committee)).find(({ code }) => code === 'c1')!;
    const { revision } = cluster;
    expect(
      (await committee.post('/api/campaigns/s/clusters/c1/reviews', { revision, seen: null, outcome: 'endorse' }))
        .status,
    ).toBe(201);
    await stream.until('the review', ({ type, data }) => type === 'review' && data['cluster'] === 'c1');
    const [proposal] = await council.read<{ id: number }[]>('/api/campaigns/s/proposals');
    expect(
      (await council.post(`/api/campaigns/s/proposals/${proposal!.id}/decision`, { revision, outcome: 'approve' }))
        .status,
    ).toBe(201);
    await stream.until('the decision', ({ type, data }) => type === 'decision' && data['cluster'] === 'c1');
    expect(hidden.events).toEqual([]);
  });
});

it('event streams end when the service stops', async () => {
  // Cut off, as what does not end in time is, they would only end long after.
  const api = await startApi({ database: 'sqlite', settings: { shutdownSeconds: 300 } });
  const office = await api.signIn([{ role: 'office' }]);
  await office.import(JSON.stringify(smallCompetition({ code: 's', clusters: { c1: ['u1'] } })), 'json');
  const stream = await EventStream.open(office, 's');
  expect(await runningTime(() => Promise.all([api.stop(), stream.ended]))).toBeLessThan(5_000);
});
