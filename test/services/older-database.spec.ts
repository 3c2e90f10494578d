import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignIn } from '@thidua/identity';
import { UnitOfWork } from '@thidua/platform';
import type { JsonObject, JsonValue, ResultDocument } from '@thidua/scoring';
import { Client, sheetPath } from '../support/client.js';
import { ofUnit, selfScore } from '../support/competitions.js';
import { scoreOf } from '../support/expected-result.js';
import { makeOlder } from '../support/older-database.js';
import type { OlderDatabase } from '../support/older-database.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { verifyAudit } from '../support/verify-audit.js';

/**
 * A database as the version before stages and rounds left it: campaign `cu` with submissions of two stages, a draft,
 * endorsements of both clusters and of the campaign, and a decision.
 */
const BEFORE_ROUNDS: OlderDatabase = {
  file: 'before-rounds.sql',
  migrations: 6,
  numbered: { audit_event: 'id', role_grant: 'id', review: 'id', proposal: 'id', decision: 'number' },
};

interface ProposalBody {
  id: number;
  reward: string;
  unit: string;
  revision: number;
  status: string;
  current: boolean;
}

describe.each(DATABASES)('a database of the version before rounds, on %s', (database) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ database, prepare: (place) => makeOlder(BEFORE_ROUNDS, database, place) });
    await api.settled();
  });
  afterAll(() => api?.stop());

  const signedIn = async (login: string) => Client.byLink(api.url, await api.get<SignIn>(SignIn).issueLink(login));

  it('keeps every submission, draft, review, proposal and decision', async () => {
    expect(
      await rows(
        api,
        'SELECT unit, stage, round, revision, submitted_by, idempotency_key FROM submission ORDER BY 1, 4',
      ),
    ).toEqual([
      { unit: 'u1', stage: 'self', round: '', revision: 2, submitted_by: null, idempotency_key: null },
      { unit: 'u1', stage: 'cluster', round: '', revision: 3, submitted_by: null, idempotency_key: null },
      { unit: 'u2', stage: 'self', round: '', revision: 4, submitted_by: null, idempotency_key: null },
      { unit: 'u2', stage: 'self', round: '', revision: 5, submitted_by: 'login-2', idempotency_key: 'khoa-cua-u2' },
      expect.objectContaining({ unit: 'u2', stage: 'cluster', round: '', revision: 6, submitted_by: 'login-3' }),
      { unit: 'v1', stage: 'self', round: '', revision: 2, submitted_by: null, idempotency_key: null },
      { unit: 'v2', stage: 'self', round: '', revision: 3, submitted_by: null, idempotency_key: null },
    ]);
    const officer = await signedIn('login-2');
    const sheet = await officer.read<{ version: number; status: string; entries: JsonValue }>(
      '/api/campaigns/cu/units/u2/sheets/self',
    );
    expect(sheet).toMatchObject({ version: 3, status: 'revised', entries: selfScore('61') });
    // The same request again is answered as before the change of version.
    const replayed = await officer.submit(
      { campaign: 'cu', unit: 'u2', stage: 'self' },
      { version: 1, entries: selfScore('60.50'), key: 'khoa-cua-u2' },
    );
    expect([replayed.status, replayed.headers.get('idempotent-replay'), replayed.body['revision']]).toEqual([
      201,
      'true',
      5,
    ]);
    const proposals = await (await signedIn('login-5')).read<ProposalBody[]>('/api/campaigns/cu/proposals');
    expect(proposals.map(({ reward, unit, status, current }) => [reward, unit, status, current])).toEqual([
      ['co', 'u2', 'approved', true],
      ['co', 'v1', 'endorsed', true],
      ['bang-khen', 'u1', 'endorsed', true],
      ['bang-khen', 'v2', 'endorsed', true],
    ]);
    // How many places there were stands in what the committee saw.
    expect(await rows(api, 'SELECT DISTINCT reward, quota FROM proposal ORDER BY 1')).toEqual([
      { reward: 'bang-khen', quota: 2 },
      { reward: 'co', quota: 1 },
    ]);
  });

  it('has its records in a chain from the first on, with what they tell of', async () => {
    const [{ carried }] = (await rows(
      api,
      "SELECT COUNT(*) AS carried FROM audit_event WHERE action = 'campaign.carry' AND seq = 16",
    )) as [{ carried: number | string }];
    expect(Number(carried)).toBe(1);
    const found = async () => (await verifyAudit(api)).findings.map(({ subject }) => subject);
    expect(await found()).toEqual([]);
    const change = (sql: string) => api.get<UnitOfWork>(UnitOfWork).run((tx) => tx.query(sql));
    for (const [spoil, mend, subject] of [
      [
        "UPDATE submission SET round = 'x' WHERE revision = 4",
        "UPDATE submission SET round = '' WHERE revision = 4",
        'submission cu/c1/1-6',
      ],
      [
        "UPDATE review SET outcome = 'return' WHERE id = 1",
        "UPDATE review SET outcome = 'endorse' WHERE id = 1",
        'review 1',
      ],
      ["UPDATE decision SET outcome = 'reject'", "UPDATE decision SET outcome = 'approve'", 'decision 1'],
    ]) {
      await change(spoil!);
      expect(await found()).toEqual([subject]);
      await change(mend!);
    }
    expect(await found()).toEqual([]);
  });

  it('is ranked again from its entries, and goes on', async () => {
    const office = await signedIn('login-1');
    const file = await office.read<JsonObject>('/api/campaigns/cu/file');
    expect(file['entries']).toEqual([
      ...ofUnit('u1', selfScore(50)),
      ...ofUnit('u2', selfScore('60.50')),
      ...ofUnit('v1', selfScore(30)),
      ...ofUnit('v2', selfScore(20)),
      { unit: 'u1', stage: 'cluster', criterion: 'K', points: 7 },
      { unit: 'u2', stage: 'cluster', criterion: 'A', points: '59', reason: 'thiếu biên bản' },
    ]);
    const result = await office.read<ResultDocument>('/api/campaigns/cu/result');
    expect(result).toEqual(scoreOf(file));

    const council = await signedIn('login-5');
    const [, ofCluster, ofCampaign] = await council.read<ProposalBody[]>('/api/campaigns/cu/proposals');
    for (const { id, revision } of [ofCluster!, ofCampaign!]) {
      const answer = await council.post(`/api/campaigns/cu/proposals/${id}/decision`, { revision, outcome: 'approve' });
      expect(answer.status).toBe(201);
    }
    const officer = await signedIn('login-2');
    const head = await signedIn('login-3');
    const own = { campaign: 'cu', unit: 'u2', stage: 'self' };
    const above = { ...own, stage: 'cluster' };
    expect((await officer.submit(own, { version: 3 })).status).toBe(422);
    const reopening = `${sheetPath(above)}/criteria/A/reopening`;
    expect((await head.post(reopening, { reason: 'Số liệu mới' }, { 'if-match': '"1"' })).status).toBe(201);
    expect((await officer.submit(own, { version: 3 })).status).toBe(201);
    const corrected = [{ criterion: 'A', points: '58', reason: 'thiếu biên bản' }];
    expect((await head.submit(above, { version: 2, entries: corrected })).status).toBe(201);
    await api.settled();
    expect(await office.read<ResultDocument>('/api/campaigns/cu/result')).toEqual(
      scoreOf(await office.read<JsonObject>('/api/campaigns/cu/file')),
    );
  });
});
