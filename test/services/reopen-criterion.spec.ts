import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody, SheetAddress } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface Criterion {
  code: string;
  scored: { stage: string; by: string | null }[];
  reopened: { stage: string; by: string | null; reason: string } | null;
}

interface SheetBody extends JsonObject {
  version: number;
  status: string;
  entries: JsonObject[];
  may: string[];
  parts: { criteria: Criterion[] }[] & JsonObject[];
}

let campaigns = 0;

describe.each(DATABASES)('reopening a criterion on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let officer: Client;
  let head: Client;
  let own: SheetAddress;
  let above: SheetAddress;

  beforeAll(async () => {
    api = await startApi({ database });
    office = await api.signIn([{ role: 'office' }], 'Trần Thị Thường Trực');
  });
  afterAll(() => api?.stop());

  /** The unit's figures of A and B are taken over by the head: then the unit cannot correct them. */
  beforeEach(async () => {
    const campaign = `m${campaigns++}`;
    const file = smallCompetition({ code: campaign, clusters: { c1: ['u1'] }, entries: ofUnit('u1', selfScore(50)) });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'c1', unit: 'u1' }], 'Lê Văn Đơn Vị');
    head = await api.signIn([{ role: 'clusterHead', campaign, cluster: 'c1' }], 'Nguyễn Văn Cụm');
    own = { campaign, unit: 'u1', stage: 'self' };
    above = { ...own, stage: 'cluster' };
    expect((await head.submit(above, { version: 0, entries: selfScore(50) })).status).toBe(201);
  });

  const reopen = <Body = SheetBody>(client: Client, version: number, criterion = 'A', reason = 'Số liệu nhầm') =>
    client.post<Body>(
      `${sheetPath(above)}/criteria/${criterion}/reopening`,
      { reason },
      { 'if-match': `"${version}"` },
    );
  const criterionOf = async (client: Client, code = 'A', sheet = own) =>
    (await client.read<SheetBody>(sheetPath(sheet))).parts
      .flatMap(({ criteria }) => criteria)
      .find((each) => each.code === code)!;
  const faultsOf = ({ body }: { body: ProblemBody }) => body.errors.map(({ code, path }) => `${path} ${code}`);

  it('the unit sees who scored it, is refused, and after the reopening may correct', async () => {
    expect((await criterionOf(officer)).scored).toMatchObject([
      { stage: 'self', by: null },
      { stage: 'cluster', by: 'Nguyễn Văn Cụm' },
    ]);
    const refused = await officer.submit<ProblemBody>(own, { version: 1, entries: selfScore(60) });
    expect(faultsOf(refused)).toEqual(['entries[0] sheet.superseded']);
    expect(refused.body.errors[0]!.message).toMatch(
      /“Cụm chấm” has scored criterion A \(Nguyễn Văn Cụm, \d\d\/\d\d\/\d{4} \d\d:\d\d\)/,
    );

    const reopened = await reopen(head, 1);
    expect([reopened.status, reopened.headers.get('etag'), reopened.body.entries]).toEqual([
      201,
      '"2"',
      selfScore(50).slice(1),
    ]);
    expect(await criterionOf(officer)).toMatchObject({
      scored: [{ stage: 'self' }],
      reopened: { stage: 'cluster', by: 'Nguyễn Văn Cụm', reason: 'Số liệu nhầm' },
    });
    expect((await criterionOf(officer, 'B')).reopened).toBeNull();
    expect((await officer.submit(own, { version: 1, entries: selfScore(60) })).status).toBe(201);
    await api.settled();
    const board = await officer.read<{ clusters: { standings: { total: string }[] }[] }>(
      `/api/campaigns/${own.campaign}/board`,
    );
    expect(board.clusters[0]!.standings[0]!.total).toBe('160.00');
    // Scored again, it is no longer open.
    expect((await head.submit(above, { version: 2, entries: selfScore(60) })).status).toBe(201);
    expect((await criterionOf(officer)).reopened).toBeNull();
  });

  it('is in the history and in the audit log with its reason', async () => {
    await reopen(head, 1, 'A', '  Báo cáo số 12 ghi khác ');
    const stored = await rows<{ reopened: string | null; reason: string | null; submitted_by: string }>(
      api,
      'SELECT reopened, reason, submitted_by FROM submission WHERE campaign = ? AND stage = ? ORDER BY revision',
      [own.campaign, 'cluster'],
    );
    expect(stored.map((row) => [row.reopened, row.reason, row.submitted_by])).toEqual([
      [null, null, head.login],
      ['A', 'Báo cáo số 12 ghi khác', head.login],
    ]);
    const [act] = await rows<{ actor: string; subject: string; detail: string }>(
      api,
      "SELECT actor, subject, detail FROM audit_event WHERE action = 'criterion.reopen' AND campaign = ?",
      [own.campaign],
    );
    expect([act!.actor, act!.subject]).toEqual([head.login, `${own.campaign}/u1/cluster//A`]);
    expect(JSON.parse(act!.detail)).toMatchObject({ reason: 'Báo cáo số 12 ghi khác', entry: { points: 50 } });
  });

  it('keeps the rest of a draft that stands on the sheet', async () => {
    const corrected = { criterion: 'B', actual: 40, reason: 'Chưa có xác nhận' };
    await head.saveDraft(above, 1, [...selfScore(50).slice(0, 1), corrected]);
    const reopened = await reopen(head, 2);
    expect([reopened.body.status, reopened.body.entries]).toEqual(['revised', [corrected]]);
  });

  it('needs a reason, the version that was seen, and something to reopen', async () => {
    expect((await reopen<ProblemBody>(head, 1, 'A', ' ')).body.code).toBe('reopen.reason.missing');
    expect((await reopen<ProblemBody>(head, 0)).body.code).toBe('sheet.stale');
    for (const criterion of ['K', 'P', 'none']) {
      const answer = await reopen<ProblemBody>(head, 1, criterion);
      expect([criterion, answer.status, answer.body.code]).toEqual([criterion, 409, 'reopen.nothing']);
    }
    expect((await reopen(head, 1)).status).toBe(201);
    expect((await reopen<ProblemBody>(head, 2)).body.code).toBe('reopen.nothing');
    expect((await reopen<ProblemBody>(officer, 2)).status).toBe(403);
    expect((await reopen<ProblemBody>(office, 2)).status).toBe(403);
    expect((await head.read<SheetBody>(sheetPath(above))).may).toEqual(['sheet.edit', 'sheet.submit', 'sheet.reopen']);
  });

  it.each([[{}], [{ points: 48, reason: 'Thẩm định lại' }]])(
    'leaves what a still higher stage holds to that stage: %j',
    async (judged) => {
      const highest = { ...own, stage: 'office' };
      // The head differs from the unit.
      const corrected = [{ criterion: 'A', points: 45, reason: 'Thiếu minh chứng' }];
      expect((await head.submit(above, { version: 1, entries: corrected })).status).toBe(201);
      const appraised = [{ criterion: 'A', points: 45, ...judged }];
      expect((await office.submit(highest, { version: 0, entries: appraised })).status).toBe(201);
      const refused = await reopen<ProblemBody>(head, 2);
      expect([refused.status, faultsOf(refused)]).toEqual([422, ['entries sheet.superseded']]);
      const answer = await office.post<SheetBody>(
        `${sheetPath(highest)}/criteria/A/reopening`,
        { reason: 'Cụm chấm lại' },
        { 'if-match': '"1"' },
      );
      expect(answer.status).toBe(201);
      expect((await reopen(head, 2)).status).toBe(201);
    },
  );
});
