import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import type { Answer, Client, ProblemBody } from '../support/client.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface ProposalBody {
  id: number;
  reward: string;
  unit: string;
  cluster: string | null;
  revision: number;
  status: string;
  current: boolean;
  may: string[];
  decision: { number: number } | null;
  standing: { rank: number | null; total: string } | null;
  standingNow: { rank: number | null; total: string } | null;
}

interface Group {
  revision: number;
  requestedRevision: number;
  current: boolean;
  may: string[];
  review: { id: number; outcome: string; current: boolean; reason: string | null; by: string } | null;
}

interface BoardBody extends JsonObject {
  clusters: (Group & {
    code: string;
    standings: { unit: string; proposals: { reward: string; status: string }[] }[];
  })[] &
    JsonObject[];
  campaignRewards: (Group & { rewards: { code: string; proposed: string[] }[] }) & JsonObject;
}

interface AuditRow {
  actor: string | null;
  action: string;
  subject: string;
  detail: string;
  correlation_id: string | null;
}

const COMMITTEE = 'Ủy viên Ban Thường vụ';
const COUNCIL = 'Thành viên Hội đồng';

let campaigns = 0;

describe.each(DATABASES)('review and decision on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let campaign: string;
  let committee: Client;
  let council: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());

  /** c1: u1 (150) before u2 (140); c2: v1 (130) before v2 (120). `co` goes to u1 and v1, `bang-khen` to u2 and v2. */
  beforeEach(async () => {
    campaign = `r${campaigns++}`;
    const scores = { u1: 50, u2: 40, v1: 30, v2: 20 };
    const entries = Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points)));
    const file = smallCompetition({
      code: campaign,
      clusters: { c1: ['u1', 'u2'], c2: ['v1', 'v2'] },
      entries,
      rewards: TWO_REWARDS,
    });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    committee = await api.signIn([{ role: 'committee', campaign }], COMMITTEE);
    council = await api.signIn([{ role: 'councilMember', campaign }], COUNCIL);
    officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c1', unit: 'u2' }]);
    await api.settled();
  });

  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const board = () => committee.read<BoardBody>(url('board'));
  const clusterOf = async (code: string) => (await board()).clusters.find((each) => each.code === code)!;
  const statusesOf = async (unit: string) =>
    (await board()).clusters.flatMap(({ standings }) => standings).find((each) => each.unit === unit)!.proposals;
  const groupOf = async (cluster: string | null) =>
    cluster === null ? (await board()).campaignRewards : await clusterOf(cluster);
  const send = (cluster: string | null, body: object): Promise<Answer<ProblemBody>> =>
    committee.post<ProblemBody>(url(cluster === null ? 'reviews' : `clusters/${cluster}/reviews`), body);
  /** By somebody who sees the last review. */
  const review = async (cluster: string | null, body: object) =>
    send(cluster, { seen: (await groupOf(cluster)).review?.id ?? null, ...body });
  const endorse = async (cluster: string | null) => {
    const { revision } = await groupOf(cluster);
    const answer = await review(cluster, { revision, outcome: 'endorse' });
    expect(answer.status).toBe(201);
    return revision;
  };
  const proposals = () => council.read<ProposalBody[]>(url('proposals'));
  const decide = (id: number, body: object) => council.post<ProblemBody>(url(`proposals/${id}/decision`), body);
  const submit = async (version: number, points: number) => {
    expect(
      (await officer.submit({ campaign, unit: 'u2', stage: 'self' }, { version, entries: selfScore(points) })).status,
    ).toBe(201);
  };
  const audit = () =>
    rows<AuditRow>(
      api,
      'SELECT actor, action, subject, detail, correlation_id FROM audit_event WHERE campaign = ? ORDER BY seq',
      [campaign],
    );
  const refusal = ({ status, body }: Answer<ProblemBody>) => [status, body.code];

  it('goes from the ranking to a numbered decision, each step shown and recorded', async () => {
    expect(await statusesOf('u1')).toEqual([{ reward: 'co', name: 'Cờ thi đua', status: 'proposed', obstacle: null }]);
    expect(await proposals()).toEqual([]);
    const { revision, may } = await clusterOf('c1');
    expect(may).toEqual(['ranking.review']);
    const endorsed = await review('c1', { revision, outcome: 'endorse' });
    expect([endorsed.status, endorsed.body]).toMatchObject([
      201,
      { outcome: 'endorse', revision, reason: null, by: COMMITTEE, current: true },
    ]);
    expect((await clusterOf('c1')).review).toMatchObject({ outcome: 'endorse', current: true, by: COMMITTEE });
    expect(await statusesOf('u1')).toEqual([{ reward: 'co', name: 'Cờ thi đua', status: 'endorsed', obstacle: null }]);
    const ofCampaign = await endorse(null);

    const before = await proposals();
    expect(before).toMatchObject([
      {
        reward: 'co',
        rewardName: 'Cờ thi đua',
        unit: 'u1',
        unitName: 'Đơn vị u1',
        cluster: 'c1',
        revision,
        status: 'endorsed',
        current: true,
        may: ['proposal.decide'],
        decision: null,
      },
      { reward: 'bang-khen', unit: 'u2', cluster: null, revision: ofCampaign, status: 'endorsed', current: true },
      { reward: 'bang-khen', unit: 'v2', cluster: null, revision: ofCampaign, status: 'endorsed', current: true },
    ]);
    const approved = await decide(before[0]!.id, { revision, outcome: 'approve' });
    const { number } = approved.body as unknown as { number: number };
    expect([approved.status, approved.body]).toEqual([
      201,
      {
        number: expect.any(Number),
        outcome: 'approve',
        reason: null,
        by: COUNCIL,
        at: expect.any(String),
        reward: 'co',
        unit: 'u1',
        revision,
      },
    ]);
    expect(refusal(await decide(before[1]!.id, { revision: ofCampaign, outcome: 'reject' }))).toEqual([
      422,
      'decision.reason.missing',
    ]);
    const rejected = await decide(before[1]!.id, {
      revision: ofCampaign,
      outcome: 'reject',
      reason: 'Chưa đủ thời gian',
    });
    expect(rejected.body).toMatchObject({
      number: number + 1,
      outcome: 'reject',
      reason: 'Chưa đủ thời gian',
      unit: 'u2',
    });

    expect(refusal(await decide(before[0]!.id, { revision, outcome: 'reject', reason: 'Nghĩ lại' }))).toEqual([
      409,
      'proposal.decided',
    ]);
    expect((await proposals()).map(({ status, may: left, decision }) => [status, left, decision?.number])).toEqual([
      ['approved', [], number],
      ['rejected', [], number + 1],
      ['endorsed', ['proposal.decide'], undefined],
    ]);
    expect([await statusesOf('u1'), await statusesOf('u2'), await statusesOf('v1')]).toMatchObject([
      [{ reward: 'co', status: 'approved' }],
      [{ reward: 'bang-khen', status: 'rejected' }],
      [{ reward: 'co', status: 'proposed' }],
    ]);
    expect((await audit()).map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      [office.login, 'campaign.import', campaign],
      [committee.login, 'ranking.endorse', `${campaign}/c1`],
      [committee.login, 'proposals.record', `${campaign}/c1`],
      [committee.login, 'ranking.endorse', campaign],
      [committee.login, 'proposals.record', campaign],
      [council.login, 'proposal.approve', `${campaign}/co/u1`],
      [council.login, 'proposal.reject', `${campaign}/bang-khen/u2`],
    ]);
  });

  it('is returned only with a reason, and then proposes nothing', async () => {
    const { revision } = await clusterOf('c1');
    for (const reason of [undefined, '', '  ']) {
      const answer = await review('c1', { revision, outcome: 'return', reason });
      expect([...refusal(answer), answer.body.errors[0]?.path]).toEqual([422, 'review.reason.missing', 'reason']);
    }
    expect(refusal(await review('c1', { revision, outcome: 'praise' }))).toEqual([422, 'request.invalid']);
    expect((await clusterOf('c1')).review).toBeNull();
    expect((await review('c1', { revision, outcome: 'return', reason: 'Số liệu thu chưa khớp' })).status).toBe(201);
    expect((await clusterOf('c1')).review).toMatchObject({
      outcome: 'return',
      reason: 'Số liệu thu chưa khớp',
      current: true,
    });
    expect(await proposals()).toEqual([]);
    // Nobody waits for the committee any more: it has answered, on what it was asked about.
    expect(await statusesOf('u1')).toMatchObject([{ reward: 'co', status: 'returned' }]);
    expect(await statusesOf('u2')).toMatchObject([{ reward: 'bang-khen', status: 'proposed' }]);
    const { revision: ofCampaign } = await groupOf(null);
    expect((await review(null, { revision: ofCampaign, outcome: 'return', reason: 'Xem lại' })).status).toBe(201);
    expect(await statusesOf('u2')).toMatchObject([{ reward: 'bang-khen', status: 'returned' }]);
    expect(await statusesOf('v2')).toMatchObject([{ reward: 'bang-khen', status: 'returned' }]);
    const [, returned] = await audit();
    expect(returned).toMatchObject({ action: 'ranking.return', correlation_id: expect.any(String) });
    expect(JSON.parse(returned!.detail)).toMatchObject({ revision, reason: 'Số liệu thu chưa khớp' });
    // Returned after it was endorsed, its open proposals are off the table.
    await endorse('c1');
    expect(await proposals()).toHaveLength(1);
    expect((await review('c1', { revision, outcome: 'return', reason: 'Xem lại' })).status).toBe(201);
    expect(await proposals()).toEqual([]);
  });

  it.each(['c1', null])('of %s overrules no other that came in between unseen', async (cluster) => {
    const { revision } = await groupOf(cluster);
    const mine = { revision, outcome: 'return', reason: 'Xem lại' };
    await endorse(cluster);
    const answer = await send(cluster, { ...mine, seen: null });
    expect(refusal(answer)).toEqual([409, 'review.endorsed']);
    expect(answer.body.detail).toMatch(
      new RegExp(`^${COMMITTEE} endorsed this ranking at \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d\\.`),
    );
    expect((await groupOf(cluster)).review).toMatchObject({ outcome: 'endorse', current: true });
    // Whoever has seen it may overrule it, and is not overruled unseen in turn.
    const { id } = (await groupOf(cluster)).review!;
    expect((await send(cluster, { ...mine, seen: id })).status).toBe(201);
    const late = await send(cluster, { revision, outcome: 'endorse', seen: id });
    expect(refusal(late)).toEqual([409, 'review.returned']);
    expect(late.body.detail).toContain(': “Xem lại”');
    for (const seen of [undefined, 'x', -1]) {
      expect(refusal(await send(cluster, { ...mine, seen }))).toEqual([422, 'request.invalid']);
    }
    // Those who answer at the same moment saw the same: one is taken.
    const { id: last } = (await groupOf(cluster)).review!;
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(cluster, { ...mine, seen: last })));
    expect(answers.map(refusal).toSorted()).toEqual([
      [201, undefined],
      ...Array.from({ length: 3 }, () => [409, 'review.returned']),
    ]);
  });

  it('rests on the newest figures: what is older is refused', async () => {
    const revision = await endorse('c1');
    const [proposal] = await proposals();
    await submit(1, 90);
    for (const settle of [false, true]) {
      if (settle) await api.settled();
      expect(refusal(await decide(proposal!.id, { revision, outcome: 'approve' }))).toEqual([409, 'ranking.behind']);
      expect(refusal(await review('c1', { revision, outcome: 'endorse' }))).toEqual([409, 'ranking.behind']);
    }
    // A revision nobody has reached, and that of the proposal named wrongly.
    expect(refusal(await review('c1', { revision: revision + 2, outcome: 'endorse' }))).toEqual([
      409,
      'ranking.behind',
    ]);
    expect(refusal(await decide(proposal!.id, { revision: revision + 1, outcome: 'approve' }))).toEqual([
      409,
      'ranking.behind',
    ]);
    expect(await proposals()).toMatchObject([{ unit: 'u1', current: false, may: [] }]);
    expect((await clusterOf('c1')).review).toMatchObject({ current: false });
    expect(await statusesOf('u1')).toMatchObject([{ reward: 'bang-khen', status: 'proposed' }]);
    expect(await statusesOf('u2')).toMatchObject([{ reward: 'co', status: 'proposed' }]);
    // Endorsed anew it is u2's, and the older proposal can no longer be decided.
    const now = await endorse('c1');
    expect(await proposals()).toMatchObject([{ unit: 'u2', revision: now, current: true }]);
    expect(refusal(await decide(proposal!.id, { revision: now, outcome: 'approve' }))).toEqual([
      404,
      'proposal.unknown',
    ]);
    expect((await audit()).filter(({ action }) => action.startsWith('proposal.'))).toEqual([]);
  });

  it('keeps its place in the list when it is endorsed anew, and a decided one says that its rank has changed', async () => {
    // The later cluster first: the list goes by reward, cluster and rank, not by who was endorsed when.
    for (const cluster of ['c2', 'c1']) await endorse(cluster);
    const places = async () => (await proposals()).map(({ cluster, unit }) => `${cluster} ${unit}`);
    expect(await places()).toEqual(['c1 u1', 'c2 v1']);
    const [first] = await proposals();
    expect(first).toMatchObject({ standing: { rank: 1, total: '150.00' }, standingNow: null });
    expect((await decide(first!.id, { revision: first!.revision, outcome: 'approve' })).status).toBe(201);
    await submit(1, 90);
    await api.settled();
    expect((await proposals())[0]).toMatchObject({
      status: 'approved',
      standing: { rank: 1, total: '150.00' },
      standingNow: { rank: 2, total: '150.00' },
    });
    await endorse('c1');
    expect(await places()).toEqual(['c1 u1', 'c1 u2', 'c2 v1']);
  });

  it('of the whole campaign is overtaken by any of its clusters', async () => {
    const ofCluster = await endorse('c2');
    const ofCampaign = await endorse(null);
    const [own, , shared] = await proposals();
    expect([own, shared]).toMatchObject([
      { unit: 'v1', cluster: 'c2' },
      { unit: 'v2', cluster: null },
    ]);
    expect(await statusesOf('v2')).toMatchObject([{ reward: 'bang-khen', status: 'endorsed' }]);
    await submit(1, 91);
    await api.settled();
    expect(refusal(await decide(shared!.id, { revision: ofCampaign, outcome: 'approve' }))).toEqual([
      409,
      'ranking.behind',
    ]);
    expect(refusal(await review(null, { revision: ofCampaign, outcome: 'endorse' }))).toEqual([409, 'ranking.behind']);
    // The board says so on every cluster, also on one that has not moved itself.
    expect(await statusesOf('v2')).toMatchObject([{ reward: 'bang-khen', status: 'proposed' }]);
    expect((await board()).campaignRewards.review).toMatchObject({ outcome: 'endorse', current: false });
    // The other cluster's own proposal still stands.
    expect((await decide(own!.id, { revision: ofCluster, outcome: 'approve' })).status).toBe(201);
  });

  it('decides once, however many decide at the same time', async () => {
    const revision = await endorse('c1');
    const [proposal] = await proposals();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        decide(proposal!.id, { revision, outcome: index % 2 ? 'approve' : 'reject', reason: 'Lý do' }),
      ),
    );
    expect(answers.map(refusal).toSorted()).toEqual([
      [201, undefined],
      ...Array.from({ length: 7 }, () => [409, 'proposal.decided']),
    ]);
    const decisions = await rows(api, 'SELECT number FROM decision WHERE proposal_id = ?', [proposal!.id]);
    expect(decisions).toHaveLength(1);
  });

  it('is never of figures that come in at the same time', async () => {
    const { revision } = await clusterOf('c1');
    const [submitted, reviewed] = await Promise.all([
      officer.submit({ campaign, unit: 'u2', stage: 'self' }, { version: 1, entries: selfScore(95) }),
      review('c1', { revision, outcome: 'endorse' }),
    ]);
    expect([submitted.status, [201, 409].includes(reviewed.status)]).toEqual([201, true]);
    await api.settled();
    const open = await proposals();
    expect(open.every(({ current }) => !current)).toBe(true);
    expect(open).toHaveLength(reviewed.status === 201 ? 1 : 0);
  });
});
