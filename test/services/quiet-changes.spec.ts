import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { TWO_REWARDS, ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface SheetBody extends JsonObject {
  version: number;
  status: string;
  entries: JsonObject[];
}

interface Submitted extends JsonObject {
  version: number;
  revision: number;
  counts: boolean;
}

interface Board {
  clusters: {
    code: string;
    revision: number;
    requestedRevision: number;
    review: { id: number; current: boolean } | null;
  }[];
}

interface Proposal {
  id: number;
  unit: string;
  cluster: string | null;
  current: boolean;
  revision: number;
  may: string[];
  standing: { rank: number | null; total: string; class: string | null } | null;
}

let campaigns = 0;

describe.each(DATABASES)('what cannot change a result, on %s', (database) => {
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
    campaign = `q${campaigns++}`;
    const scores = { u1: '50.5', u2: 40, v1: 30, v2: 20 };
    const file = smallCompetition({
      code: campaign,
      clusters: { c1: ['u1', 'u2'], c2: ['v1', 'v2'] },
      entries: Object.entries(scores).flatMap(([unit, points]) => ofUnit(unit, selfScore(points))),
      rewards: TWO_REWARDS,
      more: { classes: [{ code: 'tot', name: 'Hoàn thành tốt', minTotal: 100 }] } as unknown as JsonObject,
    });
    expect((await office.import(JSON.stringify(file), 'json')).body).toMatchObject({ campaign });
    officer = await api.signIn([
      { role: 'unitOfficer', campaign, cluster: 'c1', unit: 'u1' },
      { role: 'unitOfficer', campaign, cluster: 'c2', unit: 'v1' },
    ]);
    committee = await api.signIn([{ role: 'committee', campaign }]);
    council = await api.signIn([{ role: 'councilMember', campaign }]);
    await api.settled();
  });

  const sheet = (unit = 'u1') => ({ campaign, unit, stage: 'self' });
  const cluster = async (code = 'c1') =>
    (await committee.read<Board>(`/api/campaigns/${campaign}/board`)).clusters.find((each) => each.code === code)!;
  const endorse = async (code: string) => {
    const { revision, review } = await cluster(code);
    const answer = await committee.post(`/api/campaigns/${campaign}/clusters/${code}/reviews`, {
      revision,
      seen: review?.id ?? null,
      outcome: 'endorse',
    });
    expect(answer.status).toBe(201);
  };
  const proposals = (code: string) =>
    council
      .read<Proposal[]>(`/api/campaigns/${campaign}/proposals`)
      .then((all) => all.filter((each) => each.cluster === code));

  it('a submission that repeats the figures is recorded and leaves the endorsement standing', async () => {
    await endorse('c1');
    const before = await cluster();
    // The same in another order and spelling, then with evidence and a reason, which count for nothing.
    const again = [
      { criterion: 'B', actual: '50.0' },
      { criterion: 'A', points: 50.5 },
    ];
    const explained = [
      { criterion: 'A', points: '50.50', evidence: ['QĐ 12'], reason: 'Bổ sung văn bản' },
      { criterion: 'B', actual: 50 },
    ];
    for (const [version, entries] of [again, explained, explained].entries()) {
      const submitted = await officer.submit<Submitted>(sheet(), { version: version + 1, entries });
      expect([submitted.status, submitted.body.counts, submitted.body.version]).toEqual([201, false, version + 2]);
    }
    await api.settled();
    const after = await cluster();
    expect([after.requestedRevision, after.review?.current]).toEqual([before.requestedRevision, true]);
    expect((await proposals('c1')).map(({ may }) => may)).toEqual([['proposal.decide']]);
    const stored = await rows<{ ordinal: number; submitted_by: string | null }>(
      api,
      'SELECT ordinal, submitted_by FROM submission WHERE campaign = ? AND unit = ? ORDER BY revision, ordinal',
      [campaign, 'u1'],
    );
    expect(stored.map((row) => [Number(row.ordinal), row.submitted_by])).toEqual([
      [0, null],
      [1, officer.login],
      [2, officer.login],
      [3, officer.login],
    ]);
    expect((await officer.read<SheetBody>(sheetPath(sheet()))).entries).toEqual(explained);
    // What is given back holds the evidence, and the result is still that of the file.
    const file = await office.read<{ entries: JsonObject[] }>(`/api/campaigns/${campaign}/file`);
    expect(file.entries.find((entry) => entry['unit'] === 'u1')).toMatchObject({ evidence: ['QĐ 12'] });
  });

  it('is answered as before under the same key', async () => {
    const once = { version: 1, entries: selfScore('50.5'), key: randomUUID() };
    const first = await officer.submit<Submitted>(sheet(), once);
    const again = await officer.submit<Submitted>(sheet(), once);
    expect([again.headers.get('idempotent-replay'), again.body]).toEqual(['true', first.body]);
    expect(first.body.counts).toBe(false);
  });

  it('a figure that differs counts, also after repetitions', async () => {
    await endorse('c1');
    await officer.submit(sheet(), { version: 1, entries: selfScore('50.5') });
    const before = await cluster();
    const moved = await officer.submit<Submitted>(sheet(), { version: 2, entries: selfScore('50.51') });
    expect(moved.body).toMatchObject({ counts: true, revision: before.requestedRevision + 1 });
    await api.settled();
    expect((await cluster()).review?.current).toBe(false);
    // Back to what was endorsed is a change as well: the endorsement was of another revision.
    const back = await officer.submit<Submitted>(sheet(), { version: 3, entries: selfScore('50.5') });
    expect(back.body.counts).toBe(true);
  });

  it('a sheet with nothing in it is not submitted', async () => {
    const { requestedRevision } = await cluster();
    const head = await api.signIn([{ role: 'clusterHead', campaign, cluster: 'c1' }]);
    const above = { ...sheet(), stage: 'cluster' };
    const refused = await head.submit<ProblemBody>(above, { version: 0, entries: [] });
    expect([refused.status, refused.body.code]).toEqual([422, 'sheet.nothing']);
    // Emptying one that was submitted is a change.
    const emptied = await officer.submit<Submitted>(sheet(), { version: 1, entries: [] });
    expect(emptied.body).toMatchObject({ counts: true, revision: requestedRevision + 1 });
  });

  it('a draft that says what was submitted is none', async () => {
    const kept = await officer.saveDraft<SheetBody>(sheet(), 1, selfScore('50.50'));
    expect([kept.status, kept.body.status, kept.body.version]).toEqual([200, 'submitted', 1]);
    const changed = await officer.saveDraft<SheetBody>(sheet(), 1, selfScore(60));
    expect([changed.body.status, changed.body.version]).toEqual(['revised', 2]);
    const undone = await officer.saveDraft<SheetBody>(sheet(), 2, selfScore('50.5'));
    expect([undone.body.status, undone.body.version]).toEqual(['submitted', 3]);
    const untouched = await officer.saveDraft<SheetBody>({ ...sheet('v1') }, 0, selfScore(1));
    expect(untouched.status).toBe(412);
  });

  it('a submission in one cluster leaves the awards of another alone', async () => {
    await endorse('c1');
    await endorse('c2');
    await officer.submit(sheet('v1'), { version: 1, entries: selfScore(35) });
    await api.settled();
    const [stands] = await proposals('c1');
    const [fallen] = await proposals('c2');
    expect([stands!.current, fallen!.current]).toEqual([true, false]);
    const decided = await council.post(`/api/campaigns/${campaign}/proposals/${stands!.id}/decision`, {
      revision: stands!.revision,
      outcome: 'approve',
    });
    expect(decided.status).toBe(201);
    // The council sees how each stood in the ranking that was endorsed, also when that has moved on.
    expect([stands!.standing, fallen!.standing]).toEqual([
      { rank: 1, total: '150.50', class: 'Hoàn thành tốt' },
      { rank: 1, total: '130.00', class: 'Hoàn thành tốt' },
    ]);
  });
});
