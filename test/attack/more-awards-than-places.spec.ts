import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import type { Answer, Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface ProposalBody {
  id: number;
  reward: string;
  unit: string;
  revision: number;
  status: string;
  may: string[];
  obstacle: { code: string; reward: string; unit: string; other: string; holder: string; number: number } | null;
}

interface RewardBody {
  code: string;
  quota: number;
  given: { unit: string; name: string; number: number }[];
}

interface BoardBody extends JsonObject {
  clusters: ({
    code: string;
    revision: number;
    review: { id: number } | null;
    rewards: RewardBody[];
    standings: { unit: string; proposals: { reward: string; status: string; obstacle: string | null }[] }[];
  } & JsonObject)[];
  campaignRewards: ({ revision: number; review: { id: number } | null; rewards: RewardBody[] } & JsonObject) | null;
}

const FLAG = { code: 'co', name: 'Cờ thi đua', quota: { count: 1 } };
const TWO_LETTERS = { code: 'khen', name: 'Giấy khen', quota: { count: 2 } };
let campaigns = 0;

/** Whoever is given something keeps it, however the ranking moves afterwards: its place is gone. */
describe.each(DATABASES)('awards on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let campaign: string;
  let committee: Client;
  let council: Client;
  let versions: Record<string, number>;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());
  beforeEach(() => {
    campaign = `a${campaigns++}`;
  });

  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const board = () => committee.read<BoardBody>(url('board'));

  /** One cluster `c` of u1 (90 points), u2 (80), u3 (70). */
  async function open(rewards: readonly object[]): Promise<void> {
    const scores = { u1: 90, u2: 80, u3: 70 };
    const entries = Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points)));
    const file = smallCompetition({ code: campaign, clusters: { c: Object.keys(scores) }, entries, rewards });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    committee = await api.signIn([{ role: 'committee', campaign }]);
    council = await api.signIn([{ role: 'councilMember', campaign }]);
    versions = { u1: 1, u2: 1, u3: 1 };
    await api.settled();
  }

  async function submit(unit: string, points: number): Promise<void> {
    const sheet = { campaign, unit, stage: 'self' };
    const officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c', unit }]);
    const answer = await officer.submit(sheet, { version: versions[unit]!, entries: selfScore(points) });
    expect(answer.status).toBe(201);
    versions[unit]!++;
    await api.settled();
  }

  async function endorse(): Promise<ProposalBody[]> {
    const { clusters, campaignRewards } = await board();
    const groups = [
      { at: 'clusters/c/reviews', ...clusters[0]! },
      { at: 'reviews', ...campaignRewards },
    ];
    for (const { at, revision, review } of groups) {
      if (revision === undefined) continue;
      expect((await committee.post(url(at), { revision, seen: review?.id ?? null, outcome: 'endorse' })).status).toBe(
        201,
      );
    }
    return council.read<ProposalBody[]>(url('proposals'));
  }

  const decide = ({ id, revision }: ProposalBody, outcome = 'approve'): Promise<Answer<ProblemBody>> =>
    council.post<ProblemBody>(url(`proposals/${id}/decision`), { revision, outcome, reason: 'Lý do' });
  const of = (all: readonly ProposalBody[], reward: string, unit: string) =>
    all.find((each) => each.reward === reward && each.unit === unit && each.status === 'endorsed')!;
  const refusal = ({ status, body }: Answer<ProblemBody>) => [status, body.code];
  const approved = () =>
    rows<{ reward: string; unit: string }>(
      api,
      `SELECT p.reward, p.unit FROM decision d JOIN proposal p ON p.id = d.proposal_id
        WHERE p.campaign = ? AND d.outcome = 'approve' ORDER BY d.number`,
      [campaign],
    );

  it('never are more than there are places, and who has the place is told before and after', async () => {
    await open([FLAG]);
    const first = of(await endorse(), 'co', 'u1');
    expect(first.obstacle).toBeNull();
    const { number } = (await decide(first)).body as unknown as { number: number };
    await submit('u2', 95);
    const { clusters } = await board();
    expect(clusters[0]!.rewards).toMatchObject([{ quota: 1, given: [{ unit: 'u1', name: 'Đơn vị u1', number }] }]);
    expect(clusters[0]!.standings[0]).toMatchObject({
      unit: 'u2',
      proposals: [{ reward: 'co', status: 'proposed', obstacle: 'decision.noPlace' }],
    });
    const second = of(await endorse(), 'co', 'u2');
    expect(second).toMatchObject({
      may: ['proposal.decide'],
      obstacle: { code: 'decision.noPlace', reward: 'Cờ thi đua', holder: 'Đơn vị u1', number },
    });
    const refused = await decide(second);
    expect(refusal(refused)).toEqual([409, 'decision.noPlace']);
    expect(refused.body.detail).toBe(`No place of Cờ thi đua is left: Đơn vị u1 was given it (decision ${number}).`);
    expect((await decide(second, 'reject')).status).toBe(201);
    expect(await approved()).toEqual([{ reward: 'co', unit: 'u1' }]);
  });

  it('take the last place once, however many are decided at the same time', async () => {
    await open([TWO_LETTERS]);
    await decide(of(await endorse(), 'khen', 'u1'));
    await submit('u3', 98);
    await submit('u2', 97);
    const proposed = await endorse();
    const answers = await Promise.all(['u2', 'u3', 'u2', 'u3'].map((unit) => decide(of(proposed, 'khen', unit))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect([['decision.noPlace'], ['proposal.decided']]).toContainEqual([answer.body.code]);
    }
    expect(await approved()).toHaveLength(2);
  });

  it('that exclude each other never go to one unit, whichever was given first', async () => {
    await open([FLAG, { ...TWO_LETTERS, quota: { count: 1 }, excludes: ['co'] }]);
    const first = await endorse();
    await decide(of(first, 'khen', 'u2'));
    await submit('u2', 95);
    const flag = of(await endorse(), 'co', 'u2');
    expect(flag.obstacle).toMatchObject({ code: 'decision.excluded', other: 'Giấy khen' });
    expect(refusal(await decide(flag))).toEqual([409, 'decision.excluded']);
    // The other way round: the flag is given, then the letter comes to its holder.
    campaign = `a${campaigns++}`;
    await open([FLAG, { ...TWO_LETTERS, quota: { count: 1 }, excludes: ['co'] }]);
    await decide(of(await endorse(), 'co', 'u1'));
    await submit('u2', 95);
    const letter = of(await endorse(), 'khen', 'u1');
    expect(refusal(await decide(letter))).toEqual([409, 'decision.excluded']);
    expect(await approved()).toEqual([{ reward: 'co', unit: 'u1' }]);
  });

  it('that require another are given after it, and not without it', async () => {
    await open([TWO_LETTERS, { ...FLAG, scope: 'campaign', requires: ['khen'] }]);
    const all = await endorse();
    const flag = of(all, 'co', 'u1');
    expect(flag.obstacle).toMatchObject({ code: 'decision.required', other: 'Giấy khen', unit: 'Đơn vị u1' });
    expect(refusal(await decide(flag))).toEqual([409, 'decision.required']);
    const letter = of(all, 'khen', 'u1');
    expect((await decide(letter)).status).toBe(201);
    expect((await decide(flag)).status).toBe(201);
    expect(await approved()).toEqual([
      { reward: 'khen', unit: 'u1' },
      { reward: 'co', unit: 'u1' },
    ]);
  });
});
